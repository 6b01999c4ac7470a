package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.local.Component;
import id.tumbuh.local.demo.Counts;
import id.tumbuh.local.demo.FileOptions;
import id.tumbuh.local.demo.SerangFile;
import id.tumbuh.local.demo.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kabupaten's file goes in, and everybody who needs it knows. Each story has children and a month of its own, so they share
 * one installation in any order.
 */
@ExtendWith(Tumbuh.class)
class FromFileToFigureTest {
    private static final String SERANG = "36.04";
    private static final Duration IMPORT = Duration.ofMinutes(6);
    private static final Duration LAST_FIGURE = Duration.ofMinutes(2);
    private static final String BECAME_STUNTED = "/v1/stream?area=36.04&types=measurement.child-became-stunted";
    /** All 128,185 with {@code -Dtumbuh.journey.children=128185}. */
    private static final int CHILDREN = Integer.getInteger("tumbuh.journey.children", 10_000);

    @TempDir
    Path folder;

    @Test
    void everyFigureEqualsTheTruthOfTheFile(Tumbuh.Running tumbuh) throws IOException {
        Path file = folder.resolve("serang.xlsx");
        Truth truth = SerangFile.write(file, born(CHILDREN, 11, YearMonth.of(2024, 7)));
        Api tpps = tumbuh.as("tpps", SERANG);
        long stuntedBefore = casesRecorded(tpps);
        try (Follower follower = new Follower(tumbuh.dashboard(BECAME_STUNTED), tpps.token(), 3)) {
            await().atMost(LAST_FIGURE).until(follower::connected);
            long begun = System.nanoTime();
            JsonNode counts = imported(tumbuh, file);
            assertThat(counts.get("rows").asInt()).isEqualTo(truth.total().measured());
            assertThat(counts.get("rejected").asInt()).isZero();
            awaitTruth(tpps, truth);
            System.out.printf(
                    "%d children from upload to the last figure in %.1f s%n",
                    truth.total().measured(), (System.nanoTime() - begun) / 1e9);

            follower.staySteady();
            await().atMost(LAST_FIGURE)
                    .untilAsserted(() ->
                            assertThat(follower.subjects).hasSize(truth.total().stunted()));
            assertThat(new HashSet<>(follower.subjects)).hasSize(truth.total().stunted());
            assertThat(follower.connections()).isGreaterThan(3);
        }
        everyDesaToo(tpps, truth);
        assertThat(casesRecorded(tpps) - stuntedBefore).isEqualTo(truth.total().stunted());
        needsAreOpenForEveryStuntedChild(tpps);
        namesStandInTheCaseListOfTheirDesa(tumbuh, truth);
        nothingIsSetAsideAndCountersAreRight(tumbuh);

        Map<String, Long> written = eventsWritten(tumbuh);
        JsonNode again = imported(tumbuh, file);
        assertThat(again.get("unchanged").asInt()).isEqualTo(truth.total().measured());
        assertThat(again.get("created").asInt()).isZero();
        awaitTruth(tpps, truth);
        assertThat(eventsWritten(tumbuh)).isEqualTo(written);
    }

    @Test
    void killingEachServiceDuringAnImportLosesAndDoublesNothing(Tumbuh.Running tumbuh) throws Exception {
        Path file = folder.resolve("serang.csv");
        Truth truth =
                SerangFile.write(file, born(6_000, 12, YearMonth.of(2024, 8)).withBrokenRows(12));
        Api tpps = tumbuh.as("tpps", SERANG);
        Api system = tumbuh.as("system", SERANG);
        String path = system.importFile(file);

        for (Component victim : Component.SERVICES) {
            int done = rowsDone(system, path);
            tumbuh.installation().kill(victim);
            tumbuh.installation().awaitReady();
            await().atMost(IMPORT)
                    .ignoreExceptions()
                    .until(() -> isOver(system, path) || rowsDone(system, path) > done);
        }

        await().atMost(IMPORT).ignoreExceptions().until(() -> isOver(system, path));
        JsonNode counts = system.importState(path).get("counts");
        assertThat(counts.get("rows").asInt()).isEqualTo(truth.total().measured() + truth.brokenRows());
        assertThat(counts.get("rejected").asInt()).isEqualTo(truth.brokenRows());
        awaitTruth(tpps, truth);
        nothingIsSetAsideAndCountersAreRight(tumbuh);
    }

    private static FileOptions born(int children, long seed, YearMonth month) {
        return new FileOptions(children, seed, month, month, 0);
    }

    private static JsonNode imported(Tumbuh.Running tumbuh, Path file) {
        Api system = tumbuh.as("system", SERANG);
        String path = system.importFile(file);
        await().atMost(IMPORT).until(() -> isOver(system, path));
        JsonNode state = system.importState(path);
        assertThat(state.get("state").asText()).as(state.toString()).isEqualTo("DONE");
        return state.get("counts");
    }

    private static boolean isOver(Api api, String path) {
        return !api.importState(path).get("state").asText().equals("RUNNING");
    }

    private static int rowsDone(Api api, String path) {
        JsonNode counts = api.importState(path).get("counts");
        int done = 0;
        for (String outcome : new String[] {"created", "matched", "updated", "unchanged", "rejected", "toDecide"}) {
            done += counts.get(outcome).asInt();
        }
        return done;
    }

    private static void awaitTruth(Api tpps, Truth truth) {
        await().atMost(LAST_FIGURE).untilAsserted(() -> {
            equal(tpps, "stunting-prevalence", truth, Counts::stunted);
            equal(tpps, "severe-stunting", truth, Counts::severelyStunted);
            equal(tpps, "wasting", truth, Counts::wasted);
            equal(tpps, "underweight", truth, Counts::underweight);
            equal(tpps, "overweight", truth, Counts::overweight);
        });
    }

    private static void equal(Api tpps, String code, Truth truth, ToIntFunction<Counts> finding) {
        JsonNode answer = tpps.indicator(code, SERANG, truth.month());
        assertThat(answer.get("numerator").asInt()).isEqualTo(finding.applyAsInt(truth.total()));
        assertThat(answer.get("denominator").asInt()).isEqualTo(truth.total().measured());
        Map<String, String> reported = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        for (JsonNode row : answer.get("rows")) {
            String area = row.get("key").asText();
            reported.put(area, row.get("numerator") + " of " + row.get("denominator"));
            expected.put(
                    area,
                    finding.applyAsInt(truth.in(area)) + " of " + truth.in(area).measured());
        }
        assertThat(reported).hasSize(29).isEqualTo(expected);
    }

    private static void everyDesaToo(Api tpps, Truth truth) {
        for (String kecamatan : truth.kecamatan().keySet()) {
            for (JsonNode row : tpps.indicator("stunting-prevalence", kecamatan, truth.month())
                    .get("rows")) {
                Counts counts = truth.in(row.get("key").asText());
                assertThat(row.get("numerator").asInt()).isEqualTo(counts.stunted());
                assertThat(row.get("denominator").asInt()).isEqualTo(counts.measured());
            }
        }
    }

    private static long casesRecorded(Api tpps) {
        return tpps.get(Component.REPORTING, "/v1/cases/summary?area=" + SERANG)
                .body()
                .get("stunted")
                .asLong();
    }

    /** Needs follow the cases one to one, whatever other stories added; who is wasted only has a need too, and is no case. */
    private static void needsAreOpenForEveryStuntedChild(Api tpps) {
        await().atMost(LAST_FIGURE).untilAsserted(() -> {
            JsonNode causes = tpps.get(Component.INTERVENTION, "/v1/needs/summary?area=" + SERANG)
                    .body()
                    .get("causes");
            assertThat(causes.path("STUNTED").asLong()
                            + causes.path("SEVERELY_STUNTED").asLong())
                    .isEqualTo(casesRecorded(tpps));
        });
    }

    private static void namesStandInTheCaseListOfTheirDesa(Tumbuh.Running tumbuh, Truth truth) {
        String desa = truth.desa().entrySet().stream()
                .filter(it -> it.getValue().stunted() > 0)
                .findFirst()
                .orElseThrow()
                .getKey();
        Api desaTeam = tumbuh.as("tpps", desa);
        JsonNode cases = desaTeam.get(Component.REPORTING, "/v1/cases?area=" + desa)
                .body()
                .get("cases");
        assertThat(cases.size()).isGreaterThanOrEqualTo(truth.in(desa).stunted());
        String id = cases.get(0).get("childId").asText();
        String lookup = "{\"ids\":[\"" + id + "\"]}";

        JsonNode named = desaTeam.post(Component.REGISTRY, "/v1/children:lookup", lookup)
                .body()
                .get("children");
        assertThat(named.get(0).get("name").asText()).isNotBlank();

        Api elsewhere = tumbuh.as("tpps", "36.73");
        assertThat(elsewhere
                        .post(Component.REGISTRY, "/v1/children:lookup", lookup)
                        .body()
                        .get("children"))
                .isEmpty();
        assertThat(elsewhere
                        .get(Component.REPORTING, "/v1/cases?area=" + desa)
                        .body()
                        .get("cases"))
                .isEmpty();
    }

    private static void nothingIsSetAsideAndCountersAreRight(Tumbuh.Running tumbuh) {
        Api admin = tumbuh.as("admin");
        for (Component service : Component.SERVICES) {
            assertThat(admin.get(service, "/v1/quarantine").body())
                    .as(service.label())
                    .isEmpty();
        }
        JsonNode comparison =
                admin.post(Component.REPORTING, "/v1/figures:verify", "").body();
        for (String table : new String[] {"growth", "population", "cases"}) {
            assertThat(comparison.get(table).get("different").asLong())
                    .as(table)
                    .isZero();
            assertThat(comparison.get(table).get("compared").asLong()).as(table).isPositive();
        }
    }

    /** How far the measurements are written, by partition: an import that changes nothing moves none. */
    private static Map<String, Long> eventsWritten(Tumbuh.Running tumbuh) {
        Map<String, Long> offsets = new TreeMap<>();
        JsonNode answer = tumbuh.as("bkkbn").indicator("stunting-prevalence", SERANG, YearMonth.of(2024, 7));
        answer.get("includes")
                .forEach(it -> offsets.put(
                        it.get("topic").asText() + "-" + it.get("partition"),
                        it.get("nextOffset").asLong()));
        return offsets;
    }
}
