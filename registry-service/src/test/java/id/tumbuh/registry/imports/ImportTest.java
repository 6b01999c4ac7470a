package id.tumbuh.registry.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import id.tumbuh.platform.sheet.HostileFiles;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class ImportTest extends RegistryTest {

    @TempDir
    private Path folder;

    @Test
    void aFileBecomesChildrenFamiliesPosyanduAndMeasurements() {
        String mark = ExportFile.mark();
        String id = upload(new ExportFile()
                .with(mark + " Kirana", mark)
                .with(mark + " Bintang", mark, "JK", "L", "Tgl Lahir", "12/05/2023", "RT", "3", "RW", "001")
                .csv());

        assertThat(counts(id)).isEqualTo(counts(2, "created", 2));
        List<Map<String, Object>> children = children(mark);
        assertThat(children).hasSize(2).extracting("area_code").containsOnly(DESA);
        assertThat(children).extracting("posyandu_id").doesNotContainNull();
        assertThat(tables.announced(String.valueOf(children.getFirst().get("family_id"))))
                .containsExactly("family-registered", "family-flagged-at-risk");
    }

    @Test
    void siblingsAreOneFamilyHoweverTheirRtIsWritten() {
        String mark = ExportFile.mark();
        upload(new ExportFile()
                .with(mark + " Kirana", mark)
                .with(mark + " Bintang", mark, "JK", "L", "Tgl Lahir", "12/05/2023", "RT", "3", "RW", "001")
                .with(mark + " Elang", mark, "Tgl Lahir", "2021-01-02", "RT", "4")
                .csv());

        assertThat(children(mark)).extracting("family_id").hasSize(3);
        assertThat(tables.count("select count(distinct family_id) from child where mother_name = ?", mark + "ibu"))
                .isEqualTo(2);
    }

    @Test
    void aMeasurementLeavesAsItStoodInTheFile() {
        String mark = ExportFile.mark();
        upload(new ExportFile()
                .with(mark + " Kirana", mark, "LiLA", "13:10", "ZS TB/U", "-2,94")
                .csv());

        UUID child = child(mark);
        assertThat(tables.announced(child)).containsExactly("child-registered");
        assertThat(growth(child))
                .singleElement()
                .asString()
                .contains("\"weightKg\":10.7", "\"lengthHeightCm\":85.1", "\"position\":\"STANDING\"")
                .contains("\"armCircumferenceCm\":13.1", "\"lengthHeightForAge\":-2.94", "\"version\":1")
                .doesNotContain(mark);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String mark = ExportFile.mark();
        byte[] file = new ExportFile()
                .with(mark + " Kirana", mark)
                .with("By Ny " + mark + "ibu", mark, "Tgl Lahir", "2024-07-01")
                .csv();
        upload(file);
        long events = tables.count("select count(*) from outbox");

        String again = upload(file);

        assertThat(counts(again)).isEqualTo(counts(2, "unchanged", 2));
        assertThat(children(mark)).hasSize(2);
        assertThat(tables.count("select count(*) from outbox")).isEqualTo(events);
    }

    @Test
    void theNextMonthIsMatchedThoughTheNameIsWrittenOtherwise() {
        String mark = ExportFile.mark();
        upload(new ExportFile().with("Muhammad " + mark + " Kirana", mark).csv());

        String next = upload(new ExportFile()
                .with(
                        "M. " + mark.toUpperCase(Locale.ROOT) + " KIRANA",
                        mark,
                        "Tanggal Pengukuran",
                        "2024-08-16",
                        "Berat",
                        "11000")
                .csv());

        assertThat(counts(next)).isEqualTo(counts(1, "matched", 1));
        assertThat(children(mark)).hasSize(1);
        assertThat(growth(child(mark))).hasSize(2);
    }

    /** The kabupaten goes on sending the child under its own spelling; measurement-service knows whose the record is. */
    @Test
    void rowsOfAMergedChildStillFindItAndMakeNoOther() {
        String mark = ExportFile.mark();
        byte[] file = new ExportFile().with(mark + " Kirana", mark).csv();
        upload(file);
        UUID merged = child(mark);
        UUID survivor = UUID.randomUUID();
        post("/v1/children:batch", """
                [{"id":"%s","familyId":"%s","sex":"P","birthDate":"2022-03-17","name":"%s Kirana","motherName":"%sibu"}]""".formatted(survivor, aFamily(), mark, mark));
        as("puskesmas", "36.04")
                .body("{\"into\":\"" + survivor + "\"}")
                .post("/v1/children/" + merged + ":merge")
                .then()
                .statusCode(204);

        String again = upload(file);
        String next = upload(new ExportFile()
                .with(mark + " Kirana", mark, "Tanggal Pengukuran", "2024-08-16", "NIK", "3604205703220123")
                .csv());

        assertThat(counts(again)).isEqualTo(counts(1, "unchanged", 1));
        assertThat(counts(next)).isEqualTo(counts(1, "matched", 1));
        assertThat(children(mark)).hasSize(2);
        assertThat(growth(merged)).hasSize(1);
        assertThat(growth(survivor)).hasSize(1);
        assertThat(tables.row("select nik_index is not null as known from child where id = ?", survivor))
                .containsEntry("known", true);
    }

    @Test
    void aCorrectedMeasurementIsTheNextVersionOfTheSame() {
        String mark = ExportFile.mark();
        upload(new ExportFile().with(mark + " Kirana", mark).csv());

        String corrected = upload(
                new ExportFile().with(mark + " Kirana", mark, "Berat", "10.9").csv());

        assertThat(counts(corrected)).isEqualTo(counts(1, "updated", 1));
        assertThat(growth(child(mark))).hasSize(2).last().asString().contains("\"version\":2", "\"weightKg\":10.9");
    }

    @Test
    void aNewbornGetsItsNameAndKeepsWhatStaffKnows() {
        String mark = ExportFile.mark();
        upload(new ExportFile()
                .with(
                        "By Ny " + mark + "ibu",
                        mark,
                        "Tgl Lahir",
                        "2024-07-01",
                        "Nama Ortu",
                        " / " + mark + "ibu",
                        "Posyandu",
                        "")
                .csv());

        String named = upload(new ExportFile()
                .with(mark + " Kirana", mark, "Tgl Lahir", "2024-07-01", "Tanggal Pengukuran", "2024-08-01")
                .csv());

        assertThat(counts(named)).isEqualTo(counts(1, "matched", 1));
        Map<String, Object> child = children(mark).getFirst();
        assertThat(child).containsEntry("name", mark + " Kirana").containsEntry("father_name", mark + "bapak");
        assertThat(child.get("posyandu_id")).isNotNull();
    }

    @Test
    void aDryRunReportsTheSameAndWritesNothing() {
        String mark = ExportFile.mark();
        byte[] file = new ExportFile()
                .with(mark + " Kirana", mark)
                .with(mark + " Kirana", mark)
                .with(mark + " Bintang", mark, "Berat", "berat", "Posyandu", "Posyandu " + mark)
                .csv();
        long events = tables.count("select count(*) from outbox");

        String dry = finished(post(file, "eppgbm", "true"));

        assertThat(children(mark)).isEmpty();
        assertThat(tables.count("select count(*) from posyandu where name like ?", "%" + mark))
                .isZero();
        assertThat(tables.count("select count(*) from outbox")).isEqualTo(events);
        assertThat(counts(upload(file)))
                .isEqualTo(counts(dry))
                .isEqualTo(counts(3, "created", 1, "unchanged", 1, "rejected", 1));
    }

    @Test
    void aBrokenRowIsRejectedWithItsReasonsAndTheRestFlows() {
        String mark = ExportFile.mark();
        String id = upload(new ExportFile()
                .with(mark + " Kirana", mark)
                .with(mark + " Rahasia", mark, "JK", "X", "Berat", "Rahasia")
                .with(mark + " Rahasia", mark, "Desa/Kel", "Desa Rahasia")
                .with(
                        mark + " Rahasia",
                        mark,
                        "Prov",
                        "JAWA BARAT",
                        "Kab/Kota",
                        "KOTA BOGOR",
                        "Kec",
                        "BOGOR TENGAH",
                        "Desa/Kel",
                        "PABATON")
                .csv());

        assertThat(counts(id)).isEqualTo(counts(4, "created", 1, "rejected", 3));
        as("tpps", "36.04")
                .get("/v1/imports/" + id + "/rows?outcome=REJECTED")
                .then()
                .statusCode(200)
                .body("rows.row", equalTo(List.of(4, 5, 6)))
                .body("rows[0].reasons.column", equalTo(List.of("JK", "BERAT")))
                .body("rows[0].reasons.code", equalTo(List.of("UNKNOWN_VALUE", "NOT_A_NUMBER")))
                .body("rows[0].reasons[1].title", equalTo("Not a number"))
                .body("rows[1].reasons[0].code", equalTo("UNKNOWN_AREA"))
                .body("rows[2].reasons[0].code", equalTo("OUTSIDE_YOUR_AREA"))
                .body(not(containsString("ahasia")));
    }

    @Test
    void theReportIsReadInPages() {
        String mark = ExportFile.mark();
        ExportFile file = new ExportFile();
        for (int day = 10; day < 20; day++) {
            file.with(mark + " Kirana " + day, mark, "Tgl Lahir", "2022-05-" + day);
        }
        String id = upload(file.csv());

        Response first = as("tpps", "36.04").get("/v1/imports/" + id + "/rows?limit=6");
        Response second = as("tpps", "36.04").get(first.header("Link").replaceAll("^<[^/]*//[^/]*|>.*$", ""));

        assertThat(first.jsonPath().getList("rows.row")).isEqualTo(List.of(3, 4, 5, 6, 7, 8));
        assertThat(second.jsonPath().getList("rows.row")).isEqualTo(List.of(9, 10, 11, 12));
        assertThat(second.header("Link")).isNull();
    }

    @Test
    void ofABrokenFileNothingIsImported() throws IOException {
        String mark = ExportFile.mark();
        byte[] csv = new ExportFile().with(mark + " Kirana", mark).csv();
        byte[] unclosed =
                (new String(csv, StandardCharsets.UTF_8) + '"' + "x\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
        byte[] whole = Files.readAllBytes(HostileFiles.sheet(folder.resolve("a.xlsx"), "<row/>".repeat(500)));

        assertFailed(unclosed, "CELL_TOO_LONG");
        assertFailed(Arrays.copyOf(whole, whole.length - 40), "BROKEN_FILE");
        assertFailed(new byte[0], "EMPTY_FILE");
        assertFailed("a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8), "NO_HEADER");
        assertThat(children(mark)).isEmpty();
    }

    @Test
    void whatIsNotClearWaitsForAPersonAndStaysDecided() {
        String mark = ExportFile.mark();
        upload(new ExportFile().with(mark + " Kirana", mark).csv());
        byte[] unclear = new ExportFile()
                .with(
                        mark + " Kirana",
                        mark,
                        "Nama Ortu",
                        "Orang / " + new StringBuilder(mark).reverse(),
                        "Berat",
                        "9,9",
                        "NIK",
                        "3604015703220001")
                .csv();

        String id = upload(unclear);

        assertThat(counts(id)).isEqualTo(counts(1, "toDecide", 1));
        JsonPath waiting = as("tpps", "36.04")
                .get("/v1/imports/" + id + "/rows?outcome=TO_DECIDE")
                .jsonPath();
        assertThat(waiting.getList("rows[0].candidates"))
                .containsExactly(child(mark).toString());
        assertThat(waiting.getString("rows[0].reasons[0].code")).isEqualTo("ONE_POSSIBLE");
        assertThat(new String(
                        (byte[]) tables.row("select sealed from import_row where import_id = ?::uuid", id)
                                .get("sealed"),
                        StandardCharsets.ISO_8859_1))
                .doesNotContain(mark);

        decide(id, 3, UUID.randomUUID().toString(), 422);
        decide(id, 3, "NEW", 200);
        decide(id, 3, "NEW", 409);

        assertThat(counts(id)).isEqualTo(counts(1, "created", 1));
        assertThat(children(mark)).hasSize(2);
        assertThat(tables.count(
                        "select count(*) from child where mother_name = ? and nik_sealed is not null",
                        new StringBuilder(mark).reverse().toString()))
                .isOne();
        assertThat(counts(upload(unclear))).isEqualTo(counts(1, "unchanged", 1));
    }

    @Test
    void aChildChosenByAPersonIsRememberedWhenTheFileComesAgain() {
        String mark = ExportFile.mark();
        upload(new ExportFile().with(mark + " Kirana", mark).csv());
        byte[] unclear = new ExportFile()
                .with(
                        mark + " Kirana",
                        mark,
                        "Nama Ortu",
                        "Orang / " + new StringBuilder(mark).reverse(),
                        "Tanggal Pengukuran",
                        "2024-07-30")
                .csv();
        String id = upload(unclear);

        decide(id, 3, child(mark).toString(), 200);

        assertThat(children(mark)).hasSize(1);
        assertThat(growth(child(mark))).hasSize(2);
        assertThat(counts(upload(unclear))).isEqualTo(counts(1, "unchanged", 1));
    }

    @Test
    void twoRowsThatContradictEachOtherAreNotBothBelieved() {
        String mark = ExportFile.mark();
        byte[] file = new ExportFile()
                .with(mark + " Kirana", mark)
                .with(mark + " Kirana", mark)
                .with(mark + " Kirana", mark, "Berat", "9.9")
                .csv();

        String id = upload(file);

        assertThat(counts(id)).isEqualTo(counts(3, "created", 1, "unchanged", 1, "rejected", 1));
        assertThat(counts(upload(file))).isEqualTo(counts(3, "unchanged", 2, "rejected", 1));
        assertThat(growth(child(mark))).hasSize(1);
    }

    @Test
    void twinsOfOneFileStayTwo() {
        String mark = ExportFile.mark();
        byte[] file = new ExportFile()
                .with(mark + " Ahmad Fauzan", mark)
                .with(mark + " Ahmad Fauzi", mark)
                .csv();

        assertThat(counts(upload(file))).isEqualTo(counts(2, "created", 2));
        assertThat(counts(upload(file))).isEqualTo(counts(2, "unchanged", 2));
    }

    @Test
    void theFileLiesSealedInTheDatabaseAndOnlyWhileItIsNeeded() {
        String mark = ExportFile.mark();
        String id = upload(new ExportFile().with(mark + " Kirana", mark).csv());

        assertThat(tables.count("select count(*) from import_chunk where import_id = ?::uuid", id))
                .isZero();
    }

    @Test
    void onlyThoseWhoAnswerForAllOfItsAreasSeeAnImport() {
        String id = upload(new ExportFile()
                .with(ExportFile.mark() + " Kirana", ExportFile.mark())
                .csv());

        as("tpps", "36").get("/v1/imports/" + id).then().statusCode(200);
        as("tpps", "36.73").get("/v1/imports/" + id).then().statusCode(404);
        as("tpps", "36.04.20").get("/v1/imports/" + id).then().statusCode(404);
        as("tpps", "36.73").get("/v1/imports/" + id + "/rows").then().statusCode(404);
        as("partner", "36.04").get("/v1/imports/" + id).then().statusCode(403);
        given().get("/v1/imports/" + id).then().statusCode(401);
    }

    @Test
    void whatCannotBeTakenIsRefusedAtOnce() {
        byte[] file = new ExportFile().with("Kirana", ExportFile.mark()).csv();

        post(file, "", "false").then().statusCode(400).body("errors[0].pointer", equalTo("/format"));
        post(file, "pdf", "false").then().statusCode(422).body("code", equalTo("IMPORT_FORMAT_UNKNOWN"));
        post(file, "eppgbm", "perhaps").then().statusCode(400).body("errors[0].pointer", equalTo("/dryRun"));
        given().auth()
                .oauth2(TestTokens.token("tpps", "36.04"))
                .multiPart("format", "eppgbm")
                .post("/v1/imports")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/file"));
    }

    @Test
    void whoAnswersForNoAreaImportsNothing() {
        given().auth()
                .oauth2(TestTokens.token("tpps"))
                .multiPart(
                        "file",
                        "export.csv",
                        new ExportFile().with("Kirana", ExportFile.mark()).csv())
                .multiPart("format", "eppgbm")
                .post("/v1/imports")
                .then()
                .statusCode(403);
    }

    @Test
    void onlyUploadsMayBeLargeAndNoneTooLarge() throws IOException {
        assertThat(statusOfUploadOf(2048L * 1024 * 1024)).contains(" 413 ");
        as("system", "36.04")
                .body("[" + " ".repeat(2_000_000) + "]")
                .post("/v1/children:batch")
                .then()
                .statusCode(413);
    }

    /** Only announces the file: it must be refused before a byte of it is read. */
    private static String statusOfUploadOf(long bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            String head = """
                    POST /v1/imports HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: multipart/form-data; boundary=x\r
                    Content-Length: %d\r
                    \r
                    """.formatted(TestTokens.token("tpps", "36.04"), bytes);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return String.valueOf(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine());
        }
    }

    private void assertFailed(byte[] file, String code) {
        String id = finished(post(file, "eppgbm", "false"));
        as("tpps", "36.04")
                .get("/v1/imports/" + id)
                .then()
                .body("state", equalTo("FAILED"))
                .body("problem.code", equalTo(code))
                .body("counts.rows", equalTo(0));
        assertThat(tables.count("select count(*) from import_chunk where import_id = ?::uuid", id))
                .isZero();
    }

    private static void decide(String id, int row, String decision, int status) {
        as("tpps", "36.04")
                .body("{\"decision\":\"" + decision + "\"}")
                .post("/v1/imports/" + id + "/rows/" + row + ":decide")
                .then()
                .statusCode(status);
    }

    private static String upload(byte[] file) {
        String id = finished(post(file, "eppgbm", "false"));
        as("tpps", "36.04").get("/v1/imports/" + id).then().body("state", equalTo("DONE"));
        return id;
    }

    private static Response post(byte[] file, String format, String dryRun) {
        return given().auth()
                .oauth2(TestTokens.token("tpps", "36.04"))
                .multiPart("file", "export.csv", file)
                .multiPart("format", format)
                .multiPart("dryRun", dryRun)
                .post("/v1/imports");
    }

    private static String finished(Response taken) {
        assertThat(taken.statusCode()).isEqualTo(202);
        String id = taken.jsonPath().getString("id");
        assertThat(taken.header("Location")).endsWith("/v1/imports/" + id);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !as("tpps", "36.04")
                        .get("/v1/imports/" + id)
                        .jsonPath()
                        .getString("state")
                        .equals("RUNNING"));
        return id;
    }

    private static Map<String, Integer> counts(String id) {
        return as("tpps", "36.04").get("/v1/imports/" + id).jsonPath().getMap("counts");
    }

    private static Map<String, Integer> counts(int rows, Object... outcomes) {
        Map<String, Integer> counts = new HashMap<>();
        for (String outcome : List.of("created", "matched", "updated", "unchanged", "rejected", "toDecide")) {
            counts.put(outcome, 0);
        }
        counts.put("rows", rows);
        for (int each = 0; each < outcomes.length; each += 2) {
            counts.put((String) outcomes[each], (Integer) outcomes[each + 1]);
        }
        return counts;
    }

    private List<Map<String, Object>> children(String mark) {
        return tables.rows("select * from child where name like ? order by registered_at", "%" + mark + "%");
    }

    private UUID child(String mark) {
        return UUID.fromString(String.valueOf(
                tables.row("select id from child where mother_name = ? order by registered_at limit 1", mark + "ibu")
                        .get("id")));
    }

    /** Bodies of the measurements announced of a child, in order. */
    private List<String> growth(UUID child) {
        return tables
                .rows(
                        "select body from outbox where topic = 'registry.growth-records' and position(?::bytea in body) > 0 order by id",
                        child.toString().getBytes(StandardCharsets.UTF_8))
                .stream()
                .map(row -> new String((byte[]) row.get("body"), StandardCharsets.UTF_8))
                .toList();
    }
}
