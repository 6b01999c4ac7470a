package id.tumbuh.intervention.caseaudit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.caseaudit.SubjectEvents.Person;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases over HTTP, in 36.72.05 and a round of the kota's present semester. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CaseAuditJourneyTest {
    private static final String KOTA = "36.72";
    private static final String DESA = "36.72.05.1001";
    private static final UUID ROUND = UUID.fromString("0198c1a0-0000-7000-8000-3672000000d1");
    private static final String ANSWERS = """
            {"motherAgeAtBirth": 19, "birthWeightGrams": 2350, "birthLengthCm": 46.5, "earlyBreastfeeding": false,
             "measuredOn": "2026-11-10", "weightKg": 8.4, "lengthHeightCm": 72.5, "immunisation": "PARTIAL",
             "illnesses": ["WORMS", "DIARRHOEA"], "exclusiveBreastfeeding": true, "stillBreastfed": true,
             "foodGroupsYesterday": 3, "animalProteinDaily": false, "caregiver": "GRANDPARENT", "householdMembers": 6,
             "childrenBornAlive": 2, "waterSafe": false, "latrineSafe": false, "smokerAtHome": true,
             "motherEducation": "PRIMARY", "insurance": true}""";

    @Inject
    SubjectEvents events;

    @Inject
    TestDatabase database;

    @Inject
    ReminderWorker reminders;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
    private final LocalDate start = CaseAuditRound.Semester.of(today).number() == 1
            ? LocalDate.of(today.getYear(), 1, 5)
            : LocalDate.of(today.getYear(), 7, 6);

    @BeforeEach
    void aRound() {
        as("tpps", KOTA)
                .contentType("application/json")
                .body(round(start, "[\"DINKES\", \"RSUD\"]"))
                .put("/v1/case-audit-rounds/{id}", ROUND)
                .then()
                .statusCode(oneOf(201, 204));
    }

    @Test
    void aCaseGoesFromTheEventToItsEvaluation() throws IOException {
        Person child = stunted(DESA);
        String id = caseOf(child);
        String number = as("tpps", KOTA)
                .get("/v1/case-audits/{id}", id)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("stage", equalTo("PROPOSED"))
                .body("subjectId", equalTo(child.id().toString()))
                .body("reasons.code", equalTo(List.of("SEVERELY_STUNTED", "FIRST_THOUSAND_DAYS")))
                .body("reasons.text", hasItem("Sangat pendek (TB/U di bawah -3)"))
                .extract()
                .path("number");
        assertThat(number).matches("AKS-36\\.72-\\d{4}-[12]-\\d{4}");

        put("puskesmas", id, "worksheet", "{\"answers\": " + ANSWERS + "}", 1)
                .then()
                .statusCode(409)
                .body("code", equalTo("STAGE_WRONG"));
        decide(id, "true", null).then().body("[0].outcome", equalTo("DONE"));
        decide(id, "true", null).then().body("[0].outcome", equalTo("UNCHANGED"));
        decide(id, "false", "CAPACITY")
                .then()
                .body("[0].outcome", equalTo("REFUSED"))
                .body("[0].problem.code", equalTo("STAGE_WRONG"));

        put("puskesmas", id, "worksheet", "{\"answers\": " + ANSWERS + "}", null)
                .then()
                .statusCode(428);
        put("puskesmas", id, "worksheet", "{\"answers\": " + ANSWERS + "}", 1)
                .then()
                .statusCode(412);
        put("puskesmas", id, "worksheet", "{\"answers\": " + ANSWERS + "}", 2)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("stage", equalTo("WORKSHEET"))
                .body("answers.birthLengthCm", equalTo(46.5f))
                .body("answers.waterSafe", equalTo(false))
                .body("answers.illnesses", equalTo(List.of("DIARRHOEA", "WORMS")));
        put("puskesmas", id, "worksheet", "{\"answers\": " + ANSWERS + "}", 2)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");

        put(
                        "puskesmas",
                        id,
                        "reviews/PAEDIATRICIAN",
                        "{\"findings\": [\"CHRONIC_ILLNESS\", \"RECURRENT_INFECTION\"]}",
                        3)
                .then()
                .statusCode(200)
                .body("stage", equalTo("WORKSHEET"));
        put("puskesmas", id, "reviews/NUTRITIONIST", "{\"findings\": [\"PROTEIN_LACKING\"]}", 4)
                .then()
                .statusCode(409)
                .body("code", equalTo("ONE_EXPERT_EACH"));
        put("bkkbn", id, "reviews/NUTRITIONIST", "{\"findings\": [\"PROTEIN_LACKING\", \"FEEDING_PRACTICE\"]}", 4)
                .then()
                .statusCode(200)
                .body("stage", equalTo("REVIEWED"))
                .body("reviews.expert.text", equalTo(List.of("Dokter spesialis anak", "Ahli gizi")));
        put(
                        "tpps",
                        id,
                        "recommendation",
                        "{\"codes\": [\"SUPPLEMENTARY_FOOD\", \"WATER_LATRINE\", \"TREAT_INFECTION\"]}",
                        5)
                .then()
                .statusCode(200)
                .body("stage", equalTo("RECOMMENDED"));
        as("opd", KOTA).get("/v1/case-audits/{id}", id).then().statusCode(404).body("code", equalTo("CASE_UNKNOWN"));
        put("tpps", id, "dissemination", "{\"codes\": [\"PUPR\", \"DINKES\"]}", 6)
                .then()
                .statusCode(200)
                .body("stage", equalTo("DISSEMINATED"));

        UUID latrine = UUID.randomUUID();
        UUID food = UUID.randomUUID();
        LocalDate due = today.plusDays(20);
        put("tpps", id, "follow-ups/" + latrine, plan("WATER_LATRINE", "DINSOS", due), 7)
                .then()
                .statusCode(422)
                .body("code", equalTo("FIELD_NOT_TOLD"));
        planAs("opd", id, latrine, plan("WATER_LATRINE", "PUPR", due)).then().statusCode(403);
        planAs("DINKES", id, latrine, plan("WATER_LATRINE", "PUPR", due))
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_YOUR_FIELD"));
        planAs("DINSOS", id, latrine, plan("WATER_LATRINE", "DINSOS", due))
                .then()
                .statusCode(404);
        planAs("PUPR", id, latrine, plan("WATER_LATRINE", "PUPR", due))
                .then()
                .statusCode(200)
                .body("stage", equalTo("FOLLOW_UP"));
        put("tpps", id, "follow-ups/" + food, plan("SUPPLEMENTARY_FOOD", "DINKES", due.plusDays(5)), 8)
                .then()
                .statusCode(200);
        for (String field : List.of("PUPR", "DINKES")) {
            ofField(field).get("/v1/case-audits/{id}", id).then().statusCode(200);
            ofField(field).get("/v1/case-audits?area=36.72.05").then().body("id", hasItem(id));
        }
        ofField("DINSOS").get("/v1/case-audits/{id}", id).then().statusCode(404);
        ofField("DINSOS").get("/v1/case-audits?area=36.72.05").then().body("id", not(hasItem(id)));
        ofField("DINKES")
                .get("/v1/case-audit-follow-ups?area=36.72.05")
                .then()
                .body("followUp.field", everyItem(equalTo("DINKES")))
                .body("followUp.id", hasItem(food.toString()));
        ofField("DINKES")
                .get("/v1/case-audit-follow-ups?area=36.72.05&field=PUPR")
                .then()
                .statusCode(403);
        ofField("PUPR")
                .get("/v1/case-audit-follow-ups?area=36.72.05&field=PUPR&due=" + due)
                .then()
                .statusCode(200)
                .body("number", hasItem(number))
                .body("find { it.caseId == '" + id + "' }.followUp.action", equalTo("WATER_LATRINE"));
        as("opd", KOTA)
                .get("/v1/case-audit-follow-ups?area=36.72.05&field=PUPR&due=" + due.minusDays(1))
                .then()
                .body("number", not(hasItem(number)));

        put("tpps", id, "evaluation", "{\"outcome\": \"IMPROVED\"}", 9)
                .then()
                .statusCode(409)
                .body("code", equalTo("FOLLOW_UPS_OPEN"));
        complete("DINKES", id, latrine, "{\"done\": false, \"reason\": \"NOT_NEEDED\"}", 9)
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_YOUR_FIELD"));
        complete(
                        "PUPR",
                        id,
                        latrine,
                        "{\"done\": true, \"evidence\": \"HANDOVER\", \"reference\": \"BAST-600/117/PUPR/2026\"}",
                        9)
                .then()
                .statusCode(200);
        complete("DINKES", id, food, "{\"done\": false, \"reason\": \"NOT_NEEDED\"}", 10)
                .then()
                .statusCode(200);

        byte[] pdf = as("puskesmas", KOTA)
                .get("/v1/case-audits/{id}/worksheet.pdf", id)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();
        Files.write(Path.of("target", "kka.pdf"), pdf);
        assertThat(words(pdf))
                .contains(
                        number,
                        "Sangat pendek (TB/U di bawah -3)",
                        "Panjang lahir (cm)",
                        "46,5",
                        "Diare; Kecacingan",
                        "Dokter spesialis anak",
                        "Kurang protein hewani")
                .doesNotContain(child.id().toString(), child.family().toString(), "puskesmas-tester");

        // a long number goes on in the next line of its cell
        assertThat(words(pdf).replace(" ", "")).contains("BAST-600/117/PUPR/2026");

        put("tpps", id, "evaluation", "{\"outcome\": \"IMPROVED\"}", 11)
                .then()
                .statusCode(200)
                .body("stage", equalTo("EVALUATED"))
                .body("outcome.text", equalTo("Membaik"));
        assertThat(database.rows("select type, sequence from outbox where key = ? order by id", id).stream()
                        .map(row -> TestDatabase.text(row, "type").replaceAll(".*case-audit-(.*)\\.v1", "$1") + " "
                                + row.get("sequence"))
                        .toList())
                .containsExactly(
                        "stage-reached 1",
                        "stage-reached 2",
                        "stage-reached 3",
                        "changed 4",
                        "stage-reached 5",
                        "stage-reached 6",
                        "stage-reached 7",
                        "stage-reached 8",
                        "changed 9",
                        "changed 10",
                        "changed 11",
                        "stage-reached 12");
        assertThat(database.rows(
                        "select action from audit_entry where object_type = 'case-audit' and object_id = ? order by id",
                        id))
                .extracting(row -> row.get("action"))
                .contains(
                        "READ_CASE",
                        "DECIDE",
                        "EXAMINE",
                        "REVIEW",
                        "RECOMMEND",
                        "DISSEMINATE",
                        "PLAN",
                        "COMPLETE",
                        "PRINT_WORKSHEET",
                        "EVALUATE");
    }

    @Test
    void whoNeedsNoNameSeesTheNumberAlone() {
        Person child = stunted(DESA);
        String id = caseOf(child);

        String answer = as("auditor", KOTA)
                .get("/v1/case-audits/{id}", id)
                .then()
                .statusCode(200)
                .body("containsKey('subjectId')", equalTo(false))
                .extract()
                .asString();
        assertThat(answer).doesNotContain(child.id().toString(), child.family().toString());
        assertThat(as("auditor", KOTA).get("/v1/case-audits?area=" + DESA).asString())
                .contains(id)
                .doesNotContain(child.id().toString(), child.family().toString());
        assertThat(as("opd", KOTA).get("/v1/case-audits?area=" + DESA).asString())
                .doesNotContain(id);
    }

    @Test
    void aForeignCaseAnswersLikeOneThatIsNotThere() {
        String id = caseOf(stunted(DESA));
        for (String other : List.of("36.73", "36.72.01")) {
            String foreign = as("tpps", other)
                    .get("/v1/case-audits/{id}", id)
                    .then()
                    .statusCode(404)
                    .extract()
                    .asString();
            assertThat(foreign)
                    .isEqualTo(as("tpps", other)
                            .get("/v1/case-audits/{id}", UUID.randomUUID())
                            .asString());
            assertThat(as("tpps", other).get("/v1/case-audits?area=" + DESA).asString())
                    .isEqualTo("[]");
            as("tpps", other)
                    .contentType("application/json")
                    .body("[{\"id\": \"%s\", \"select\": true}]".formatted(id))
                    .post("/v1/case-audits:decide")
                    .then()
                    .body("[0].problem.code", equalTo("CASE_UNKNOWN"));
        }
        as("tpps", "36.73").get("/v1/case-audit-rounds/{id}", ROUND).then().statusCode(404);
        as("tpps", "36.73")
                .post("/v1/case-audit-rounds/{id}:propose", ROUND)
                .then()
                .statusCode(404);
        as("tpps", "36.72.05").get("/v1/case-audit-rounds/{id}", ROUND).then().statusCode(200);
        as("tpps", "36.72.05")
                .post("/v1/case-audit-rounds/{id}:propose", ROUND)
                .then()
                .statusCode(404);
    }

    @Test
    void proposingAgainProposesOnlyTheNew() {
        Person first = stunted(DESA);
        caseOf(first);
        as("tpps", KOTA)
                .post("/v1/case-audit-rounds/{id}:propose", ROUND)
                .then()
                .statusCode(200)
                .body("proposed", equalTo(0));
        Person second = stunted(DESA);
        as("tpps", KOTA)
                .post("/v1/case-audit-rounds/{id}:propose", ROUND)
                .then()
                .body("proposed", equalTo(1))
                .body("byGroup.BADUTA", equalTo(1));
        assertThat(database.rows(
                        "select number from case_audit where round_id = ? and origin_id in (?, ?)",
                        ROUND,
                        first.id(),
                        second.id()))
                .extracting(row -> row.get("number"))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"birthWeightGrams\": 2350', '\"birthWeightGrams\": 500', 200,,",
        "'\"birthWeightGrams\": 2350', '\"birthWeightGrams\": 499', 422, /answers/birthWeightGrams, ANSWER_OUT_OF_RANGE",
        "'\"birthWeightGrams\": 2350', '\"birthWeightGrams\": 6001', 422, /answers/birthWeightGrams, ANSWER_OUT_OF_RANGE",
        "'\"birthWeightGrams\": 2350', '\"birthWeightGrams\": 2350.5', 422, /answers/birthWeightGrams, ANSWER_INVALID",
        "'\"birthWeightGrams\": 2350', '\"birthWeightGrams\": \"Siti\"', 422, /answers/birthWeightGrams, ANSWER_INVALID",
        "'\"birthWeightGrams\": 2350', '\"birthWeightGrams\": null', 422, /answers/birthWeightGrams, ANSWER_REQUIRED",
        "'\"immunisation\": \"PARTIAL\"', '\"immunisation\": \"Siti\"', 422, /answers/immunisation, ANSWER_INVALID",
        "'[\"WORMS\", \"DIARRHOEA\"]', '[\"WORMS\", \"WORMS\"]', 422, /answers/illnesses, ANSWER_INVALID",
        "'[\"WORMS\", \"DIARRHOEA\"]', '[]', 422, /answers/illnesses, ANSWER_INVALID",
        "'\"2026-11-10\"', '\"10-11-2026\"', 422, /answers/measuredOn, ANSWER_INVALID",
        "'\"insurance\": true', '\"insurance\": \"ya\"', 422, /answers/insurance, ANSWER_INVALID",
        "'\"insurance\": true', '\"insurance\": true, \"Siti\": \"x\"', 422, /answers, ANSWER_UNKNOWN"
    })
    void aWorksheetIsHeldToItsDefinition(
            String from, String to, int status, @Nullable String pointer, @Nullable String reason) {
        String id = caseOf(stunted(DESA));
        decide(id, "true", null).then().statusCode(200);
        Response answer = put("puskesmas", id, "worksheet", "{\"answers\": " + ANSWERS.replace(from, to) + "}", 2);

        answer.then().statusCode(status);
        if (pointer != null) {
            answer.then().body("errors[0].pointer", equalTo(pointer)).body("errors[0].reason", equalTo(reason));
            assertThat(answer.asString()).doesNotContain("Siti");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CATIN", "PREGNANT", "POST_PARTUM", "BADUTA", "BALITA"})
    void everyGroupHasAWorksheetWithoutFreeText(String group) {
        as("puskesmas", KOTA)
                .get("/v1/case-audit-worksheets/{group}", group)
                .then()
                .statusCode(200)
                .body(
                        "sections.fields.flatten().type.unique() - ['INTEGER','NUMBER','DATE','BOOLEAN','CHOICE','CHOICES']",
                        equalTo(List.of()))
                .body("sections.fields.flatten().size()", greaterThan(8));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"done\": true}', EVIDENCE_REQUIRED",
        "'{\"done\": true, \"evidence\": \"LETTER\", \"reference\": \"diterima ibu Siti\"}', REFERENCE_INVALID",
        "'{\"done\": true, \"evidence\": \"LETTER\", \"reference\": \"3604012345678901\"}', REFERENCE_INVALID",
        "'{\"done\": true, \"evidence\": \"PHOTO\", \"reference\": \"A-1\"}', WORD_UNKNOWN",
        "'{\"done\": false}', REASON_REQUIRED",
        "'{\"done\": false, \"reason\": \"Siti\"}', WORD_UNKNOWN"
    })
    void whatIsDoneIsProvedInWordsOfTheRule(String body, String code) {
        String answer = complete("PUPR", UUID.randomUUID().toString(), UUID.randomUUID(), body, 1)
                .then()
                .statusCode(422)
                .body("code", equalTo(code))
                .extract()
                .asString();
        assertThat(answer).doesNotContain("Siti", "3604012345678901");
    }

    @Test
    void aRowOfABatchStopsNoOther() {
        String good = caseOf(stunted(DESA));
        as("tpps", KOTA)
                .contentType("application/json")
                .body("""
                        [{"id": "%s", "select": false}, {"id": "%s", "select": false, "reason": "because"},
                         {"id": "%s", "select": false, "reason": "CAPACITY"}, {"id": "%s", "select": true},
                         {"id": "%s", "select": false, "reason": "CAPACITY"}]""".formatted(good, good, good, UUID.randomUUID(), good))
                .post("/v1/case-audits:decide")
                .then()
                .statusCode(200)
                .body("outcome", equalTo(List.of("REFUSED", "REFUSED", "DONE", "REFUSED", "DONE")))
                .body("problem.code", equalTo(List.of("REASON_REQUIRED", "WORD_UNKNOWN", "CASE_UNKNOWN")));
        as("tpps", KOTA)
                .get("/v1/case-audits/{id}", good)
                .then()
                .body("stage", equalTo("NOT_SELECTED"))
                .body("reason.text", equalTo("Melebihi kemampuan tim semester ini"));
    }

    @Test
    void whatIsDueIsListedAndToldOnce() {
        Person child = stunted("36.72.06.1001");
        String id = caseOf(child);
        LocalDate due = start.plusDays(30);
        assertThat(as("tpps", KOTA)
                        .get("/v1/case-audits?area=36.72.06&due=" + due)
                        .asString())
                .contains(id);
        assertThat(as("tpps", KOTA)
                        .get("/v1/case-audits?area=36.72.06&due=" + due.minusDays(1))
                        .asString())
                .doesNotContain(id);

        reminders.step(due.minusDays(8));
        assertThat(remindersOf(child)).isEmpty();
        reminders.step(due.minusDays(7));
        reminders.step(due);
        assertThat(remindersOf(child)).containsExactly("DUE_SOON");
        reminders.step(due.plusDays(1));
        reminders.step(due.plusDays(1));
        assertThat(remindersOf(child)).containsExactly("DUE_SOON", "OVERDUE");

        decide(id, "false", "CAPACITY").then().statusCode(200);
        assertThat(as("tpps", KOTA)
                        .get("/v1/case-audits?area=36.72.06&due=2100-01-01")
                        .asString())
                .doesNotContain(id);
    }

    @Test
    void theStagesOfARoundStandInTheCalendarAndMoveWithIt() {
        UUID round = UUID.randomUUID();
        String body =
                "{\"area\": \"36.74\", \"year\": 2031, \"semester\": 1, \"startsOn\": \"2031-01-06\", \"team\": [\"DINKES\"]}";
        rounds("36.74", round, body, null).then().statusCode(201);
        rounds("36.74", round, body, null).then().statusCode(204).header("ETag", "\"1\"");
        assertThat(due(round, "SELECTED"))
                .containsEntry("starts_on", Date.valueOf("2031-03-07"))
                .containsEntry("sequence", 0);
        String later = body.replace("2031-01-06", "2031-01-13");
        rounds("36.74", round, later, null).then().statusCode(428);
        rounds("36.74", round, later, "\"2\"").then().statusCode(412);
        rounds("36.74", round, later, "\"1\"").then().statusCode(204).header("ETag", "\"2\"");
        assertThat(due(round, "SELECTED"))
                .containsEntry("starts_on", Date.valueOf("2031-03-14"))
                .containsEntry("sequence", 1);
        rounds("36.74", UUID.randomUUID(), body, null).then().statusCode(409).body("code", equalTo("ROUND_EXISTS"));
        rounds("36.75", round, body.replace("36.74", "36.75"), null)
                .then()
                .statusCode(409)
                .body("code", equalTo("ROUND_ID_TAKEN"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"36.74\"', '\"36.74.01\"', KABUPATEN_REQUIRED",
        "2032-01-05, 2032-07-01, OUTSIDE_SEMESTER",
        "2032-01-05, 2031-12-31, OUTSIDE_SEMESTER",
        "DINKES, FRIENDS, WORD_UNKNOWN",
        "'\"DINKES\"', '\"DINKES\", \"DINKES\"', WORD_TWICE"
    })
    void aRoundThatMakesNoSenseIsRefused(String from, String to, String code) {
        String body =
                "{\"area\": \"36.74\", \"year\": 2032, \"semester\": 1, \"startsOn\": \"2032-01-05\", \"team\": [\"DINKES\"]}";
        rounds("36.74", UUID.randomUUID(), body.replace(from, to), null)
                .then()
                .statusCode(422)
                .body("code", equalTo(code));
    }

    @Test
    void theSummaryCountsHowFarCasesHaveCome() {
        String selected = caseOf(stunted("36.72.07.1001"));
        caseOf(stunted("36.72.07.1001"));
        decide(selected, "true", null).then().statusCode(200);
        as("tpps", KOTA)
                .get("/v1/case-audits/summary?area=36.72.07")
                .then()
                .statusCode(200)
                .body("selected", equalTo(1))
                .body("reviewed", equalTo(0))
                .body("followUp", equalTo(0))
                .body("byStage.PROPOSED", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kader", "tpk", "system", "partner", ""})
    void otherRolesAreRefused(String role) {
        for (String path : List.of(
                "/v1/case-audits", "/v1/case-audits/summary", "/v1/case-audit-rounds", "/v1/case-audit-follow-ups")) {
            as(role, KOTA).get(path).then().statusCode(403);
        }
    }

    @Test
    void eachStepHasItsRoles() {
        String id = UUID.randomUUID().toString();
        put("opd", id, "worksheet", "{\"answers\": {}}", 1).then().statusCode(403);
        put("auditor", id, "recommendation", "{\"codes\": [\"IRON_TABLETS\"]}", 1)
                .then()
                .statusCode(403);
        put("puskesmas", id, "dissemination", "{\"codes\": [\"PUPR\"]}", 1)
                .then()
                .statusCode(403);
        as("opd", KOTA).get("/v1/case-audits/{id}/worksheet.pdf", id).then().statusCode(403);
        as("puskesmas", KOTA)
                .contentType("application/json")
                .body("[]")
                .post("/v1/case-audits:decide")
                .then()
                .statusCode(403);
        as("opd", KOTA).post("/v1/case-audit-rounds/{id}:propose", ROUND).then().statusCode(403);
    }

    private Person stunted(String desa) {
        Person child = Person.in(desa);
        events.tell(
                SubjectEvents.child(child, 1, today.minusDays(400)),
                SubjectEvents.stunting(child, 1, "SEVERELY_STUNTED"));
        return child;
    }

    /** Proposes and finds the case. */
    private String caseOf(Person child) {
        as("tpps", KOTA)
                .post("/v1/case-audit-rounds/{id}:propose", ROUND)
                .then()
                .statusCode(200);
        return TestDatabase.id(
                        database.row(
                                "select id from case_audit where round_id = ? and origin_id = ?", ROUND, child.id()),
                        "id")
                .toString();
    }

    private List<Object> remindersOf(Person child) {
        return database
                .rows(
                        "select r.level from case_audit_reminder r join case_audit c on c.id = r.case_id join outbox o"
                                + " on o.key = r.id::text where c.origin_id = ? order by o.id",
                        child.id())
                .stream()
                .map(row -> (Object) TestDatabase.text(row, "level"))
                .toList();
    }

    private Map<String, Object> due(UUID round, String stage) {
        return database.row(
                "select starts_on, sequence from calendar_entry where feature = 'case-audit' and source_id = ?",
                round + "/" + stage);
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDRectangle page = document.getPage(0).getMediaBox();
            assertThat(page.getWidth()).isCloseTo(PDRectangle.A4.getWidth(), offset(1f));
            assertThat(page.getHeight()).isCloseTo(PDRectangle.A4.getHeight(), offset(1f));
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private String round(LocalDate startsOn, String team) {
        var semester = CaseAuditRound.Semester.of(startsOn);
        return "{\"area\": \"36.72\", \"year\": %d, \"semester\": %d, \"startsOn\": \"%s\", \"team\": %s}"
                .formatted(semester.year(), semester.number(), startsOn, team);
    }

    private static Response rounds(String area, UUID id, String body, @Nullable String version) {
        RequestSpecification request =
                as("tpps", area).contentType("application/json").body(body);
        return (version == null ? request : request.header("If-Match", version)).put("/v1/case-audit-rounds/{id}", id);
    }

    private static String plan(String action, String field, LocalDate due) {
        return "{\"action\": \"%s\", \"field\": \"%s\", \"party\": \"OPD\", \"dueOn\": \"%s\"}"
                .formatted(action, field, due);
    }

    private static Response decide(String id, String select, @Nullable String reason) {
        return as("tpps", KOTA)
                .contentType("application/json")
                .body("[{\"id\": \"%s\", \"select\": %s%s}]"
                        .formatted(id, select, reason == null ? "" : ", \"reason\": \"" + reason + "\""))
                .post("/v1/case-audits:decide");
    }

    private static Response put(String role, String id, String step, String body, @Nullable Integer version) {
        RequestSpecification request =
                as(role, KOTA).contentType("application/json").body(body);
        return (version == null ? request : request.header("If-Match", "\"" + version + "\""))
                .put("/v1/case-audits/" + id + "/" + step);
    }

    private static Response planAs(String field, String id, UUID line, String body) {
        RequestSpecification who = field.equals("opd") ? as("opd", KOTA) : ofField(field);
        return who.contentType("application/json")
                .header("If-Match", "\"7\"")
                .body(body)
                .put("/v1/case-audits/" + id + "/follow-ups/" + line);
    }

    private static RequestSpecification ofField(String field) {
        return given().auth().oauth2(TestTokens.opdToken(field, KOTA));
    }

    private static Response complete(String field, String id, UUID line, String body, int version) {
        return ofField(field)
                .contentType("application/json")
                .body(body)
                .header("If-Match", "\"" + version + "\"")
                .post("/v1/case-audits/" + id + "/follow-ups/" + line + ":complete");
    }

    private static RequestSpecification as(String role, String wilayah) {
        return given().auth().oauth2(TestTokens.token(role, wilayah));
    }
}
