package id.tumbuh.reporting.table;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import id.tumbuh.reporting.Planned;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.csv.Column;
import id.tumbuh.reporting.csv.Dictionary;
import id.tumbuh.reporting.indicator.Period;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.quality.Assessed;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A kabupaten with something in every table, and a neighbour with the same. */
@QuarkusTest
@WithTestResource(RealServers.class)
class TableResourceTest {
    private static final String OWN = "53.10";
    private static final String NEIGHBOUR = "53.11";
    private static final LocalDate DAY = LocalDate.of(2024, 7, 10);
    private static boolean there;

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    Tables tables;

    @BeforeEach
    void somethingInEveryTable() {
        if (there) {
            return;
        }
        for (String kabupaten : List.of(OWN, NEIGHBOUR)) {
            events(kabupaten);
        }
        for (String kabupaten : List.of(OWN, NEIGHBOUR)) {
            await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
                for (String table : List.of(
                        "cases", "posyandu-quality", "referrals", "commitments", "programme-money", "case-audits")) {
                    assertThat(records(kabupaten, table)).as(table).isNotEmpty();
                }
                assertThat(records(kabupaten, "deliveries").stream()
                                .mapToInt(row -> Integer.parseInt(row.get("made")))
                                .sum())
                        .isPositive();
                assertThat(records(kabupaten, "arrivals")).isNotEmpty();
                assertThat(records(kabupaten, "indicators").stream()
                                .filter(row -> row.get("indicator").equals("stunting-prevalence"))
                                .findFirst()
                                .orElseThrow()
                                .get("numerator"))
                        .isEqualTo("1");
            });
            said(kabupaten);
        }
        there = true;
    }

    private void events(String kabupaten) {
        String desa = kabupaten + ".01.2001";
        UUID child = UUID.randomUUID();
        given.announced(
                Given.areas(kabupaten, "=Contoh"),
                Given.child(child, 1, desa, "L", LocalDate.of(2023, 5, 20), true),
                Measured.of(child, DAY, desa).height("STUNTED").event(),
                Given.status(child, 1, desa, "STUNTED"),
                Given.family(child, 1, desa, true, List.of("UNSAFE_WATER")),
                Assessed.of(UUID.randomUUID(), "2024-07", desa).event(),
                Planned.referral(UUID.randomUUID(), 1, child, desa, "PUPR", "SENT", DAY),
                Planned.delivery(UUID.randomUUID(), 1, child, desa, DAY, "DELIVERED"),
                Planned.commitment(UUID.randomUUID(), 1, kabupaten, DAY, "OPEN", null),
                Planned.Plan.of(UUID.randomUUID(), kabupaten, 2024, 1_000_000).event(),
                Planned.caseAudit(UUID.randomUUID(), 1, desa, 1, "BADUTA", "SELECTED", DAY));
    }

    private static void said(String kabupaten) {
        put(kabupaten, "/v1/survey-estimates/" + UUID.randomUUID(), """
                {"area": "%s", "indicator": "overweight", "instrument": "SSGI", "year": 2024, "percent": 3.1,
                 "definition": "gizi lebih", "source": {"author": "=HYPERLINK(1)", "title": "SSGI 2024"}}""");
        put(kabupaten, "/v1/recorded-figures/" + UUID.randomUUID(), """
                {"area": "%s", "indicator": "unmet-need", "year": 2024, "numerator": 1, "denominator": 8, "definition": "unmet need",
                 "source": {"author": "@Dinas", "title": "Laporan"}}""");
        put(kabupaten, "/v1/targets/" + kabupaten + "/2025", """
                {"percent": 14, "source": {"author": "Pemda", "title": "RPJMD"}}""");
        given().auth()
                .oauth2(TestTokens.token("tpps", kabupaten))
                .contentType("application/json")
                .body("{\"id\":\"%s\",\"area\":\"%s\",\"month\":\"2024-07\"}".formatted(UUID.randomUUID(), kabupaten))
                .post("/v1/publications")
                .then()
                .statusCode(201);
        put(kabupaten, "/v1/evaluations/" + kabupaten + "/2024-S2", "{\"obstacles\":\"-jauh\",\"followUp\":\"ukur\"}");
    }

    private static void put(String kabupaten, String path, String body) {
        given().auth()
                .oauth2(TestTokens.token("tpps", kabupaten))
                .contentType("application/json")
                .body(body.replace("%s", kabupaten))
                .put(path)
                .then()
                .statusCode(201);
    }

    static Stream<String> offered() {
        return Stream.of(
                "arrivals",
                "case-audits",
                "case-counts",
                "cases",
                "commitments",
                "deliveries",
                "evaluations",
                "indicators",
                "indicators-by-sex-and-age",
                "national-lists",
                "posyandu-quality",
                "programme-money",
                "publications",
                "reconciliation",
                "recorded-figures",
                "referrals",
                "survey-estimates",
                "targets");
    }

    @Test
    void everyTableIsInTheDictionaryAndTheOtherWayRound() throws IOException {
        assertThat(tables.all())
                .extracting(FigureTable::code)
                .containsExactlyInAnyOrderElementsOf(offered().toList());
        Set<String> all = new TreeSet<>(Elsewhere.FILES.keySet());
        offered().forEach(all::add);
        assertThat(Dictionary.tables()).containsExactlyInAnyOrderElementsOf(all);
        given().auth()
                .oauth2(TestTokens.token("kader", OWN))
                .get("/v1/tables")
                .then()
                .statusCode(200)
                .body("code.size()", equalTo(all.size()));
        try (Stream<Path> files = Files.list(Path.of(
                System.getProperty("tumbuh.root"), "reporting-service", "src", "main", "resources", "tables"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".sql")))
                    .containsExactlyInAnyOrderElementsOf(tables.stored().stream()
                            .map(table -> table.code() + ".sql")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("offered")
    void everyColumnIsInTheDictionaryAndTheOtherWayRound(String table) throws IOException {
        List<CSVRecord> columns = parsed(asked("tpps", OWN, "/v1/tables/" + table + ".dictionary.csv")
                .statusCode(200)
                .extract()
                .asString());
        List<CSVRecord> rows = records(OWN, table);

        assertThat(rows).isNotEmpty();
        assertThat(rows.getFirst().getParser().getHeaderNames())
                .containsExactlyElementsOf(
                        columns.stream().map(column -> column.get("column")).toList())
                .doesNotHaveDuplicates();
        for (CSVRecord column : columns) {
            assertThat(List.of(
                            column.get("meaning_id"),
                            column.get("meaning_en"),
                            column.get("unit"),
                            column.get("source")))
                    .as(column.get("column"))
                    .doesNotContain("");
            if (column.get("nullable").equals("false")) {
                assertThat(rows)
                        .as(column.get("column"))
                        .noneMatch(row -> row.get(column.get("column")).isEmpty());
            }
        }
    }

    @Test
    void everyStatementGivesTheColumnsOfItsDictionaryAndNoOthers() {
        for (StoredTable table : tables.stored()) {
            List<String> given = database.read(Scope.everywhere(), sql -> table.columns(sql, wanted()));
            assertThat(given)
                    .as(table.code())
                    .containsExactlyInAnyOrderElementsOf(Dictionary.of(table.code()).stream()
                            .map(Column::name)
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "public-figures, /public/figures.csv?area=53.10, /public/figures.dictionary.csv",
        "public-indicators, /public/dictionary.csv, /public/dictionary.dictionary.csv",
        "programmes, /programmes/programmes.csv?area=53.10&year=2024, /v1/tables/programmes.dictionary.csv",
        "evaluation-report, /v1/evaluations/53.10/2024-S2/report.csv, /v1/tables/evaluation-report.dictionary.csv",
        "aksi-bangda, /v1/evaluations/53.10/2024-S2/aksi-bangda.csv, /v1/tables/aksi-bangda.dictionary.csv"
    })
    void filesOfOtherAddressesAreInTheDictionaryToo(String table, String file, String dictionary) throws IOException {
        List<CSVRecord> rows =
                parsed(asked("tpps", OWN, file).statusCode(200).extract().asString());
        List<CSVRecord> columns =
                parsed(asked("tpps", OWN, dictionary).statusCode(200).extract().asString());

        assertThat(rows).isNotEmpty();
        assertThat(rows.getFirst().getParser().getHeaderNames())
                .containsExactlyElementsOf(
                        columns.stream().map(column -> column.get("column")).toList());
        for (CSVRecord column : columns) {
            if (column.get("nullable").equals("false")) {
                assertThat(rows)
                        .as(table + "." + column.get("column"))
                        .noneMatch(row -> row.get(column.get("column")).isEmpty());
            }
        }
        if (file.startsWith("/public")) {
            given().get(dictionary).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @MethodSource("offered")
    void noTableTellsOfTheNeighbourAndNothingInItRuns(String table) throws IOException {
        for (CSVRecord row : records(OWN, table)) {
            assertThat(row.get("area")).startsWith(OWN);
            assertThat(row.stream()).noneMatch(cell -> cell.startsWith("=") || cell.startsWith("@"));
        }
        asked("tpps", OWN, "/v1/tables/" + table + ".csv?area=" + NEIGHBOUR).statusCode(404);
        asked("partner", OWN, "/v1/tables/" + table + ".csv?area=" + OWN).statusCode(403);
        given().get("/v1/tables/" + table + ".csv?area=" + OWN).then().statusCode(401);
    }

    @Test
    void figuresInTheFileAreThoseOfTheInterface() throws IOException {
        for (CSVRecord row : records(OWN, "indicators")) {
            if (row.get("area").equals(OWN)) {
                asked("tpps", OWN, "/v1/indicators/" + row.get("indicator") + "?area=53.10&month=2024-07")
                        .body("numerator.toString()", equalTo(row.get("numerator")))
                        .body("denominator.toString()", equalTo(row.get("denominator")));
            }
        }
        assertThat(records(OWN, "recorded-figures").getFirst().get("computed_percent"))
                .isEqualTo("12.5000");
        assertThat(records(OWN, "recorded-figures").getFirst().get("author")).isEqualTo("'@Dinas");
        assertThat(records(OWN, "national-lists").stream()
                        .filter(row -> row.get("indicator").equals("unmet-need"))
                        .map(row -> row.get("origin") + row.get("of"))
                        .collect(Collectors.toSet()))
                .containsExactly("RECORDED2024");
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "tpps, cases, 200",
        "opd, cases, 200",
        "auditor, cases, 403",
        "system, cases, 403",
        "auditor, case-audits, 200",
        "opd, case-audits, 403",
        "auditor, case-counts, 200",
        "kader, indicators, 403"
    })
    void oneByOneIsForWhoMayReadThemOneByOne(String role, String table, int status) {
        asked(role, OWN, "/v1/tables/" + table + ".csv?area=" + OWN).statusCode(status);
    }

    @Test
    void whatIsAskedWronglyIsTold() {
        asked("tpps", OWN, "/v1/tables/happiness.csv?area=53.10").statusCode(404);
        asked("tpps", OWN, "/v1/tables/happiness.dictionary.csv").statusCode(404);
        asked("tpps", OWN, "/v1/tables/indicators.csv?area=53.10&month=July")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/month"));
        asked("tpps", OWN, "/v1/tables/indicators.csv?area=53.10&period=July")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/period"));
        asked("tpps", OWN, "/v1/tables/indicators.csv?area=%3Cscript%3E")
                .statusCode(400)
                .body(not(containsString("<script>")));
    }

    @Test
    void oneRowMoreThanAskedTellsThatThereAreMore() {
        StoredTable money = tables.stored().stream()
                .filter(table -> table.code().equals("deliveries"))
                .findFirst()
                .orElseThrow();
        int rows = database.read(
                Scope.everywhere(), sql -> money.rows(sql, wanted(), 5).size());
        assertThat(rows).isEqualTo(6);
    }

    @Test
    void aTableIsGivenWithAsManyRowsAsFitAndRefusedWithOneMore() {
        String full = "53.12";
        given.announced(Given.areas(full, "Penuh"));
        String path = "/v1/tables/targets.csv?area=" + full;
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> asked("tpps", full, path).statusCode(200));

        target(full, 1, TableResource.MOST_ROWS);
        asked("tpps", full, path).statusCode(200);

        target(full, TableResource.MOST_ROWS + 1, TableResource.MOST_ROWS + 1);
        asked("tpps", full, path).statusCode(409).body("code", equalTo("TABLE_TOO_LARGE"));
    }

    private void target(String kabupaten, int firstYear, int lastYear) {
        database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .createUpdate("""
                                insert into area_target (area_code, indicator, year, version, percent, author, title)
                                select :area, 'overweight', year, 1, 1, 'Pemda', 'RPJMD' from generate_series(:first, :last) as year""")
                        .bind("area", kabupaten)
                        .bind("first", firstYear)
                        .bind("last", lastYear)
                        .execute());
    }

    private static Wanted wanted() {
        return new Wanted(new Area(OWN, "Contoh"), YearMonth.from(DAY), Period.yearOf(MonthCounters.present()));
    }

    private static List<CSVRecord> records(String kabupaten, String table) throws IOException {
        return parsed(asked(
                        "tpps",
                        kabupaten,
                        "/v1/tables/" + table + ".csv?area=" + kabupaten + "&month=2024-07&period=2024")
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString());
    }

    private static List<CSVRecord> parsed(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                Objects.requireNonNull(text),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return new ArrayList<>(parser.getRecords());
        }
    }

    private static ValidatableResponse asked(String role, String scope, String path) {
        return given().auth().oauth2(TestTokens.token(role, scope)).get(path).then();
    }
}
