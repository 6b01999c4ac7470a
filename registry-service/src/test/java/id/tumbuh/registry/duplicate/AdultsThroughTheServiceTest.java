package id.tumbuh.registry.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Some hundred households whose truth is known, sent as two kabupaten send them and joined by the worker's own steps. */
@QuarkusTest
class AdultsThroughTheServiceTest extends RegistryTest {
    private static final int ROWS = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Inject
    CompareMembers compare;

    @Inject
    JoinBeyondDoubt join;

    @Test
    void nobodyIsJoinedWronglyAndMostWhoAreOneAreJoined() {
        InventedHouseholds.Truth truth =
                InventedHouseholds.invent(400, 0.25, List.of(desa("31.71"), desa("32.04")), 3_171_2026);
        send(truth);

        work();

        Map<UUID, UUID> joined = new HashMap<>();
        Set<UUID> mine = new HashSet<>();
        truth.households().forEach(household -> household.adults().forEach(adult -> mine.add(adult.id())));
        tables.rows("select id, merged_into from member where merged_into is not null and id = any(?)", (Object)
                        mine.toArray(UUID[]::new))
                .forEach(row -> joined.put((UUID) row.get("id"), (UUID) row.get("merged_into")));
        List<Map.Entry<UUID, UUID>> wrong = joined.entrySet().stream()
                .filter(pair -> !isOne(truth, pair.getKey(), pair.getValue()))
                .toList();
        long listed = tables.count(
                "select count(*) from duplicate where state = 'OPEN' and kind = 'MEMBER' and one_id = any(?)",
                (Object) mine.toArray(UUID[]::new));
        double recall = (double) (joined.size() - wrong.size()) / truth.sameAs().size();
        Log.infof(
                "%d adults of %d households, %d registered twice: %d joined, %d of them wrongly, recall %.3f, %d pairs to decide",
                mine.size(),
                truth.households().size(),
                truth.sameAs().size(),
                joined.size(),
                wrong.size(),
                recall,
                listed);

        assertThat(wrong).isEmpty();
        assertThat(proposed())
                .as("families of the same persons")
                .isNotEmpty()
                .allMatch(pair -> isOneHousehold(truth, pair));
        assertThat(truth.sameAs()).hasSizeGreaterThan(200);
        assertThat(recall).isGreaterThanOrEqualTo(0.80);
        assertThat(listed).isLessThan(truth.sameAs().size());
    }

    private static boolean isOne(InventedHouseholds.Truth truth, UUID one, UUID other) {
        return other.equals(truth.sameAs().get(one))
                || one.equals(truth.sameAs().get(other));
    }

    /** Families of both kabupaten that are proposed as one by somebody who sees both. */
    private static List<List<String>> proposed() {
        List<Map<String, String>> pairs = as("bkkbn", "31", "32")
                .get("/v1/family-duplicates?area=32.04&limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { it.area != it.itsArea }");
        return pairs.stream()
                .map(pair -> List.of(String.valueOf(pair.get("family")), String.valueOf(pair.get("other"))))
                .toList();
    }

    private static boolean isOneHousehold(InventedHouseholds.Truth truth, List<String> pair) {
        Map<UUID, UUID> households = new HashMap<>();
        truth.households()
                .forEach(household -> household.adults().forEach(adult -> households.put(adult.id(), household.id())));
        boolean isMine = households.containsValue(UUID.fromString(pair.getFirst()));
        return !isMine
                || truth.sameAs().entrySet().stream()
                        .anyMatch(same -> Set.copyOf(pair)
                                .equals(Set.of(
                                        String.valueOf(households.get(same.getKey())),
                                        String.valueOf(households.get(same.getValue())))));
    }

    private void send(InventedHouseholds.Truth truth) {
        List<Map<String, Object>> families = new ArrayList<>();
        List<Map<String, Object>> members = new ArrayList<>();
        for (InventedHouseholds.Household household : truth.households()) {
            families.add(Map.of("id", household.id(), "area", household.area(), "headName", household.head()));
            for (InventedHouseholds.Adult adult : household.adults()) {
                Map<String, Object> member = new HashMap<>(Map.of(
                        "id", adult.id(),
                        "familyId", household.id(),
                        "relation", adult.relation(),
                        "sex", adult.sex(),
                        "birthDate", adult.born().toString(),
                        "name", adult.name()));
                if (adult.nik() != null) {
                    member.put("nik", adult.nik());
                }
                members.add(member);
            }
        }
        batches("families", families);
        batches("members", members);
    }

    private static void batches(String what, List<Map<String, Object>> rows) {
        for (int from = 0; from < rows.size(); from += ROWS) {
            List<String> outcomes = as("system", "31", "32")
                    .body(json(rows.subList(from, Math.min(rows.size(), from + ROWS))))
                    .post("/v1/" + what + ":batch")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("outcome");
            assertThat(outcomes).containsOnly("CREATED");
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As the worker does it: compare, join, until nothing is left. */
    private void work() {
        int steps = 0;
        while (compare.step() || join.joinOne()) {
            assertThat(++steps).isLessThan(100_000);
        }
    }

    private List<String> desa(String kabupaten) {
        return tables
                .rows("select code from area where code like ? and length(code) = 13 order by code", kabupaten + ".%")
                .stream()
                .map(row -> String.valueOf(row.get("code")))
                .toList();
    }
}
