package id.tumbuh.measurement.maternal;

import static id.tumbuh.measurement.maternal.Checks.ELSEWHERE;
import static id.tumbuh.measurement.maternal.Checks.PUSKESMAS;
import static id.tumbuh.measurement.maternal.Checks.as;
import static id.tumbuh.measurement.maternal.Checks.pregnancy;
import static id.tumbuh.measurement.maternal.Checks.pregnancyIn;
import static id.tumbuh.measurement.maternal.Checks.withReason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.measurement.weighing.Announced;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class PregnancyCheckResourceTest {

    @Inject
    Checks checks;

    @Inject
    Announced announced;

    @Test
    void checkIsJudgedStoredAndAnnouncedTogether() {
        UUID id = UUID.randomUUID();
        UUID pregnancy = UUID.randomUUID();

        Checks.send(
                        "pregnancy",
                        PUSKESMAS,
                        pregnancy(
                                id,
                                pregnancy,
                                "\"gestationalWeeks\":20,\"armCircumferenceCm\":22.9,\"haemoglobinGramsPerDl\":10.4"))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("[0].outcome", equalTo("CREATED"))
                .body("[0].finding.anaemia", equalTo("MILD"))
                .body("[0].finding.trimester", equalTo("SECOND"))
                .body("[0].finding.flags.reason[0]", containsString("berisiko kurang energi kronis"));

        var event = announced.about(id).getFirst();
        assertThat(event.type()).isEqualTo("id.tumbuh.measurement.pregnancy-checked.v1");
        assertThat(event.topic()).isEqualTo("measurement.pregnancy-checks");
        assertThat(event.partitionKey()).isEqualTo("0198c1a0-0000-7000-8000-000000000001");
        assertThat(event.body().get("chronicEnergyDeficiencyRisk").asBoolean()).isTrue();
        as(PUSKESMAS)
                .header("Accept-Language", "en")
                .get("/v1/pregnancy-checks/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .header("Cache-Control", "no-store")
                .body("armCircumferenceCm", equalTo(22.9f))
                .body("finding.flags.code", contains("CHRONIC_ENERGY_DEFICIENCY_RISK", "ANAEMIA_MILD"))
                .body("finding.flags.reason[1]", equalTo("Hb 10.4 g/dL is below 10.5 g/dL: mild anaemia"));
        assertThat(checks.audited(id)).containsExactly("RECORD", "READ");
    }

    @Test
    void sameRowAgainChangesNothingAndOtherContentIsRefused() {
        UUID id = UUID.randomUUID();
        UUID pregnancy = UUID.randomUUID();
        String first = pregnancy(id, pregnancy, "\"armCircumferenceCm\":23.5,\"haemoglobinGramsPerDl\":null");
        String spelledOtherwise = pregnancy(id, pregnancy, "\"armCircumferenceCm\":23.50");
        String other = pregnancy(id, pregnancy, "\"armCircumferenceCm\":23.4");

        assertThat(Checks.outcomes("pregnancy", PUSKESMAS, first, first, other))
                .containsExactly("CREATED", "UNCHANGED", "CONFLICT");
        assertThat(Checks.outcomes("pregnancy", PUSKESMAS, spelledOtherwise, other))
                .containsExactly("UNCHANGED", "CONFLICT");
        assertThat(announced.about(id)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"armCircumferenceCm\":9.99|/armCircumferenceCm|OUT_OF_RANGE",
                "\"armCircumferenceCm\":60.01|/armCircumferenceCm|OUT_OF_RANGE",
                "\"armCircumferenceCm\":-23.5|/armCircumferenceCm|OUT_OF_RANGE",
                "\"armCircumferenceCm\":1e308|/armCircumferenceCm|OUT_OF_RANGE",
                "\"armCircumferenceCm\":1e999|/armCircumferenceCm|OUT_OF_RANGE",
                "\"armCircumferenceCm\":\"23,5\"|/armCircumferenceCm|WRONG_TYPE",
                "\"armCircumferenceCm\":{\"a\":[1]}|/armCircumferenceCm|WRONG_TYPE",
                "\"haemoglobinGramsPerDl\":0.99|/haemoglobinGramsPerDl|OUT_OF_RANGE",
                "\"haemoglobinGramsPerDl\":25.1|/haemoglobinGramsPerDl|OUT_OF_RANGE",
                "\"weightKg\":19.9|/weightKg|OUT_OF_RANGE",
                "\"weightKg\":250.1|/weightKg|OUT_OF_RANGE",
                "\"weightKg\":50,\"heightCm\":79.9|/heightCm|OUT_OF_RANGE",
                "\"weightKg\":50,\"heightCm\":230.1|/heightCm|OUT_OF_RANGE",
                "\"ironTabletsTotal\":-1|/ironTabletsTotal|OUT_OF_RANGE",
                "\"ironTabletsTotal\":501|/ironTabletsTotal|OUT_OF_RANGE",
                "\"ironTabletsTotal\":1.5|/ironTabletsTotal|WRONG_TYPE",
                "\"weightKg\":50,\"gestationalWeeks\":-1|/gestationalWeeks|OUT_OF_RANGE",
                "\"weightKg\":50,\"gestationalWeeks\":46|/gestationalWeeks|OUT_OF_RANGE",
                "\"weightKg\":50,\"gestationalWeeks\":20.5|/gestationalWeeks|WRONG_TYPE",
                "\"weightKg\":50,\"lastMenstrualPeriodOn\":\"2025-08-13\"|/lastMenstrualPeriodOn|OUT_OF_RANGE",
                "\"weightKg\":50,\"lastMenstrualPeriodOn\":\"2024-09-24\"|/lastMenstrualPeriodOn|OUT_OF_RANGE",
                "\"weightKg\":50,\"lastMenstrualPeriodOn\":\"2025-02-30\"|/lastMenstrualPeriodOn|INVALID_DATE",
                "\"weightKg\":50,\"gestationalWeeks\":5,\"lastMenstrualPeriodOn\":\"2025-07-01\"|/gestationalWeeks|WEEKS_GIVEN_TWICE",
                "\"weightKg\":50,\"checkedOn\":\"2999-01-01\"|/checkedOn|MEASURED_IN_FUTURE",
                "\"weightKg\":50,\"areaCode\":\"36.04\"|/areaCode|NOT_A_VILLAGE",
                "\"weightKg\":50,\"areaCode\":\"3604202006\"|/areaCode|INVALID_AREA",
                "\"weightKg\":50,\"areaCode\":\"17.02.01.2001\"|/areaCode|UNKNOWN_AREA",
                "\"weightKg\":50,\"familyId\":\"1-2-3-4-5\"|/familyId|NOT_AN_ID",
                "\"weightKg\":50,\"familyId\":null|/familyId|REQUIRED",
                "\"weightKg\":50,\"source\":\"posyandu melati\"|/source|UNKNOWN_WORD",
                "\"heightCm\":155||NOTHING_CHECKED",
            })
    void fieldOutsideOfItsLimitsIsNamedAndItsNeighboursAreTaken(String rest, String pointer, String reason) {
        String good = pregnancy(UUID.randomUUID(), UUID.randomUUID(), "\"weightKg\":50");
        String bad = pregnancy(UUID.randomUUID(), UUID.randomUUID(), rest);

        Checks.send("pregnancy", PUSKESMAS, good, bad, good)
                .statusCode(200)
                .body("outcome", contains("CREATED", "INVALID", "UNCHANGED"))
                .body("[1].finding", nullValue())
                .body("[1].problem.errors.pointer", contains("/1" + (pointer == null ? "" : pointer)))
                .body("[1].problem.errors.reason", contains(reason));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"armCircumferenceCm\":10",
                "\"armCircumferenceCm\":60",
                "\"haemoglobinGramsPerDl\":1",
                "\"haemoglobinGramsPerDl\":25",
                "\"weightKg\":20",
                "\"weightKg\":250",
                "\"weightKg\":50,\"heightCm\":80",
                "\"weightKg\":50,\"heightCm\":230",
                "\"ironTabletsTotal\":0",
                "\"ironTabletsTotal\":500",
                "\"weightKg\":50,\"gestationalWeeks\":0",
                "\"weightKg\":50,\"gestationalWeeks\":45",
                "\"weightKg\":50,\"lastMenstrualPeriodOn\":\"2025-08-12\"",
                "\"weightKg\":50,\"lastMenstrualPeriodOn\":\"2024-09-25\"",
                "\"weightKg\":50,\"unknown\":{\"deep\":[1,2]}"
            })
    void valueOnItsLimitIsTaken(String rest) {
        assertThat(Checks.outcomes("pregnancy", PUSKESMAS, pregnancy(UUID.randomUUID(), UUID.randomUUID(), rest)))
                .containsExactly("CREATED");
    }

    @Test
    void weeksAreCountedFromTheLastPeriodAndItsDayStaysHere() {
        UUID id = UUID.randomUUID();
        String row = pregnancy(
                id, UUID.randomUUID(), "\"weightKg\":50,\"lastMenstrualPeriodOn\":\"2025-03-25\""); // 140 days

        Checks.send("pregnancy", PUSKESMAS, row).body("[0].finding.trimester", equalTo("SECOND"));

        assertThat(announced.about(id).getFirst().body().get("gestationalWeeks").asInt())
                .isEqualTo(20);
        assertThat(announced.about(id).getFirst().body().toString()).doesNotContain("2025-03-25");
    }

    @Test
    void bodyThatIsNoListOfRowsIsRefusedAsAWhole() {
        as(PUSKESMAS).body("{}").post("/v1/pregnancy-checks:batch").then().statusCode(400);
        as(PUSKESMAS)
                .body("[{\"weightKg\":NaN}]")
                .post("/v1/pregnancy-checks:batch")
                .then()
                .statusCode(400);
        as(PUSKESMAS).body("[] []").post("/v1/pregnancy-checks:batch").then().statusCode(400);
        as(PUSKESMAS).body("[1]").post("/v1/pregnancy-checks:batch").then().body("outcome", contains("INVALID"));
        String row = pregnancy(UUID.randomUUID(), UUID.randomUUID(), "\"weightKg\":50");
        List<String> thousand = Collections.nCopies(1_000, row);
        assertThat(Checks.outcomes("pregnancy", PUSKESMAS, thousand.toArray(String[]::new)))
                .hasSize(1_000)
                .containsOnlyOnce("CREATED");
        Checks.send(
                        "pregnancy",
                        PUSKESMAS,
                        Stream.concat(thousand.stream(), Stream.of(row)).toArray(String[]::new))
                .statusCode(400)
                .body("code", equalTo("TOO_MANY_ROWS"));
        as(PUSKESMAS)
                .body("[\"" + "x".repeat(1_100_000) + "\"]")
                .post("/v1/pregnancy-checks:batch")
                .then()
                .statusCode(413);
    }

    @Test
    void correctionReplacesKeepsWhatWasAndAnnounces() {
        UUID id = UUID.randomUUID();
        UUID pregnancy = UUID.randomUUID();
        Checks.outcomes("pregnancy", PUSKESMAS, pregnancy(id, pregnancy, "\"armCircumferenceCm\":22.9"));
        String correction = withReason(pregnancy(id, pregnancy, "\"armCircumferenceCm\":32.9"), "TYPING_MISTAKE");

        for (int twice = 0; twice < 2; twice++) { // the answer may be lost, and the client asks again
            as(PUSKESMAS)
                    .header("If-Match", "\"1\"")
                    .body(correction)
                    .put("/v1/pregnancy-checks/" + id)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("reason", equalTo("TYPING_MISTAKE"))
                    .body("finding.chronicEnergyDeficiencyRisk", equalTo(false));
        }

        assertThat(checks.revisions("pregnancy_check", id)).singleElement().satisfies(revision -> {
            assertThat(revision.get("version")).isEqualTo(1L);
            assertThat((String) revision.get("content")).contains("22.9");
        });
        assertThat(announced.about(id))
                .extracting(Announced.Event::name)
                .containsExactly("pregnancy-checked", "pregnancy-check-corrected");
        assertThat(checks.audited(id)).contains("CORRECT");
        Checks.send("pregnancy", PUSKESMAS, pregnancy(id, pregnancy, "\"armCircumferenceCm\":22.9"))
                .body("[0].outcome", equalTo("UNCHANGED"))
                .body("[0].finding.chronicEnergyDeficiencyRisk", equalTo(false));
        assertThat(announced.about(id)).hasSize(2);
    }

    @Test
    void correctionNeedsTheVersionTheReasonAndTheSamePregnancy() {
        UUID id = UUID.randomUUID();
        UUID pregnancy = UUID.randomUUID();
        String row = pregnancy(id, pregnancy, "\"weightKg\":50");
        Checks.outcomes("pregnancy", PUSKESMAS, row);
        String path = "/v1/pregnancy-checks/" + id;
        String good = withReason(pregnancy(id, pregnancy, "\"weightKg\":51"), "TYPING_MISTAKE");

        as(PUSKESMAS).body(good).put(path).then().statusCode(428);
        as(PUSKESMAS).header("If-Match", "\"2\"").body(good).put(path).then().statusCode(412);
        as(PUSKESMAS).header("If-Match", "W/\"1\"").body(good).put(path).then().statusCode(412);
        as(PUSKESMAS)
                .header("If-Match", "\"1\"")
                .body(row)
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"))
                .body("errors.reason", contains("REQUIRED"));
        as(PUSKESMAS)
                .header("If-Match", "\"1\"")
                .body(withReason(pregnancy(id, pregnancy, "\"weightKg\":5000"), "BECAUSE"))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/weightKg", "/reason"));
        as(PUSKESMAS)
                .header("If-Match", "\"1\"")
                .body(withReason(pregnancy(id, UUID.randomUUID(), "\"weightKg\":51"), "WRONG_PERSON"))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.reason", contains("FIXED_FIELD"));
        as(PUSKESMAS)
                .header("If-Match", "\"1\"")
                .body(withReason(pregnancyIn("17.02.01.2001", id, pregnancy, "\"weightKg\":51"), "TYPING_MISTAKE"))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.reason", contains("UNKNOWN_AREA"));
        as(ELSEWHERE).header("If-Match", "\"1\"").body(good).put(path).then().statusCode(400);
        as(PUSKESMAS).header("If-Match", "\"1\"").body("[]").put(path).then().statusCode(400);
        assertThat(announced.about(id)).hasSize(1);
    }

    @Test
    void voidedCheckStaysReadableAndClosed() {
        UUID id = UUID.randomUUID();
        UUID pregnancy = UUID.randomUUID();
        Checks.outcomes("pregnancy", PUSKESMAS, pregnancy(id, pregnancy, "\"weightKg\":50"));
        String path = "/v1/pregnancy-checks/" + id;

        as(PUSKESMAS).header("If-Match", "\"1\"").delete(path).then().statusCode(400);
        as(PUSKESMAS).delete(path + "?reason=RECORDED_TWICE").then().statusCode(428);
        as(ELSEWHERE)
                .header("If-Match", "\"1\"")
                .delete(path + "?reason=RECORDED_TWICE")
                .then()
                .statusCode(404);
        for (int twice = 0; twice < 2; twice++) {
            as(PUSKESMAS)
                    .header("If-Match", "\"1\"")
                    .delete(path + "?reason=RECORDED_TWICE")
                    .then()
                    .statusCode(200)
                    .body("voided", equalTo(true))
                    .body("version", equalTo(2));
        }
        as(PUSKESMAS)
                .header("If-Match", "\"2\"")
                .body(withReason(pregnancy(id, pregnancy, "\"weightKg\":51"), "TYPING_MISTAKE"))
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("CHECK_VOIDED"));
        as(PUSKESMAS).get(path).then().statusCode(200).body("voided", equalTo(true));
        assertThat(announced.about(id))
                .extracting(Announced.Event::name)
                .containsExactly("pregnancy-checked", "pregnancy-check-voided");
        assertThat(checks.revisions("pregnancy_check", id)).hasSize(1);
    }

    @Test
    void checkOfAnotherAreaLooksLikeNone() {
        UUID id = UUID.randomUUID();
        UUID pregnancy = UUID.randomUUID();
        String row = pregnancy(id, pregnancy, "\"weightKg\":50");
        Checks.outcomes("pregnancy", PUSKESMAS, row);

        String foreign = as(ELSEWHERE)
                .get("/v1/pregnancy-checks/" + id)
                .then()
                .statusCode(404)
                .extract()
                .asString();
        String missing = as(ELSEWHERE)
                .get("/v1/pregnancy-checks/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertThat(foreign).isEqualTo(missing);
        as(ELSEWHERE).get("/v1/pregnancy-checks/no-id").then().statusCode(404);
        as(ELSEWHERE).get("/v1/pregnancies/" + pregnancy + "/checks").then().statusCode(404);
        assertThat(Checks.outcomes("pregnancy", ELSEWHERE, row)).containsExactly("INVALID");
        assertThat(Checks.outcomes(
                        "pregnancy", ELSEWHERE, pregnancyIn("17.02.01.2001", id, pregnancy, "\"weightKg\":50")))
                .as("its id is taken, and nothing more is said")
                .containsExactly("CONFLICT");
    }

    @Test
    void checksOfAPregnancyComeNewestFirstPageByPage() {
        UUID pregnancy = UUID.randomUUID();
        String[] rows = IntStream.rangeClosed(1, 5)
                .mapToObj(day -> pregnancy(UUID.randomUUID(), pregnancy, "\"weightKg\":5" + day)
                        .replace("2025-08-12", "2025-08-0" + day))
                .toArray(String[]::new);
        Checks.outcomes("pregnancy", PUSKESMAS, rows);

        List<String> days = new ArrayList<>();
        String path = "/v1/pregnancies/" + pregnancy + "/checks?limit=2";
        while (path != null) {
            var page = as(PUSKESMAS).get(path).then().statusCode(200).extract();
            days.addAll(page.jsonPath().getList("checkedOn", String.class));
            String link = page.header("Link");
            path = link == null ? null : link.substring(link.indexOf("/v1"), link.indexOf('>'));
        }

        assertThat(days).containsExactly("2025-08-05", "2025-08-04", "2025-08-03", "2025-08-02", "2025-08-01");
        assertThat(checks.audited(pregnancy)).hasSize(3);
        as(PUSKESMAS)
                .get("/v1/pregnancies/" + pregnancy + "/checks?limit=201")
                .then()
                .statusCode(400);
        as(PUSKESMAS)
                .get("/v1/pregnancies/" + pregnancy + "/checks?after=bm8")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
    }

    @Test
    void sameBatchFromManySidesAtOnceIsTakenOnce() throws Exception {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(40).toList();
        List<Callable<List<String>>> senders = new ArrayList<>();
        for (int sender = 0; sender < 6; sender++) {
            List<UUID> shuffled = new ArrayList<>(ids);
            Collections.shuffle(shuffled);
            senders.add(() -> Checks.outcomes(
                    "pregnancy",
                    PUSKESMAS,
                    shuffled.stream()
                            .map(id -> pregnancy(id, new UUID(7, id.getLeastSignificantBits()), "\"weightKg\":50"))
                            .toArray(String[]::new)));
        }
        List<String> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<String>> answer : threads.invokeAll(senders)) {
                outcomes.addAll(answer.get());
            }
        }

        assertThat(outcomes).filteredOn("CREATED"::equals).hasSize(40);
        assertThat(outcomes).filteredOn("UNCHANGED"::equals).hasSize(200);
        assertThat(ids).allSatisfy(id -> assertThat(announced.about(id)).hasSize(1));
    }

    @Test
    void rolesThatOnlyReadCanNotWriteAndOthersNotRead() {
        String auditor = TestTokens.token(Roles.AUDITOR, "36.04");
        UUID id = UUID.randomUUID();
        Checks.outcomes("pregnancy", PUSKESMAS, pregnancy(id, UUID.randomUUID(), "\"weightKg\":50"));

        Checks.send("pregnancy", auditor, "").statusCode(403);
        as(auditor).get("/v1/pregnancy-checks/" + id).then().statusCode(200);
        as(auditor)
                .header("If-Match", "\"1\"")
                .delete("/v1/pregnancy-checks/" + id + "?reason=RECORDED_TWICE")
                .then()
                .statusCode(403);
        for (String role : List.of(Roles.PARTNER, Roles.OPD)) {
            as(TestTokens.token(role, "36.04"))
                    .get("/v1/pregnancy-checks/" + id)
                    .then()
                    .statusCode(403);
        }
        as(PUSKESMAS).get("/v1/pregnancy-checks/" + id).then().body("$", not(hasSize(0)));
    }
}
