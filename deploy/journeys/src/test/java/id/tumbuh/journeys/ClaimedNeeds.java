package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.local.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Stunted children whose mothers agreed, each with an open need, and sponsors who may want any of them. */
final class ClaimedNeeds {
    static final String KABUPATEN = "36.03";
    private static final String DESA = "36.03.01.2003";
    private static final Duration SOON = Duration.ofMinutes(2);
    /** Children who are too much alike are found to be one: no two have more than two of three names in common. */
    private static final List<List<String>> NAMES = List.of(
            List.of("Arka", "Bima", "Candra", "Darma", "Elang", "Fajar", "Galih", "Hanif", "Irwan", "Joko"),
            List.of(
                    "Kusuma",
                    "Laksmana",
                    "Mahesa",
                    "Nugraha",
                    "Opik",
                    "Prabowo",
                    "Ridwan",
                    "Saputra",
                    "Taufik",
                    "Umar"),
            List.of(
                    "Wirawan",
                    "Yudistira",
                    "Zulkifli",
                    "Guntur",
                    "Bahri",
                    "Cokro",
                    "Dewanto",
                    "Firman",
                    "Hakim",
                    "Iskandar",
                    "Lesmana"));

    private final Tumbuh.Running tumbuh;
    private final Api tpps;
    private final List<Child> children;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));

    private record Child(int number, UUID id, UUID family) {
        String name() {
            return NAMES.get(0).get(number % 10) + " " + NAMES.get(1).get(number / 10 % 10) + " "
                    + NAMES.get(2).get(number / 100);
        }

        LocalDate born() {
            return LocalDate.of(2024, 3, 17).minusDays(number % 100);
        }
    }

    /** Children from one number to before another, of 1,100. */
    ClaimedNeeds(Tumbuh.Running tumbuh, int from, int to) {
        this.tumbuh = tumbuh;
        this.tpps = tumbuh.as("tpps", KABUPATEN);
        this.children = IntStream.range(from, to)
                .mapToObj(number -> new Child(number, UUID.randomUUID(), UUID.randomUUID()))
                .toList();
    }

    /** Returns the needs when they are open and may be claimed. */
    List<UUID> open() {
        Api system = tumbuh.as("system", KABUPATEN);
        created(
                system,
                "/v1/families:batch",
                child -> "{\"id\":\"%s\",\"area\":\"%s\",\"headName\":\"Bapak %s\"}"
                        .formatted(child.family(), DESA, child.name()));
        created(system, "/v1/children:batch", child ->
                """
                {"id":"%s","familyId":"%s","sex":"L","birthDate":"%s","name":"%s"}""".formatted(child.id(), child.family(), child.born(), child.name()));
        created(tpps, "/v1/consents:batch", child ->
                """
                {"id":"%s","childId":"%s","purpose":"FOSTER_PARENT","legalBasis":"CONSENT","givenBy":"MOTHER",
                 "evidence":{"kind":"SIGNED_FORM","reference":"K-1"},"validFrom":"%s","validUntil":"%s"}""".formatted(UUID.randomUUID(), child.id(), today, today.plusDays(90)));
        weigh();
        await().atMost(SOON).until(() -> needs().size() == children.size() && permitted() == children.size());
        return needs();
    }

    List<UUID> sponsors(int many) {
        List<UUID> sponsors =
                IntStream.range(0, many).mapToObj(_ -> UUID.randomUUID()).toList();
        String rows = sponsors.stream()
                .map(id -> """
                        {"id":"%s","kind":"ASN","institution":"Dinas Uji Klaim","reference":"K-%s","area":"%s","capacity":%d,
                         "from":"2020-01-01","until":"2099-12-31"}""".formatted(id, id, KABUPATEN, children.size()))
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(tpps.post(Component.INTERVENTION, "/v1/sponsors:batch", rows)
                        .body()
                        .findValuesAsText("outcome"))
                .hasSize(many)
                .containsOnly("CREATED");
        return sponsors;
    }

    private void weigh() {
        String weighed = rows(child -> """
                {"id":"%s","childId":"%s","measuredOn":"2025-07-10","weightKg":8.2,"lengthHeightCm":69.0,
                 "position":"LYING","source":"POSYANDU"}""".formatted(new UUID(child.id().getMostSignificantBits(), 1), child.id()));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tumbuh.as("puskesmas", KABUPATEN)
                                .post(Component.MEASUREMENT, "/v1/measurements:batch", weighed)
                                .body()
                                .findValuesAsText("outcome"))
                        .hasSize(children.size())
                        .containsAnyOf("CREATED", "UNCHANGED")
                        .doesNotContain("INVALID", "UNKNOWN"));
    }

    private List<UUID> needs() {
        Set<String> ours = children.stream().map(child -> child.id().toString()).collect(Collectors.toSet());
        List<UUID> open = new ArrayList<>();
        for (JsonNode need : tpps.all(Component.INTERVENTION, "/v1/needs?limit=1000&area=" + DESA)) {
            if (ours.contains(need.path("childId").asText())) {
                open.add(UUID.fromString(need.get("id").asText()));
            }
        }
        return open;
    }

    private int permitted() {
        try {
            return InterventionRows.read(
                            tumbuh,
                            "select count(*) from permission where child_id = any(?)",
                            children.stream().map(Child::id).toList(),
                            row -> row.getInt(1))
                    .getFirst();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void created(Api api, String path, Function<Child, String> row) {
        assertThat(api.post(Component.REGISTRY, path, rows(row)).body().findValuesAsText("outcome"))
                .hasSize(children.size())
                .containsOnly("CREATED");
    }

    private String rows(Function<Child, String> row) {
        Stream<String> rows = children.stream().map(row);
        return rows.collect(Collectors.joining(",", "[", "]"));
    }
}
