package id.tumbuh.intervention.programme;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.casework.Telling;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test in a year of its own, in 36.71 and 17.02. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ProgrammeResourceTest {
    private static final String TPPS = TestTokens.token(Roles.TPPS, "36.71");
    private static final String PUPR = TestTokens.opdToken("PUPR", "36.71");
    private static final int THIS_YEAR = Days.today().getYear();

    @Inject
    TestDatabase database;

    @Inject
    Telling telling;

    @Inject
    Database transactions;

    private final UUID id = UUID.randomUUID();

    @Test
    void anOpdPlansItsProgrammeAndSaysWhatEachQuarterBrought() {
        UUID opd = opd("PUPR");
        String body = programme(id, opd, "36.71", 2011, plan(240, "\"APBD\":900,\"DD\":100"));

        json(PUPR)
                .body(body)
                .post("/v1/programmes")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("opdField", equalTo("PUPR"))
                .body("budgetTotal", equalTo(1000))
                .body("late", equalTo(true))
                .body("lateIn", contains("OUTPUT", "SPENDING"));
        json(PUPR).body(body).post("/v1/programmes").then().statusCode(200).header("ETag", equalTo("\"1\""));
        json(PUPR)
                .body(body.replace("240", "241"))
                .post("/v1/programmes")
                .then()
                .statusCode(409)
                .body("code", equalTo("ID_TAKEN"));

        put(PUPR, "quarters/1", 1, "{\"output\":100,\"spending\":{\"APBD\":400}}")
                .then()
                .statusCode(200);
        put(PUPR, "quarters/1", 1, "{\"output\":100,\"spending\":{\"APBD\":400}}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
        put(PUPR, "quarters/1", 1, "{\"output\":99,\"spending\":{}}").then().statusCode(412);
        put(PUPR, "quarters/3", 2, "{\"output\":140,\"spending\":{\"APBD\":500,\"DD\":50}}")
                .then()
                .statusCode(200)
                .body("outputTotal", equalTo(240))
                .body("realisedTotal", equalTo(950))
                .body("late", equalTo(false));
        put(PUPR, "quarters/1", 3, "{\"output\":99,\"spending\":{\"DD\":1}}")
                .then()
                .body("quarters[0].spending", equalTo(Map.of("DD", 1)))
                .body("lateIn", contains("OUTPUT", "SPENDING"));

        assertThat(database.rows("select type from outbox where key = ? order by id", id.toString()))
                .extracting(row -> TestDatabase.text(row, "type").replace("id.tumbuh.intervention.", ""))
                .containsExactly(
                        "programme-changed.v1",
                        "programme-realised.v1",
                        "programme-realised.v1",
                        "programme-realised.v1");
        assertThat(database.lastBody(id)).contains("\"quarter\":3").doesNotContain("Jamban");
    }

    @Test
    void onlyTheTppsAndItsOwnOpdChangeAProgrammeAndEveryOpdReadsIt() {
        UUID opd = opd("PUPR");
        planned(opd, "36.71", 2012, 10);
        String dinkes = TestTokens.opdToken("DINKES", "36.71");
        String unnamed = TestTokens.token(Roles.OPD, "36.71");

        as(dinkes).get("/v1/programmes/{id}", id).then().statusCode(200);
        put(dinkes, "evaluation", 1, "{\"evaluation\":\"x\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_YOUR_FIELD"));
        put(unnamed, "evaluation", 1, "{\"evaluation\":\"x\"}").then().statusCode(403);
        put(TestTokens.token(Roles.AUDITOR, "36.71"), "evaluation", 1, "{\"evaluation\":\"x\"}")
                .then()
                .statusCode(403);
        put(TestTokens.token(Roles.TPPS, "36.73"), "evaluation", 1, "{\"evaluation\":\"x\"}")
                .then()
                .statusCode(404);
        json(dinkes)
                .body(programme(UUID.randomUUID(), opd, "36.71", 2012, plan(1, "\"APBD\":1")))
                .post("/v1/programmes")
                .then()
                .statusCode(403);
        json(TestTokens.token(Roles.TPPS, "36.71.01"))
                .body(programme(UUID.randomUUID(), opd, "36.71", 2012, plan(1, "\"APBD\":1")))
                .post("/v1/programmes")
                .then()
                .statusCode(404);
        put(TPPS, "evaluation", 1, "{\"evaluation\":\"Lahan belum siap.\"}")
                .then()
                .statusCode(200)
                .body("evaluation", equalTo("Lahan belum siap."));
        json(TPPS)
                .body("{\"evaluation\":\"x\"}")
                .put("/v1/programmes/{id}/evaluation", id)
                .then()
                .statusCode(428);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"evaluation\":\"Warga 3604012345678901 belum dapat\"}",
                "{\"evaluation\":\"Hubungi 0812-3456-7890\"}",
                "{\"evaluation\":\"  \"}"
            })
    void anEvaluationNamesNobody(String body) {
        planned(opd("PUPR"), "36.71", 2013, 10);

        put(TPPS, "evaluation", 1, body)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/evaluation"))
                .body(not(containsString("0812")));
    }

    @Test
    void aPlanIsCheckedAgainstTheRules() {
        UUID opd = opd("PUPR");
        String good = programme(id, opd, "36.71", 2014, plan(10, "\"APBD\":1"));
        Map<String, String> wrong = Map.of(
                good.replace("\"APBD\"", "\"KANTONG\""), "SOURCE_UNKNOWN",
                good.replace("\"T5\"", "\"S5\""), "INDICATOR_UNKNOWN",
                good.replace("\"T5\"", "\"T99\""), "INDICATOR_UNKNOWN",
                good.replace("\"target\":10", "\"target\":0"), "OUT_OF_RANGE",
                good.replace("\"APBD\":1", "\"APBD\":-1"), "OUT_OF_RANGE",
                good.replace("2014", "1999"), "OUT_OF_RANGE");

        wrong.forEach((body, reason) -> json(TPPS)
                .body(body)
                .post("/v1/programmes")
                .then()
                .statusCode(400)
                .body("errors.reason", hasItem(reason)));
        json(TPPS).body(good).post("/v1/programmes").then().statusCode(201);
    }

    @Test
    void aQuarterThatHasNotBegunBringsNothing() {
        planned(opd("PUPR"), "36.71", THIS_YEAR + 1, 10);

        put(TPPS, "quarters/1", 1, "{\"output\":1,\"spending\":{}}")
                .then()
                .statusCode(400)
                .body("errors[0].reason", equalTo("QUARTER_NOT_BEGUN"));
        put(TPPS, "quarters/5", 1, "{\"output\":1,\"spending\":{}}").then().statusCode(400);
    }

    /** A kabupaten's programme, two of its desa that are part of it, and one desa's own. */
    @Test
    void moneyIsCountedOnceAtEveryLevel() {
        UUID opd = opd("PUPR");
        UUID whole = planned(opd, "36.71", 2015, 1000);
        UUID part = part(opd, "36.71.01.1001", 300, whole);
        part(opd, "36.71.02.1001", 200, whole);
        UUID own = planned(UUID.randomUUID(), opd, "36.71.01.1001", 2015, 50);

        json(TPPS)
                .header("If-Match", "\"1\"")
                .body("{\"output\":200,\"spending\":{\"APBD\":50}}")
                .put("/v1/programmes/{id}/quarters/4", own)
                .then()
                .statusCode(200);

        String kota = "/v1/programmes/summary?year=2015&area=";
        as(TPPS).get(kota + "36.71")
                .then()
                .body("total.programmes", equalTo(4))
                .body("total.budget", equalTo(1050))
                .body("total.realised", equalTo(50))
                .body("total.late", equalTo(3))
                .body("rows.area", contains("36.71", "36.71.01", "36.71.02"))
                .body("rows.budget", contains(1000, 350, 200))
                .body("rows.programmes", contains(1, 2, 1))
                .body("sources.find { it.source == 'APBD' }.budget", equalTo(1050));
        as(TPPS).get(kota + "36.71.01")
                .then()
                .body("total.budget", equalTo(350))
                .body("rows.area", contains("36.71.01.1001"));
        as(TestTokens.token(Roles.TPPS, "36"))
                .get(kota + "36")
                .then()
                .body("rows.find { it.area == '36.71' }.budget", equalTo(1050))
                .body("rows.find { it.area == '36.71' }.programmes", equalTo(4));
        as(TestTokens.token(Roles.TPPS, "36.71.01"))
                .get(kota + "36.71.01")
                .then()
                .body("total.budget", equalTo(350));

        json(TPPS)
                .header("If-Match", "\"1\"")
                .post("/v1/programmes/{id}:withdraw", part)
                .then()
                .statusCode(200);
        as(TPPS).get(kota + "36.71").then().body("total.budget", equalTo(1050)).body("total.programmes", equalTo(3));
        json(TPPS)
                .header("If-Match", "\"1\"")
                .post("/v1/programmes/{id}:withdraw", whole)
                .then()
                .statusCode(200);
        as(TPPS).get(kota + "36.71").then().body("total.budget", equalTo(250));
    }

    @Test
    void aProgrammeIsPartOfOneAroundItOnly() {
        UUID opd = opd("PUPR");
        UUID whole = planned(opd, "36.71.01", 2016, 100);
        UUID part = UUID.randomUUID();
        json(TPPS)
                .body(partOf(part, opd, "36.71.01.1001", 2016, whole))
                .post("/v1/programmes")
                .then()
                .statusCode(201);

        for (String unfit : List.of(
                partOf(UUID.randomUUID(), opd, "36.71.02.1001", 2016, whole),
                partOf(UUID.randomUUID(), opd, "36.71.01.1001", 2017, whole),
                partOf(UUID.randomUUID(), opd, "36.71.01.1001", 2016, part),
                partOf(UUID.randomUUID(), opd, "36.71.01.1001", 2016, UUID.randomUUID()))) {
            json(TPPS)
                    .body(unfit)
                    .post("/v1/programmes")
                    .then()
                    .statusCode(400)
                    .body("errors[0].reason", equalTo("PARENT_UNFIT"));
        }
        String turned = plan(1, "\"APBD\":1").replace("}}", "},\"partOf\":\"" + whole + "\"}");
        json(TPPS)
                .header("If-Match", "\"1\"")
                .body(turned)
                .put("/v1/programmes/{id}", whole)
                .then()
                .statusCode(400);
    }

    @Test
    void whatIsLateIsListedAndTheDatabaseComparesAsTheRuleDoes() {
        UUID opd = opd("PUPR");
        String list = "/v1/programmes?area=36.71.03&limit=1000&year=2018&late=";
        // target 200 and budget 1.000 of a year long over: 200 and 950 are just enough
        for (String done : List.of("200 950", "199.99 950", "200 949", "0 0", "500 2000")) {
            UUID one = planned(UUID.randomUUID(), opd, "36.71.03", 2018, 1000);
            String[] figures = done.split(" ", 2);
            json(TPPS)
                    .header("If-Match", "\"1\"")
                    .body("{\"output\":" + figures[0] + ",\"spending\":{\"APBD\":" + figures[1] + "}}")
                    .put("/v1/programmes/{id}/quarters/4", one)
                    .then()
                    .statusCode(200);
        }

        as(TPPS).get(list + "true").then().body("$", hasSize(3)).body("late.unique()", contains(true));
        as(TPPS).get(list + "false").then().body("$", hasSize(2)).body("late.unique()", contains(false));
        as(TPPS).get("/v1/programmes/summary?area=36.71.03&year=2018").then().body("total.late", equalTo(3));
        as(TPPS).get("/v1/programmes?area=36.71.03&year=2018&limit=2")
                .then()
                .body("$", hasSize(2))
                .header("Link", notNullValue());
        as(TPPS).get(list + "maybe").then().statusCode(400).body("errors[0].reason", equalTo("LATE_UNKNOWN"));
        as(TestTokens.token(Roles.TPPS, "17.02")).get(list + "true").then().body("$", empty());
    }

    @Test
    void theWorkbookHoldsEveryProgrammeAndNoFormula() throws IOException {
        UUID opd = opd("PUPR");
        String formula = plan(10, "\"APBD\":500").replace("Jamban sehat", "=HYPERLINK(1)");
        json(TPPS)
                .body(programme(id, opd, "36.71", 2019, formula))
                .post("/v1/programmes")
                .then()
                .statusCode(201);
        put(TPPS, "evaluation", 1, "{\"evaluation\":\"@SUM(1)\"}").then().statusCode(200);

        byte[] file = as(TPPS).get("/v1/programmes:export?area=36.71&year=2019")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asByteArray();

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.getLast().getCellText(4)).isEqualTo("'=HYPERLINK(1)");
            assertThat(rows.getLast().getCellText(1)).isEqualTo("36.71");
            assertThat(rows.getLast().getCellAsNumber(11))
                    .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo("500"));
            assertThat(rows.getLast().getCellText(23)).isEqualTo("'@SUM(1)");
            assertThat(rows.getLast().getCellText(10)).isEqualTo("keluaran dan anggaran");
        }
        as(TPPS).get("/v1/programmes:export?year=2019").then().statusCode(400);
        assertThat(database.rows(
                        "select 1 from audit_entry where action = 'EXPORT_PROGRAMMES' and area_code = '36.71'"))
                .isNotEmpty();
    }

    @Test
    void anOpdIsRegisteredRenamedAndRemovedUnlessItHasProgrammes() {
        UUID opd = opd("PUPR");
        String body = "{\"id\":\"%s\",\"area\":\"36.71\",\"name\":\"Dinas Uji\",\"field\":\"PUPR\"}".formatted(opd);

        json(TPPS).body(body).post("/v1/opds").then().statusCode(200);
        json(TPPS).body(body.replace("Uji", "Lain")).post("/v1/opds").then().statusCode(409);
        json(TPPS)
                .header("If-Match", "\"1\"")
                .body("{\"name\":\"Dinas Perkim\",\"field\":\"PERKIM\"}")
                .put("/v1/opds/{id}", opd)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
        as(PUPR).get("/v1/opds/{id}", opd).then().body("name", equalTo("Dinas Perkim"));
        as(PUPR).get("/v1/opds?area=36.71&limit=1000").then().body("id", hasItem(opd.toString()));
        as(TestTokens.token(Roles.TPPS, "17.02"))
                .get("/v1/opds/{id}", opd)
                .then()
                .statusCode(404);
        json(PUPR).body(body).post("/v1/opds").then().statusCode(403);
        planned(opd, "36.71", 2020, 1);
        as(TPPS).header("If-Match", "\"2\"").delete("/v1/opds/{id}", opd).then().statusCode(409);
        UUID bare = opd("DINKES");
        as(TPPS).header("If-Match", "\"7\"")
                .delete("/v1/opds/{id}", bare)
                .then()
                .statusCode(412);
        as(TPPS).header("If-Match", "\"1\"")
                .delete("/v1/opds/{id}", bare)
                .then()
                .statusCode(204);
        as(TPPS).get("/v1/opds/{id}", bare).then().statusCode(404);
    }

    @Test
    void aNeedIsPaidForByOneProgrammeAtATime() {
        UUID opd = opd("DINKES");
        UUID first = pmt(opd, 2021);
        UUID second = pmt(opd, 2021);
        UUID need = need("36.71.01.1001");
        UUID elsewhere = need("17.02.01.2001");

        enrol(
                        first,
                        row(need, "2021-03-01", "2021-05-29"),
                        row(elsewhere, "2021-03-01", "2021-03-02"),
                        row(need, "2021-03-01", "2021-05-29"),
                        row(need, "2021-03-02", "2021-05-29"),
                        row(UUID.randomUUID(), "2020-12-31", "2021-01-05"),
                        row(UUID.randomUUID(), "2021-05-02", "2021-05-01"))
                .then()
                .statusCode(200)
                .body("outcome", contains("DONE", "REFUSED", "UNCHANGED", "REFUSED", "REFUSED", "REFUSED"))
                .body("[1].problem.code", equalTo("NEED_NOT_OPEN"));
        enrol(second, row(need, "2021-05-29", "2021-06-30")).then().body("[0].problem.code", equalTo("ALREADY_FUNDED"));
        enrol(second, row(need, "2021-05-30", "2021-06-30")).then().body("outcome", contains("DONE"));

        assertThat(covered(need, "FOOD", "2021-05-29", "2021-05-29")).containsExactly(need);
        assertThat(covered(need, "FOOD", "2021-02-01", "2021-02-28")).isEmpty();
        assertThat(covered(need, "FOOD", "2021-07-01", "2021-12-31")).isEmpty();
        assertThat(covered(need, "LATRINE", "2021-05-29", "2021-05-29")).isEmpty();
        as(TPPS).get("/v1/programmes/{id}/beneficiaries", first).then().body("id", contains(need.toString()));
        as(TestTokens.token(Roles.TPPS, "36.71.02"))
                .get("/v1/programmes/{id}/beneficiaries", first)
                .then()
                .body("$", empty());

        as(TPPS).delete("/v1/programmes/{id}/beneficiaries/{need}", first, need)
                .then()
                .statusCode(204);
        as(TPPS).delete("/v1/programmes/{id}/beneficiaries/{need}", first, need)
                .then()
                .statusCode(204);
        assertThat(covered(need, "FOOD", "2021-05-29", "2021-05-29")).isEmpty();
        json(TPPS)
                .header("If-Match", "\"1\"")
                .post("/v1/programmes/{id}:withdraw", second)
                .then()
                .statusCode(200);
        assertThat(covered(need, "FOOD", "2021-06-01", "2021-06-01")).isEmpty();
        enrol(second, row(need, "2021-08-01", "2021-08-30"))
                .then()
                .body("[0].problem.code", equalTo("PROGRAMME_WITHDRAWN"));
    }

    @Test
    void ofManyThatEnrolTheSameNeedsAtOnceOneWinsEach() throws InterruptedException, ExecutionException {
        UUID opd = opd("DINKES");
        List<UUID> needs =
                IntStream.range(0, 20).mapToObj(_ -> need("36.71.01.1002")).toList();
        List<Callable<Response>> work = IntStream.range(0, 8)
                .mapToObj(_ -> pmt(opd, 2022))
                .<Callable<Response>>map(programme -> () -> enrol(
                        programme,
                        needs.stream()
                                .map(need -> row(need, "2022-03-01", "2022-05-29"))
                                .toArray(String[]::new)))
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Response> one : threads.invokeAll(work)) {
                assertThat(one.get().statusCode()).isEqualTo(200);
            }
        }

        assertThat(database.rows("""
                        select need_id, count(*) as n from programme_beneficiary b join programme p on p.id = b.programme_id
                        where p.year = 2022 group by need_id"""))
                .hasSize(20)
                .allSatisfy(row -> assertThat(row).containsEntry("n", 1L));
    }

    private Set<UUID> covered(UUID need, String item, String from, String to) {
        return transactions.read(
                Scope.everywhere(),
                sql -> ProgrammeFunding.covered(
                        sql,
                        List.of(need, UUID.randomUUID()),
                        item,
                        new ProgrammeFunding.Time(LocalDate.parse(from), LocalDate.parse(to))));
    }

    private UUID need(String desa) {
        UUID child = UUID.randomUUID();
        telling.tell(new Fact.Growth(
                child, 1, Days.today(), new Home(UUID.randomUUID(), new AreaCode(desa)), Stunting.STUNTED, 14, true));
        return TestDatabase.id(database.row("select id from need where child_id = ?", child), "id");
    }

    private static Response enrol(UUID programme, String... rows) {
        return json(TPPS).body("[" + String.join(",", rows) + "]").post("/v1/programmes/{id}/beneficiaries", programme);
    }

    private static String row(UUID need, String from, String to) {
        return "{\"id\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(need, from, to);
    }

    private static UUID pmt(UUID opd, int year) {
        UUID programme = UUID.randomUUID();
        String plan = plan(10, "\"APBD\":1").replace("\"indicator\":\"T5\"", "\"servesNeedItem\":\"PMT\"");
        json(TPPS)
                .body(programme(programme, opd, "36.71", year, plan))
                .post("/v1/programmes")
                .then()
                .statusCode(201);
        return programme;
    }

    private static UUID opd(String field) {
        UUID opd = UUID.randomUUID();
        json(TPPS)
                .body("{\"id\":\"%s\",\"area\":\"36.71\",\"name\":\"Dinas Uji\",\"field\":\"%s\"}"
                        .formatted(opd, field))
                .post("/v1/opds")
                .then()
                .statusCode(201);
        return opd;
    }

    private UUID planned(UUID opd, String area, int year, long budget) {
        return planned(id, opd, area, year, budget);
    }

    private static UUID planned(UUID programme, UUID opd, String area, int year, long budget) {
        json(TPPS)
                .body(programme(programme, opd, area, year, plan(200, "\"APBD\":" + budget)))
                .post("/v1/programmes")
                .then()
                .statusCode(201);
        return programme;
    }

    private static UUID part(UUID opd, String area, long budget, UUID whole) {
        UUID part = UUID.randomUUID();
        json(TPPS)
                .body(partOf(part, opd, area, 2015, whole).replace("\"APBD\":1}", "\"APBD\":" + budget + "}"))
                .post("/v1/programmes")
                .then()
                .statusCode(201);
        return part;
    }

    private static String partOf(UUID part, UUID opd, String area, int year, UUID whole) {
        String plan = plan(200, "\"APBD\":1").replace("}}", "},\"partOf\":\"" + whole + "\"}");
        return programme(part, opd, area, year, plan);
    }

    private static String plan(int target, String budget) {
        return """
                {"title":"Jamban sehat","kind":"SENSITIVE","indicator":"T5","unit":"jamban","target":%d,"budget":{%s}}""".formatted(target, budget);
    }

    private static String programme(UUID id, UUID opd, String area, int year, String plan) {
        return Map.of(
                        "id",
                        "\"" + id + "\"",
                        "opdId",
                        "\"" + opd + "\"",
                        "area",
                        "\"" + area + "\"",
                        "year",
                        "" + year,
                        "plan",
                        plan)
                .entrySet()
                .stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private Response put(String token, String what, long version, String body) {
        return json(token).header("If-Match", "\"" + version + "\"").body(body).put("/v1/programmes/{id}/" + what, id);
    }

    private static RequestSpecification json(String token) {
        return as(token).contentType(ContentType.JSON);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
