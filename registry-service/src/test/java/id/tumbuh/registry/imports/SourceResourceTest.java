package id.tumbuh.registry.imports;

import static id.tumbuh.registry.imports.RecordFile.counts;
import static id.tumbuh.registry.imports.RecordFile.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Systems that send in batches, their profiles, and the proof that all of it arrived. */
@QuarkusTest
class SourceResourceTest extends RegistryTest {
    @Inject
    Database database;

    private String mark = "";
    private String source = "";

    @BeforeEach
    void aSourceOfThisTest() {
        mark = ExportFile.mark();
        source = RecordFile.source();
    }

    @Test
    void aBatchIsAnImportAndTheSameAgainIsTheSame() {
        String body = batch("b-1", family("K1", "PIPED"), family("K2", "rahasia"));

        Response first = send(body);
        JsonPath done = RecordFile.finished(first);
        Response again = send(body);

        assertThat(counts(done)).isEqualTo("created=2");
        assertThat(done.getString("batchId")).isEqualTo("b-1");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(tables.count("select count(*) from family where head_name = ?", mark))
                .isEqualTo(2);
    }

    @Test
    void otherContentUnderTheIdIsAConflict() {
        send(batch("b-1", family("K1", "PIPED"))).then().statusCode(202);

        send(batch("b-1", family("K1", "REFILL"))).then().statusCode(409).body("code", equalTo("BATCH_TAKEN"));
    }

    @Test
    void aBatchSentTwiceAtOnceIsOneImport() throws Exception {
        String body = batch("b-1", family("K1", "PIPED"));
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            Callable<String> client = () -> send(body).jsonPath().getString("id");
            List<Future<String>> ids = clients.invokeAll(List.of(client, client, client, client));
            TreeSet<String> different = new TreeSet<>();
            for (Future<String> id : ids) {
                different.add(id.get());
            }
            assertThat(different).hasSize(1);
        }
    }

    @Test
    void linesAreABatchAsWell() {
        String lines = family("K1", "PIPED") + "\n" + family("K2", "REFILL") + "\n";

        JsonPath done = RecordFile.finished(as("tpps", "36.04")
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/sources/" + source + "/batches?format=families&batchId=b-7"));

        assertThat(counts(done)).isEqualTo("created=2");
    }

    @Test
    void aChildWaitsForItsFamilyThatCameBefore() {
        send(batch("b-1", family("K1", "PIPED"))).then().statusCode(202);
        JsonPath children = RecordFile.finished(send("""
                {"batchId": "b-2", "format": "children", "rows": [{"externalId": "A1", "familyExternalId": "K1",
                 "name": "%s", "sex": "L", "birthDate": "2024-05-06"}]}""".formatted(mark)));

        assertThat(counts(children)).isEqualTo("created=1");
    }

    @Test
    void whatIsWrongWithABatchIsPointedAt() {
        send("{\"batchId\": \"3604205703240001\", \"format\": \"families\", \"rows\": [{}]}")
                .then()
                .statusCode(400)
                .body("errors[0].reason", equalTo("BATCH_ID_INVALID"))
                .body(not(containsString("3604205703240001")));
        send("{\"format\": \"families\", \"rows\": [{}]}").then().body("errors[0].pointer", equalTo("/batchId"));
        send(batch("b-1")).then().statusCode(400).body("errors[0].reason", equalTo("BATCH_EMPTY"));
        send("{\"batchId\": \"b\", \"format\": \"x\", \"rows\": [{}]}").then().statusCode(422);
        send("{\"batchId\": \"b\"").then().statusCode(400).body("code", equalTo("MALFORMED_JSON"));
        as("tpps", "36.04")
                .body(batch("b", family("K", "PIPED")))
                .post("/v1/sources/NIK%201/batches")
                .then()
                .statusCode(400);
        as("tpps")
                .body(batch("b", family("K", "PIPED")))
                .post("/v1/sources/siga/batches")
                .then()
                .statusCode(403);
        as("kader", "36.04").body("{}").post("/v1/sources/siga/batches").then().statusCode(403);
    }

    @Test
    void theLedgerProvesWhatArrivedByAHashThatTheSourceComputesItself() throws NoSuchAlgorithmException {
        String one = batch("b-1", family("K1", "PIPED"), family("K2", "x").replace(DESA, "36.04.99.9999"));
        String two = batch("b-2", family("K3", "PIPED"));
        RecordFile.finished(send(one));
        RecordFile.finished(send(two));
        RecordFile.finished(send(two));
        RecordFile.finished(as("tpps", "36.04")
                .body(batch("b-3", family("K4", "PIPED")).replace("\"rows\"", "\"dryRun\": true, \"rows\""))
                .post("/v1/sources/" + source + "/batches"));

        // what the developer of a kabupaten writes: the hash of each thing sent, sorted, once, a line each
        TreeSet<String> sent = new TreeSet<>();
        for (String each : List.of(one, two)) {
            sent.add(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(each.getBytes(StandardCharsets.UTF_8))));
        }
        String proof = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest((String.join("\n", sent) + "\n").getBytes(StandardCharsets.US_ASCII)));

        get("/v1/sources/" + source + "/ledger")
                .then()
                .statusCode(200)
                .body("days.size()", equalTo(1))
                .body("days[0].contentSha256", equalTo(proof))
                .body("days[0].deliveries", equalTo(2))
                .body("days[0].formats[0].format", equalTo("families"))
                .body("days[0].formats[0].received", equalTo(3))
                .body("days[0].formats[0].accepted", equalTo(2))
                .body("days[0].formats[0].rejected", equalTo(1))
                .body("days[0].formats[0].waiting", equalTo(0))
                .body("days[0].formats[0].unread", equalTo(0))
                .body("days[0].formats[0].contentSha256", equalTo(proof));
    }

    @Test
    void whatIsSentAgainInAnotherBatchIsAcceptedAndToldAsUnchanged() {
        String known = family("K1", "PIPED");
        RecordFile.finished(send(batch("b-1", known, family("K2", "PIPED"))));
        RecordFile.finished(send(batch("b-2", known, family("K2", "REFILL"))));

        get("/v1/sources/" + source + "/ledger")
                .then()
                .body("days[0].formats[0].accepted", equalTo(4))
                .body("days[0].formats[0].unchanged", equalTo(1));
        String ours = "find { it.source == '" + source + "' }.";
        get("/v1/sources")
                .then()
                .statusCode(200)
                .body(ours + "arrived.deliveries", equalTo(2))
                .body(ours + "arrived.received", equalTo(4))
                .body(ours + "arrived.unchanged", equalTo(1))
                .body(ours + "arrived.rejected", equalTo(0));
        get("/v1/sources?from=" + LocalDate.now(Deliveries.ZONE).plusDays(1))
                .then()
                .body(ours + "arrived.received", equalTo(0));
        get("/v1/sources?from=kemarin").then().statusCode(400).body("errors[0].pointer", equalTo("/from"));
    }

    @Test
    void theReportGoesWithTimeAndTheLineOfTheLedgerStays() {
        JsonPath done = RecordFile.finished(send(batch("b-1", family("K1", "PIPED"), family("K2", "PIPED"))));

        database.write(Scope.everywhere(), tx -> {
            Imports.removeFinishedBefore(tx.sql(), Duration.ZERO);
            return done;
        });

        assertThat(RecordFile.rows(done).getList("rows")).isEmpty();
        assertThat(tables.row("select data_key from import where id = ?::uuid", done.getString("id")))
                .containsEntry("data_key", new byte[0]);
        get("/v1/sources/" + source + "/ledger").then().body("days[0].formats[0].accepted", equalTo(2));
        assertThat(send(batch("b-1", family("K1", "REFILL"))).statusCode()).isEqualTo(409);
    }

    @Test
    void theSourceSaysWhichDayItCountsABatchOn() {
        String yesterday = LocalDate.now(Deliveries.ZONE).minusDays(1).toString();
        RecordFile.finished(send(
                batch("b-1", family("K1", "PIPED")).replace("\"rows\"", "\"day\": \"" + yesterday + "\", \"rows\"")));

        get("/v1/sources/" + source + "/ledger?from=" + yesterday + "&to=" + yesterday)
                .then()
                .body("days.day", equalTo(List.of(yesterday)));
        send(batch("b-2", family("K1", "PIPED")).replace("\"rows\"", "\"day\": \"2999-01-01\", \"rows\""))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/day"));
        get("/v1/sources/" + source + "/ledger?from=2024-01-01&to=2025-06-01")
                .then()
                .statusCode(400);
    }

    @Test
    void aSourceBelongsToItsAreasAndTheSameNameElsewhereIsAnother() {
        RecordFile.finished(send(batch("b-1", family("K1", "PIPED"))));

        as("tpps", "36.73").get("/v1/sources/" + source + "/ledger").then().statusCode(404);
        as("tpps", "36.73")
                .get("/v1/sources/" + source + "/ledger?owner=36.04")
                .then()
                .statusCode(404);
        as("tpps", "36").get("/v1/sources/" + source + "/ledger").then().statusCode(404);
        as("tpps", "36")
                .get("/v1/sources/" + source + "/ledger?owner=36.04")
                .then()
                .statusCode(200)
                .body("days[0].formats[0].accepted", equalTo(1));
        as("tpps", "36").get("/v1/sources").then().body("source", hasItem(source));
        as("tpps", "36.73").get("/v1/sources").then().body("source", not(hasItem(source)));
        as("tpps", "36.73")
                .body(batch("b-1", family("K1", "REFILL").replace(DESA, "36.73.01.1001")))
                .post("/v1/sources/" + source + "/batches")
                .then()
                .statusCode(202);
    }

    @Test
    void ownColumnNamesWordsAndDatesNeedNoCode() {
        put("\"0\"", """
                {"columns": [{"column": "KODE RUMAH", "field": "externalId"}, {"column": "K.K", "field": "headName"},
                             {"column": "KD_DESA", "field": "area"}, {"column": "AIR", "field": "drinkingWater"},
                             {"column": "LHR ISTRI", "field": "wifeBirthDate"}],
                 "values": [{"field": "drinkingWater", "value": "Sumur gali (cincin)", "means": "PROTECTED_WELL"}],
                 "dateFormat": "MM.dd.yyyy"}""").statusCode(204).header("ETag", "\"1\"");
        String file =
                "Kode Rumah;k.k;KD DESA;Air;Lhr Istri\n7;%s;%s;SUMUR GALI (CINCIN);04.12.1999\n8;%s;%s;?;13.04.1999\n"
                        .formatted(mark, DESA, mark + "dua", DESA);

        JsonPath done = RecordFile.finished(
                RecordFile.upload("families", source, file.getBytes(StandardCharsets.UTF_8), false));

        assertThat(done.getInt("mappingVersion")).isOne();
        assertThat(counts(done)).isEqualTo("created=2");
        assertThat(tables.row("select * from family where head_name = ?", mark))
                .containsEntry("drinking_water", "PROTECTED_WELL")
                .extractingByKey("wife_birth_date")
                .hasToString("1999-04-12");
        assertThat(RecordFile.rows(done).getList("rows[1].reasons.code", String.class))
                .containsExactlyInAnyOrder("UNKNOWN_VALUE", "NOT_A_DATE");
    }

    @Test
    void anExportOfEppgbmMayHaveItsOwnTitlesToo() {
        as("tpps", "36.04")
                .header("If-Match", "\"0\"")
                .body("""
                        {"columns": [{"column": "BALITA", "field": "NAMA"}, {"column": "KELAMIN", "field": "JK"},
                                     {"column": "LAHIR", "field": "TGL_LAHIR"}, {"column": "P", "field": "PROV"},
                                     {"column": "K", "field": "KAB"}, {"column": "C", "field": "KEC"},
                                     {"column": "D", "field": "DESA"}, {"column": "UKUR", "field": "TANGGAL_PENGUKURAN"},
                                     {"column": "KG", "field": "BERAT"}, {"column": "CM", "field": "TINGGI"}],
                         "values": [{"field": "JK", "value": "cewek", "means": "P"}], "dateFormat": "d MMMM yyyy"}""")
                .put("/v1/sources/" + source + "/mappings/eppgbm")
                .then()
                .statusCode(204);
        String file =
                "Balita,Kelamin,Lahir,P,K,C,D,Ukur,Kg,Cm\n%s,Cewek,17 Maret 2022,BANTEN,Kab. Serang,TUNJUNG TEJA,BOJONG MENTENG,19 Juli 2024,10.7,85.1\n"
                        .formatted(mark);

        assertThat(counts(RecordFile.finished(
                        RecordFile.upload("eppgbm", source, file.getBytes(StandardCharsets.UTF_8), false))))
                .isEqualTo("created=1");
        assertThat(tables.row("select birth_date from child where name = ?", mark)
                        .get("birth_date"))
                .hasToString("2022-03-17");
    }

    @Test
    void aProfileHasVersionsAndAnImportKeepsTheOneItWasTakenWith() {
        String first = profile("AIR");
        put("\"0\"", first).statusCode(204);
        put("\"0\"", first).statusCode(412);
        put("\"1\"", profile("SUMBER")).statusCode(204).header("ETag", "\"2\"");
        as("tpps", "36.04")
                .body(first)
                .put("/v1/sources/" + source + "/mappings/families")
                .then()
                .statusCode(428);

        get("/v1/sources/" + source + "/mappings/families")
                .then()
                .header("ETag", "\"2\"")
                .body("columns[2].column", equalTo("SUMBER"));
        get("/v1/sources/" + source + "/mappings/families/history")
                .then()
                .body("versions.version", equalTo(List.of(2, 1)))
                .body("versions[1].profile.columns[2].column", equalTo("AIR"));
        get("/v1/sources/" + source + "/mappings/children").then().header("ETag", "\"0\"");
        as("tpps", "36.73")
                .get("/v1/sources/" + source + "/mappings/families/history")
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsWrongWithAProfileIsPointedAtWithoutBeingEchoed() {
        put("\"0\"", """
                {"columns": [{"column": "A", "field": "3604205703240001"}, {"column": "B", "field": "headName"},
                             {"column": "C", "field": "headName"}, {"column": "b", "field": "rt"}, {"column": "D"}],
                 "values": [{"field": "drinkingWater", "value": "x", "means": "3604205703240001"}],
                 "dateFormat": "3604205703240001"}""")
                .statusCode(400)
                .body(
                        "errors.pointer",
                        equalTo(List.of(
                                "/columns/0/field",
                                "/columns/2/field",
                                "/columns/3/column",
                                "/columns/4",
                                "/columns",
                                "/values/0/means",
                                "/dateFormat")))
                .body(
                        "errors.reason",
                        equalTo(List.of(
                                "MAPPING_FIELD_UNKNOWN",
                                "MAPPING_FIELD_TWICE",
                                "MAPPING_COLUMN_TWICE",
                                "REQUIRED",
                                "MAPPING_FIELD_MISSING",
                                "MAPPING_MEANING_UNKNOWN",
                                "MAPPING_DATE_FORMAT")))
                .body("detail", equalTo("area"))
                .body(not(containsString("3604205703240001")));
    }

    private ValidatableResponse put(String version, String profile) {
        return as("tpps", "36.04")
                .header("If-Match", version)
                .body(profile)
                .put("/v1/sources/" + source + "/mappings/families")
                .then();
    }

    private static String profile(String water) {
        return """
                {"columns": [{"column": "ID", "field": "externalId"}, {"column": "DESA", "field": "area"},
                             {"column": "%s", "field": "drinkingWater"}]}""".formatted(water);
    }

    private Response send(String body) {
        return as("tpps", "36.04").body(body).post("/v1/sources/" + source + "/batches");
    }

    private String family(String id, String water) {
        return "{\"externalId\": \"%s\", \"headName\": \"%s\", \"area\": \"%s\", \"drinkingWater\": \"%s\", \"phone\": \"%s\"}"
                .formatted(id, mark, DESA, water, UUID.randomUUID().toString().substring(0, 8));
    }

    private static String batch(String id, String... rows) {
        return "{\"batchId\": \"%s\", \"format\": \"families\", \"rows\": [%s]}".formatted(id, String.join(", ", rows));
    }
}
