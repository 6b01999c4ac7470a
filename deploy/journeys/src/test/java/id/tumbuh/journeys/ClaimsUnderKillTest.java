package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.local.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two hundred sponsors want each of some dozens of needs at once, and the service that decides is killed again and again meanwhile.
 * Each client keeps a ledger of what it was told; whatever the answers that were lost, ledger and database say the same.
 */
@ExtendWith(Tumbuh.class)
class ClaimsUnderKillTest {
    private static final String KABUPATEN = "36.03";
    private static final String DESA = "36.03.01.2003";
    private static final int CLIENTS = 200;
    private static final int NEEDS = Integer.getInteger("tumbuh.journey.needs", 36);
    private static final int KILLS = 3;
    /** A seed that ever failed is kept here as another number. */
    private static final long SEED = Long.getLong("tumbuh.journey.seed", 15);

    private static final Duration SOON = Duration.ofMinutes(2);
    /** Children who are too much alike are found to be one. */
    private static final List<String> FIRST = List.of("Arka", "Bima", "Candra", "Darma", "Elang", "Fajar");

    private static final List<String> SECOND = List.of("Guntur", "Harjo", "Indra", "Jatmika", "Kusuma", "Laksmana");

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
    private final Map<UUID, UUID> families = new LinkedHashMap<>();

    /** What a claim came to. */
    private enum Told {
        HELD,
        REFUSED
    }

    /**
     * A line of a client's ledger: definite in the end.
     *
     * @param lost how many answers never came
     */
    private record Line(UUID need, UUID claim, UUID sponsor, Told told, int lost) {}

    private record Row(UUID claim, UUID need, UUID sponsor) {}

    @Test
    void everyNeedHasOneHolderAndNoAcknowledgedClaimIsLost(Tumbuh.Running tumbuh) throws Exception {
        Api tpps = tumbuh.as("tpps", KABUPATEN);
        List<UUID> needs = needs(tumbuh, tpps);
        List<UUID> sponsors = sponsors(tpps);
        long begun = System.nanoTime();

        CountDownLatch begin = new CountDownLatch(1);
        List<Line> ledger = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Line>>> all = sponsors.stream()
                    .map(sponsor -> clients.submit(() -> {
                        begin.await();
                        return needs.stream()
                                .map(need -> claim(tpps, need, sponsor))
                                .toList();
                    }))
                    .toList();
            begin.countDown();
            killAtRandomPoints(tumbuh, all);
            for (Future<List<Line>> one : all) {
                ledger.addAll(one.get(SOON.toSeconds(), TimeUnit.SECONDS));
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        int lost = ledger.stream().mapToInt(Line::lost).sum();
        System.out.printf(
                "%d claims for %d needs, killed %d times (seed %d), %d answers lost, in %.1f s%n",
                ledger.size(), NEEDS, KILLS, SEED, lost, seconds);

        assertThat(lost).as("claims under way when it was killed").isGreaterThanOrEqualTo(KILLS);
        ledgerAndDatabaseAgree(tumbuh, needs, ledger);
        assertThat(tumbuh.as("admin")
                        .get(Component.INTERVENTION, "/v1/quarantine")
                        .body())
                .isEmpty();
    }

    private static void ledgerAndDatabaseAgree(Tumbuh.Running tumbuh, List<UUID> needs, List<Line> ledger)
            throws SQLException, IOException {
        Set<Row> told = ledger.stream()
                .filter(line -> line.told() == Told.HELD)
                .map(line -> new Row(line.claim(), line.need(), line.sponsor()))
                .collect(Collectors.toSet());
        List<Row> stored = placements(tumbuh, needs);

        assertThat(ledger).as("seed %d", SEED).hasSize(NEEDS * CLIENTS);
        assertThat(stored.stream().map(Row::need))
                .as("holders, seed %d", SEED)
                .doesNotHaveDuplicates()
                .hasSize(NEEDS);
        assertThat(new HashSet<>(stored))
                .as("what was acknowledged, seed %d", SEED)
                .isEqualTo(told);
        Map<UUID, Long> won = told.stream().collect(Collectors.groupingBy(Row::sponsor, Collectors.counting()));
        assertThat(placesTaken(tumbuh, ledger))
                .as("places taken, seed %d", SEED)
                .isEqualTo(won);
    }

    /** Sent again under the same id until somebody says what became of it. */
    private static Line claim(Api tpps, UUID need, UUID sponsor) {
        UUID id = UUID.randomUUID();
        String claim = "{\"id\":\"%s\",\"needId\":\"%s\",\"sponsorId\":\"%s\"}".formatted(id, need, sponsor);
        int lost = 0;
        long end = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < end) {
            try {
                Api.Answer answer = tpps.post(Component.INTERVENTION, "/v1/placements", claim);
                switch (answer.status()) {
                    case 200, 201 -> {
                        return new Line(need, id, sponsor, Told.HELD, lost);
                    }
                    case 409 -> {
                        assertThat(answer.body().get("code").asText()).isEqualTo("NEED_TAKEN");
                        return new Line(need, id, sponsor, Told.REFUSED, lost);
                    }
                    default -> lost++; // it says itself that it can't tell
                }
            } catch (UncheckedIOException cutOff) {
                lost++;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        throw new AssertionError("a claim came to nothing");
    }

    private static void killAtRandomPoints(Tumbuh.Running tumbuh, List<Future<List<Line>>> clients)
            throws IOException, InterruptedException {
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200 + random.nextInt(1_000)));
            assertThat(clients)
                    .as("still claiming at kill %d, seed %d", kill + 1, SEED)
                    .anyMatch(one -> !one.isDone());
            tumbuh.installation().kill(Component.INTERVENTION);
            tumbuh.installation().awaitReady();
        }
    }

    private List<UUID> sponsors(Api tpps) {
        List<UUID> sponsors =
                IntStream.range(0, CLIENTS).mapToObj(_ -> UUID.randomUUID()).toList();
        String rows = sponsors.stream()
                .map(id -> """
                        {"id":"%s","kind":"ASN","institution":"Dinas Uji Klaim","reference":"K-%s","area":"%s","capacity":%d,
                         "from":"2020-01-01","until":"2099-12-31"}""".formatted(id, id, KABUPATEN, NEEDS))
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(tpps.post(Component.INTERVENTION, "/v1/sponsors:batch", rows)
                        .body()
                        .findValuesAsText("outcome"))
                .hasSize(CLIENTS)
                .containsOnly("CREATED");
        return sponsors;
    }

    /** Stunted children of families that consented, each with its open need. */
    private List<UUID> needs(Tumbuh.Running tumbuh, Api tpps) {
        for (int number = 0; number < NEEDS; number++) {
            families.put(UUID.randomUUID(), UUID.randomUUID());
        }
        Api system = tumbuh.as("system", KABUPATEN);
        List<UUID> children = List.copyOf(families.keySet());
        created(
                system,
                "/v1/families:batch",
                IntStream.range(0, NEEDS)
                        .mapToObj(number -> "{\"id\":\"%s\",\"area\":\"%s\",\"headName\":\"Bapak %s\"}"
                                .formatted(families.get(children.get(number)), DESA, name(number))));
        created(system, "/v1/children:batch", IntStream.range(0, NEEDS).mapToObj(number -> """
                        {"id":"%s","familyId":"%s","sex":"L","birthDate":"%s","name":"%s"}""".formatted(
                        children.get(number),
                        families.get(children.get(number)),
                        LocalDate.of(2024, 3, 17).minusDays(number),
                        name(number))));
        families.keySet()
                .forEach(child -> assertThat(tpps.post(Component.REGISTRY, "/v1/consents", """
                        {"id":"%s","childId":"%s","purpose":"FOSTER_PARENT","legalBasis":"CONSENT","givenBy":"MOTHER",
                         "evidence":{"kind":"SIGNED_FORM","reference":"K-1"},"validFrom":"%s","validUntil":"%s"}""".formatted(
                                                UUID.randomUUID(), child, today, today.plusDays(90)))
                                .status())
                        .isEqualTo(201));
        Map<UUID, UUID> measurements =
                families.keySet().stream().collect(Collectors.toMap(child -> child, _ -> UUID.randomUUID()));
        String weighed = measurements.entrySet().stream()
                .map(entry -> """
                        {"id":"%s","childId":"%s","measuredOn":"2025-07-10","weightKg":8.2,"lengthHeightCm":69.0,
                         "position":"LYING","source":"POSYANDU"}""".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(",", "[", "]"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tumbuh.as("puskesmas", KABUPATEN)
                                .post(Component.MEASUREMENT, "/v1/measurements:batch", weighed)
                                .body()
                                .findValuesAsText("outcome"))
                        .hasSize(NEEDS)
                        .containsAnyOf("CREATED", "UNCHANGED")
                        .doesNotContain("INVALID", "UNKNOWN"));
        await().atMost(SOON).until(() -> open(tpps).size() == NEEDS && permitted(tumbuh) == NEEDS);
        return open(tpps);
    }

    private List<UUID> open(Api tpps) {
        List<UUID> open = new ArrayList<>();
        for (JsonNode need : tpps.get(Component.INTERVENTION, "/v1/needs?limit=1000&area=" + DESA)
                .body()) {
            if (families.containsKey(UUID.fromString(need.path("childId").asText(new UUID(0, 0).toString())))) {
                open.add(UUID.fromString(need.get("id").asText()));
            }
        }
        return open;
    }

    private static String name(int number) {
        return FIRST.get(number % FIRST.size()) + " " + SECOND.get(number / FIRST.size() % SECOND.size());
    }

    private static void created(Api api, String path, Stream<String> rows) {
        assertThat(api.post(Component.REGISTRY, path, rows.collect(Collectors.joining(",", "[", "]")))
                        .body()
                        .findValuesAsText("outcome"))
                .containsOnly("CREATED");
    }

    private int permitted(Tumbuh.Running tumbuh) throws SQLException, IOException {
        return read(
                        tumbuh,
                        "select count(*) from permission where child_id = any(?)",
                        families.keySet(),
                        row -> row.getInt(1))
                .getFirst();
    }

    private static List<Row> placements(Tumbuh.Running tumbuh, List<UUID> needs) throws SQLException, IOException {
        return read(
                tumbuh,
                "select id, need_id, sponsor_id from placement where state in ('HELD', 'COMMITTED') and need_id = any(?)",
                needs,
                row -> new Row(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)));
    }

    private static Map<UUID, Long> placesTaken(Tumbuh.Running tumbuh, List<Line> ledger)
            throws SQLException, IOException {
        Map<UUID, Long> taken = new HashMap<>();
        read(
                tumbuh,
                "select id, placed from sponsor where placed > 0 and id = any(?)",
                ledger.stream().map(Line::sponsor).collect(Collectors.toSet()),
                row -> taken.put(row.getObject(1, UUID.class), row.getLong(2)));
        return taken;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> read(Tumbuh.Running tumbuh, String sql, Collection<UUID> ids, Reading<T> reading)
            throws SQLException, IOException {
        String role = Component.INTERVENTION.label() + "_owner";
        try (Connection database = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + tumbuh.installation().postgresPort() + "/"
                                + Component.INTERVENTION.label(),
                        role,
                        tumbuh.installation().databasePassword(role));
                Statement scope = database.createStatement();
                PreparedStatement question = database.prepareStatement(sql)) {
            scope.execute("set app.wilayah = '*'");
            question.setArray(1, database.createArrayOf("uuid", ids.toArray()));
            List<T> rows = new ArrayList<>();
            try (ResultSet result = question.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.of(result));
                }
            }
            return rows;
        }
    }
}
