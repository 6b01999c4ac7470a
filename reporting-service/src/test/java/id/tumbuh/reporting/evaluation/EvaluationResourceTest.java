package id.tumbuh.reporting.evaluation;

import static id.tumbuh.reporting.evaluation.ReportedKabupaten.as;
import static id.tumbuh.reporting.evaluation.ReportedKabupaten.figure;
import static id.tumbuh.reporting.evaluation.ReportedKabupaten.words;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.platform.testing.LocalServers;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.indicator.Period;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.quality.Assessed;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a semester's report between a kabupaten, its kecamatan and its province. */
@QuarkusTest
@WithTestResource(RealServers.class)
class EvaluationResourceTest {
    private static final String STUNTING = "stunting-prevalence";

    @Inject
    Given given;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void aReportNobodyBeganSaysWhatIsCountedNow() {
        ReportedKabupaten kabupaten = measured("62.01");
        UUID posyandu = UUID.randomUUID();
        given.announced(Assessed.of(posyandu, "2026-06", "62.01.01.2001")
                .rounded(39)
                .cases(0)
                .event());
        Awaitility.await().untilAsserted(() -> kabupaten.read("writer", "62.01").body("report.posyandu", hasSize(1)));

        kabupaten
                .read("writer", "62.01")
                .statusCode(200)
                .header("ETag", nullValue())
                .body("state", equalTo("NOT_BEGUN"))
                .body("due.on", equalTo("2026-07-15"))
                .body("due.overdue", equalTo(true))
                .body("due.note", containsString("assumed"))
                .body("live", equalTo(true))
                .body("report.level", equalTo("KABUPATEN_KOTA"))
                .body(figure(STUNTING, "now.numerator"), equalTo(4))
                .body(figure(STUNTING, "now.percent"), equalTo(30.7692f))
                .body(figure(STUNTING, "now.coverage"), equalTo(86.6667f))
                .body(figure(STUNTING, "now.months"), contains("2026-06"))
                .body(figure(STUNTING, "before.numerator"), equalTo(4))
                .body(figure(STUNTING, "before.percent"), equalTo(26.6667f))
                .body(figure(STUNTING, "before.months"), contains("2025-12"))
                .body(figure(STUNTING, "yearBefore.percent"), nullValue())
                .body(figure(STUNTING, "points"), equalTo(4.1025f))
                .body(figure(STUNTING, "direction"), equalTo("WORSE"))
                .body(figure("weighing-coverage", "now.numerator"), equalTo(13))
                .body(figure("weighing-coverage", "now.months"), hasSize(6))
                .body(figure("krs-share", "direction"), equalTo("UNKNOWN"))
                .body("report.way.year", equalTo(2026))
                .body("report.way.thisYear", equalTo(17.65f))
                .body("report.way.interpolated", equalTo(true))
                .body("report.way.goal", equalTo(14.2f))
                .body("report.way.liftByRoutine", equalTo(3))
                .body("report.survey.instrument", nullValue())
                .body("report.survey.explanation", equalTo("NO_SURVEY"))
                .body("report.areas.place", contains(1, 2))
                .body("report.areas.percent", contains(37.5f, 20.0f))
                .body("report.posyandu[0].posyanduId", equalTo(posyandu.toString()))
                .body("report.posyandu[0].signs.code", hasItems("ROUNDED_HEIGHTS", "NO_CASE"));
    }

    @Test
    void whatChangedIsToldFromTheCaseListAndWhatCannotBeToldIsSaid() {
        measured("62.02")
                .read("writer", "62.02")
                .body("report.changes.since.period", equalTo("2025-S2"))
                .body("report.changes.since.submittedAt", nullValue())
                .body("report.changes.moved.code", hasItem(STUNTING))
                .body("report.changes.cases.newly", equalTo(2))
                .body("report.changes.cases.recovered", equalTo(1))
                .body("report.changes.cases.agedOut", equalTo(1))
                .body("report.changes.cases.stuntedThen", equalTo(4))
                .body("report.changes.cases.stunted", equalTo(4))
                .body("report.changes.cases.rest", equalTo(0))
                .body("report.changes.families", nullValue())
                .body("report.changes.untold", hasItem("MOVES"));
    }

    @Test
    void aReportIsWrittenHandedInGivenBackHandedInAgainAndAccepted() {
        ReportedKabupaten kabupaten = measured("62.03");
        kabupaten
                .write("writer", "62.03", words("Alat ukur"))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("DRAFT"));
        kabupaten.write("writer", "62.03", words("Alat ukur")).statusCode(200).header("ETag", "\"1\"");
        kabupaten.write("writer", "62.03", words("Lain")).statusCode(409).body("code", equalTo("CONFLICT"));
        kabupaten.write("writer", "62.03", words("Lain"), "\"7\"").statusCode(412);
        kabupaten
                .write("writer", "62.03", words("Lain"), "\"1\"")
                .statusCode(200)
                .header("ETag", "\"2\"");

        String hash = kabupaten
                .step("writer", "62.03", "submission", "\"2\"", "")
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("state", equalTo("SUBMITTED"))
                .body("live", equalTo(false))
                .body("due.late", equalTo(true))
                .body("may.write", equalTo(false))
                .body("frozen.hash", matchesPattern("[0-9a-f]{64}"))
                .extract()
                .path("frozen.hash");
        kabupaten
                .step("writer", "62.03", "submission", "\"3\"", "")
                .statusCode(409)
                .body("code", equalTo("NOT_OPEN"));
        kabupaten.write("writer", "62.03", words("Lagi"), "\"3\"").statusCode(409);

        kabupaten.oneMore(given);
        kabupaten
                .read("writer", "62.03")
                .body(figure(STUNTING, "now.numerator"), equalTo(4))
                .body("report.obstacles", equalTo("Lain"));
        as("writer", "62.03")
                .get(kabupaten.path("?as=now"))
                .then()
                .body("live", equalTo(true))
                .body(figure(STUNTING, "now.numerator"), equalTo(5));

        kabupaten
                .step("province", "62", "return", "\"2\"", "{\"remarks\":\"Jelaskan\"}")
                .statusCode(412);
        kabupaten
                .step("province", "62", "return", "\"3\"", "{}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/remarks"))
                .body("errors[0].reason", equalTo("REMARKS_NEEDED"));
        kabupaten
                .step("province", "62", "return", "\"3\"", "{\"remarks\":\"Jelaskan kecamatan utara\"}")
                .statusCode(200)
                .body("state", equalTo("RETURNED"));
        kabupaten
                .read("writer", "62.03")
                .body("may.write", equalTo(true))
                .body("history.action", contains("SUBMITTED", "RETURNED"))
                .body("history.office", contains("62.03", "62"))
                .body("history[1].remarks", equalTo("Jelaskan kecamatan utara"))
                .body("history.hash", everyItem(equalTo(hash)));

        kabupaten
                .write("writer", "62.03", words("Utara diukur ulang"), "\"4\"")
                .statusCode(200)
                .body("state", equalTo("RETURNED"));
        kabupaten
                .step("writer", "62.03", "submission", "\"5\"", "")
                .statusCode(200)
                .body("frozen.number", equalTo(2))
                .body("frozen.hash", not(equalTo(hash)))
                .body(figure(STUNTING, "now.numerator"), equalTo(5));
        kabupaten
                .step("province", "62", "acceptance", "\"6\"", "{}")
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("history.action", contains("SUBMITTED", "RETURNED", "SUBMITTED", "ACCEPTED"));
        kabupaten.write("writer", "62.03", words("Nanti"), "\"7\"").statusCode(409);
        kabupaten
                .step("province", "62", "return", "\"7\"", "{\"remarks\":\"Lagi\"}")
                .statusCode(409)
                .body("code", equalTo("NOT_SUBMITTED"));
        assertThat(audited("62.03"))
                .containsExactly("CREATE", "CHANGE", "SUBMIT", "RETURN", "CHANGE", "SUBMIT", "ACCEPT");
        String told = "/v1/events?since=2020-01-01T00:00:00Z&types=reporting.evaluation-submitted,"
                + "reporting.evaluation-returned,reporting.evaluation-accepted&area=";
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as("writer", "62.03")
                        .get(told + "62.03")
                        .then()
                        .statusCode(200)
                        .body(
                                "events.event",
                                contains(
                                        "reporting.evaluation-submitted",
                                        "reporting.evaluation-returned",
                                        "reporting.evaluation-submitted",
                                        "reporting.evaluation-accepted"))
                        .body(not(containsString("Jelaskan")))
                        .body(not(containsString("diukur ulang"))));
        as("stranger", "62.05").get(told + "62.05").then().body("events", hasSize(0));
    }

    @Test
    void onlyItsOwnOfficeWritesOnlyTheOneRightAboveDecidesAndNobodyOnTheirOwn() {
        ReportedKabupaten kabupaten = measured("62.04");
        kabupaten.write("province", "62", words("a")).statusCode(403).body("code", equalTo("NOT_ITS_OFFICE"));
        kabupaten.write("stranger", "62.05", words("a")).statusCode(404);
        kabupaten.write("below", "62.04.01", words("a")).statusCode(404);
        new ReportedKabupaten("62.98", "Tidak ada")
                .write("nowhere", "62.98", words("a"))
                .statusCode(404);
        given().auth()
                .oauth2(TestTokens.token("puskesmas", "62.04"))
                .contentType("application/json")
                .body(words("a"))
                .put(kabupaten.path(""))
                .then()
                .statusCode(403);
        given().get(kabupaten.path("")).then().statusCode(401);
        kabupaten.submitted();

        for (String area : List.of("62.04", "*")) {
            kabupaten
                    .step("other", area, "acceptance", "\"2\"", "{}")
                    .statusCode(403)
                    .body("code", equalTo("NOT_THE_OFFICE_ABOVE"));
        }
        kabupaten.step("stranger", "61", "acceptance", "\"2\"", "{}").statusCode(404);
        given().auth()
                .oauth2(ReportedKabupaten.token("writer", "62", "62.04"))
                .header("If-Match", "\"2\"")
                .contentType("application/json")
                .body("{}")
                .post(kabupaten.path("/acceptance"))
                .then()
                .statusCode(403)
                .body("code", equalTo("OWN_REPORT"));
        kabupaten.read("province", "62").body("may.decide", equalTo(true)).body("may.write", equalTo(false));
        kabupaten.read("writer", "62.04").body("may.decide", equalTo(false));
        as("province", "62")
                .contentType("application/json")
                .body("{}")
                .post(kabupaten.path("/acceptance"))
                .then()
                .statusCode(428);
        kabupaten.step("province", "62", "acceptance", "\"2\"", "{}").statusCode(200);
    }

    @Test
    void theLevelAboveSeesWhatIsDueBelowIt() {
        ReportedKabupaten kabupaten = measured("62.06");
        ReportedKabupaten kecamatan = new ReportedKabupaten("62.06.01", "Utara");
        kecamatan.submitted();

        as("kabupaten", "62.06")
                .get("/v1/evaluations?area=62.06&period=2026-S1")
                .then()
                .statusCode(200)
                .body("reports.area", contains("62.06.01", "62.06.02"))
                .body("reports.state", contains("SUBMITTED", "NOT_BEGUN"))
                .body("reports.late", contains(true, false))
                .body("reports.overdue", contains(false, true))
                .body("reports.dueOn", everyItem(equalTo("2026-07-10")))
                .body("reports.submittedAt", contains(notNullValue(), nullValue()))
                .body("states.SUBMITTED", equalTo(1))
                .body("overdue", equalTo(1));
        kecamatan
                .step("kabupaten", "62.06", "acceptance", "\"2\"", "{\"remarks\":\"Baik\"}")
                .statusCode(200);
        kecamatan.read("kecamatan", "62.06.01").body("history[1].remarks", equalTo("Baik"));
        as("centre", "*")
                .get("/v1/evaluations?area=ID")
                .then()
                .body("period", equalTo(Asking.reported().code()))
                .body("reports.area", hasItem("62"));
        as("stranger", "62.07").get("/v1/evaluations?area=62.06").then().statusCode(404);
        kabupaten.read("kabupaten", "62.06").body("state", equalTo("NOT_BEGUN"));
    }

    @Test
    void theNextReportComparesWithWhatWasHandedIn() {
        ReportedKabupaten kabupaten = measured("62.08");
        kabupaten.submitted();
        kabupaten.oneMore(given);

        as("writer", "62.08")
                .get("/v1/evaluations/62.08/2026-S2")
                .then()
                .statusCode(200)
                .body("report.changes.since.period", equalTo("2026-S1"))
                .body("report.changes.since.hash", matchesPattern("[0-9a-f]{64}"))
                .body("report.changes.moved.find { it.code == '" + STUNTING + "' }.numeratorThen", equalTo(4))
                .body("report.changes.moved.find { it.code == '" + STUNTING + "' }.recounted", equalTo(true))
                .body(figure(STUNTING, "before.numerator"), equalTo(5));
    }

    @Test
    void areasAreRankedWithinTheirProvince() {
        ReportedKabupaten high = new ReportedKabupaten("62.09.01", "Utara");
        ReportedKabupaten low = new ReportedKabupaten("62.09.02", "Selatan");
        measured("62.09");
        JsonPath first = high.read("kecamatan", "62.09.01").extract().jsonPath();
        JsonPath second = low.read("kecamatan", "62.09.02").extract().jsonPath();

        assertThat(first.getInt("report.rank.place")).isLessThan(second.getInt("report.rank.place"));
        assertThat(first.getInt("report.rank.of")).isGreaterThanOrEqualTo(2);
        assertThat(first.getString("report.rank.within")).isEqualTo("62");
    }

    @ParameterizedTest(name = "{0} of {1} is refused with {2}: {3}")
    @CsvSource({
        "62, 2026-Q1, /period, NOT_A_SEMESTER",
        "62, 2026, /period, NOT_A_SEMESTER",
        "62, 2200-S1, /period, SEMESTER_AHEAD",
        "ID, 2026-S1, /area, NOBODY_ABOVE",
        "Serang, 2026-S1, /area, INVALID_AREA"
    })
    void aWrongQuestionIsAnsweredWithItsField(String area, String period, String pointer, String reason) {
        as("centre", "*")
                .get("/v1/evaluations/" + area + "/" + period)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].reason", equalTo(reason));
    }

    @Test
    void wordsMustBeThereNameNobodyAndTheSemesterMustBeOver() {
        ReportedKabupaten kabupaten = measured("62.10");
        kabupaten
                .write("writer", "62.10", "{\"obstacles\":\"Ibu 3604205201900001 menolak\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/obstacles"))
                .body("errors[0].reason", equalTo("TEXT_NAMES_SOMEBODY"));
        kabupaten.write("writer", "62.10", "{\"figures\":[]}").statusCode(400);
        kabupaten.write("writer", "62.10", "{\"obstacles\":\"Alat ukur\"}").statusCode(201);
        kabupaten
                .step("writer", "62.10", "submission", "\"1\"", "")
                .statusCode(409)
                .body("code", equalTo("TEXTS_MISSING"));

        String running = Period.semesterOf(MonthCounters.present()).code();
        as("writer", "62.10")
                .header("If-Match", "\"1\"")
                .post("/v1/evaluations/62.10/" + running + "/submission")
                .then()
                .statusCode(409)
                .body("code", equalTo("SEMESTER_NOT_OVER"));
        as("writer", "62.10").get(kabupaten.path("?as=then")).then().statusCode(400);
    }

    @Test
    void ofTwoWhoHandInAtOnceOneDoesAndWhatWasHandedInCanOnlyBeAddedTo() throws Exception {
        ReportedKabupaten kabupaten = measured("62.12");
        kabupaten.write("writer", "62.12", words("Alat ukur")).statusCode(201);
        List<Integer> answers;
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> handIn = () -> kabupaten
                    .step("writer", "62.12", "submission", "\"1\"", "")
                    .extract()
                    .statusCode();
            answers = both.invokeAll(List.of(handIn, handIn)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 409);
        kabupaten.read("writer", "62.12").body("history", hasSize(1)).body("frozen.number", equalTo(1));
        for (String table : List.of("evaluation_submission", "evaluation_step")) {
            for (String right : List.of("update", "delete", "truncate")) {
                assertThat(mayTheService(right, table)).as(right + " " + table).isFalse();
            }
        }
    }

    private boolean mayTheService(String right, String table) {
        return Jdbi.create(url, "reporting_owner", LocalServers.PASSWORD)
                .withHandle(sql -> sql.createQuery("select has_table_privilege('reporting_app', ?, ?)")
                        .bind(0, table)
                        .bind(1, right)
                        .mapTo(Boolean.class)
                        .one());
    }

    private ReportedKabupaten measured(String code) {
        ReportedKabupaten kabupaten = new ReportedKabupaten(code, "Contoh");
        kabupaten.measured(given);
        return kabupaten;
    }

    private List<String> audited(String area) {
        return Jdbi.create(url, "reporting_owner", LocalServers.PASSWORD).inTransaction(sql -> {
            sql.execute("select set_config('app.wilayah', '*', true)");
            return sql.createQuery(
                            "select action from audit_entry where object_type = 'evaluation' and area_code = ? order by id")
                    .bind(0, area)
                    .mapTo(String.class)
                    .list();
        });
    }
}
