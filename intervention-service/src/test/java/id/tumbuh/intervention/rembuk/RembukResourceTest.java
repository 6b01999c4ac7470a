package id.tumbuh.intervention.rembuk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.change.Days;
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
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test in desa or kecamatan of its own in 36.71 and 17.02. */
@QuarkusTest
@WithTestResource(RealServers.class)
class RembukResourceTest {
    private static final LocalDate TODAY = Days.today();
    private static final LocalDate HELD = TODAY.minusDays(40);
    private static final String TPPS = TestTokens.token(Roles.TPPS, "36.71", "17.02");
    private static final String OPD = TestTokens.opdToken("PUPR", "36.71");
    private static final String EVIDENCE = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Inject
    TestDatabase database;

    @Inject
    Database transactions;

    @Inject
    FollowCommitments follow;

    private final UUID id = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void minutesAreWrittenAgainUntilSomebodySignsThem() {
        String body = held("36.71.01", minutes("36.71.01", promise(first, "COMPANY", 120, TODAY.plusDays(9))));

        json(TPPS)
                .body(body)
                .post("/v1/rembuk")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("level", equalTo("KECAMATAN"))
                .body("state", equalTo("DRAFT"));
        json(TPPS).body(body).post("/v1/rembuk").then().statusCode(200);
        json(TPPS).body(body.replace("120", "121")).post("/v1/rembuk").then().statusCode(409);
        String other = minutes("36.71.01", promise(first, "COMPANY", 150, TODAY.plusDays(9)));
        write(1, other).then().statusCode(200).header("ETag", equalTo("\"2\""));
        write(1, other).then().statusCode(200).header("ETag", equalTo("\"2\""));
        write(1, minutes("36.71.01")).then().statusCode(412);
        write(2, minutes("36.71.02")).then().statusCode(400).body("errors[0].reason", equalTo("AREA_STAYS"));
        as(TPPS).get("/v1/commitments?rembuk=" + id).then().body("$", empty());

        sign(TPPS, "TPPS")
                .then()
                .statusCode(200)
                .body("state", equalTo("SIGNED"))
                .body("version", equalTo(3));
        sign(TPPS, "TPPS").then().statusCode(200).body("signatures", hasSize(1));
        sign(OPD, "Dinas PUPR").then().statusCode(200).body("signatures", hasSize(2));
        write(4, minutes("36.71.01")).then().statusCode(409).body("code", equalTo("REMBUK_SIGNED"));
        as(TPPS).get("/v1/commitments/{id}", first)
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("quantity", equalTo(150))
                .body("state", equalTo("OPEN"));
        assertThat(told(first)).containsExactly("commitment-made 1");
        assertThat(database.lastBody(first)).doesNotContain("PT Contoh", "Paket");
    }

    @Test
    void whoSignsHasReadWhatStands() {
        hold("36.71.03");
        String read = as(TPPS).get("/v1/rembuk/{id}", id).path("sha256");
        write(1, minutes("36.71.03", promise(first, "DESA", 3, TODAY))).then().statusCode(200);

        json(TPPS)
                .body(signature(read, "TPPS"))
                .post("/v1/rembuk/{id}:sign", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("MINUTES_CHANGED"));
        as(TPPS).get("/v1/rembuk/{id}", id).then().body("signatures", empty()).body("state", equalTo("DRAFT"));
    }

    @Test
    void itsDayAndThoseOfItsPromisesAreOnTheCalendarUntilTheyAreKept() {
        hold("36.71.06", promise(first, "COMPANY", 10, TODAY.plusDays(9)));
        sign(TPPS, "TPPS").then().statusCode(200);
        assertThat(onTheCalendar(id)).isEqualTo("false " + HELD);
        assertThat(onTheCalendar(first)).isEqualTo("false " + TODAY.plusDays(9));

        keep(first, 1, TODAY).then().statusCode(200);
        assertThat(onTheCalendar(first)).isEqualTo("true " + TODAY.plusDays(9));
    }

    @Test
    void theDatabaseKeepsWhatWasSigned() {
        hold("36.71.04", promise(first, "DESA", 3, TODAY));
        sign(TPPS, "TPPS").then().statusCode(200);

        assertThatThrownBy(() ->
                        transactions.write(Scope.everywhere(), tx -> tx.sql().execute("""
                                update rembuk_revision set content = content || ' ',
                                    sha256 = encode(sha256(convert_to(content || ' ', 'UTF8')), 'hex') where rembuk_id = ?""", id)))
                .hasMessageContaining("signed revision stays");
        assertThatThrownBy(() -> transactions.write(
                        Scope.everywhere(),
                        tx -> tx.sql().execute("update rembuk_signature set on_behalf = 'x' where rembuk_id = ?", id)))
                .hasMessageContaining("permission denied");
    }

    @Test
    void aSignedRevisionChangesWhatWasPromised() {
        UUID third = UUID.randomUUID();
        hold(
                "36.71.05",
                promise(first, "COMPANY", 10, TODAY.plusDays(9)),
                promise(second, "DESA", 5, TODAY.plusDays(9)));
        sign(TPPS, "TPPS").then().statusCode(200);

        revise(2, "Desa menarik diri")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("state", equalTo("DRAFT"));
        revise(2, "Desa menarik diri").then().statusCode(200).body("version", equalTo(3));
        write(
                        3,
                        minutes(
                                "36.71.05",
                                promise(first, "COMPANY", 25, TODAY.plusDays(9)),
                                promise(third, "UNIVERSITY", 1, TODAY)))
                .then()
                .statusCode(200);
        as(TPPS).get("/v1/commitments/{id}", first).then().body("quantity", equalTo(10));

        sign(TPPS, "TPPS").then().statusCode(200);

        as(TPPS).get("/v1/commitments/{id}", first)
                .then()
                .body("quantity", equalTo(25))
                .body("version", equalTo(2));
        as(TPPS).get("/v1/commitments/{id}", second)
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("reason", equalTo("REVISED"));
        assertThat(told(first)).containsExactly("commitment-made 1", "commitment-made 2");
        assertThat(told(second)).containsExactly("commitment-made 1", "commitment-withdrawn 2");
        assertThat(told(third)).containsExactly("commitment-made 1");
        as(TPPS).get("/v1/rembuk/{id}", id).then().body("reason", equalTo("Desa menarik diri"));
    }

    @Test
    void aCommitmentIsKeptWithEvidenceOrWithdrawnWithAReason() {
        hold("36.71.06", promise(first, "COMPANY", 10, TODAY.plusDays(9)), promise(second, "DESA", 5, TODAY));
        sign(TPPS, "TPPS").then().statusCode(200);

        keep(first, 1, HELD.minusDays(1)).then().statusCode(400).body("errors[0].pointer", equalTo("/keptOn"));
        keep(first, 1, TODAY.plusDays(1)).then().statusCode(400);
        keep(first, 1, TODAY)
                .then()
                .statusCode(200)
                .body("state", equalTo("KEPT"))
                .body("evidence.sha256", equalTo(EVIDENCE));
        keep(first, 1, TODAY).then().statusCode(200).header("ETag", equalTo("\"2\""));
        keep(first, 2, TODAY.minusDays(1)).then().statusCode(409).body("code", equalTo("COMMITMENT_STATE_FORBIDS"));
        json(OPD)
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"x\"}")
                .post("/v1/commitments/{id}:withdraw", second)
                .then()
                .statusCode(403);
        json(TPPS)
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"Dana dialihkan\"}")
                .post("/v1/commitments/{id}:withdraw", second)
                .then()
                .statusCode(200)
                .body("reason", equalTo("Dana dialihkan"));
        json(TestTokens.token(Roles.TPPS, "36.73"))
                .header("If-Match", "\"2\"")
                .body("{\"reason\":\"x\"}")
                .post("/v1/commitments/{id}:withdraw", first)
                .then()
                .statusCode(404);
        assertThat(told(first)).containsExactly("commitment-made 1", "commitment-kept 2");
        assertThat(told(second)).containsExactly("commitment-made 1", "commitment-withdrawn 2");
    }

    @Test
    void whatIsNotKeptByItsDayIsBrokenOnceAndMayBeKeptLate() {
        hold("36.71.07", promise(first, "COMPANY", 10, TODAY.minusDays(1)), promise(second, "DESA", 5, TODAY));
        sign(TPPS, "TPPS").then().statusCode(200);
        String overdue = "/v1/commitments?area=36.71.07&overdue=true";

        as(TPPS).get(overdue).then().body("id", contains(first.toString())).body("state", contains("OPEN"));
        pass(TODAY.minusDays(1));
        assertThat(told(first)).containsExactly("commitment-made 1");
        pass(TODAY);
        pass(TODAY);
        as(TPPS).get(overdue).then().body("id", contains(first.toString())).body("state", contains("BROKEN"));
        assertThat(told(first)).containsExactly("commitment-made 1", "commitment-overdue 2");
        assertThat(told(second)).containsExactly("commitment-made 1");

        keep(first, 2, TODAY).then().statusCode(200).body("overdue", equalTo(false));
        as(TPPS).get("/v1/commitments/summary?area=36.71")
                .then()
                .body("rows.find { it.area == '36.71.07' && it.partyKind == 'COMPANY' }.counts.keptLate", equalTo(1))
                .body("rows.find { it.area == '36.71.07' && it.partyKind == 'COMPANY' }.counts.overdue", equalTo(0))
                .body("rows.find { it.area == '36.71.07' && it.partyKind == 'DESA' }.counts.open", equalTo(1))
                .body("parties.party", hasItem("PT Contoh Sejahtera"));
        as(TestTokens.token(Roles.TPPS, "36.73"))
                .get("/v1/commitments/summary?area=36.71")
                .then()
                .body("rows", empty())
                .body("parties", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"COMPANY\"', '\"KELUARGA\"', /minutes/commitments/0/partyKind",
        "Pendopo, 3604012345678901, /minutes/place",
        "Kepala Bappeda, Ibu 0812-3456-7890, /minutes/participants/0",
        "'\"quantity\":10', '\"quantity\":0', /minutes/commitments/0/quantity",
        "'\"present\":3', '\"present\":0', /minutes/participants/0/present"
    })
    void whatCannotStandInMinutesIsPointedAt(String what, String by, String pointer) {
        String body = held("36.71.08", minutes("36.71.08", promise(first, "COMPANY", 10, TODAY)));

        json(TPPS)
                .body(body.replace(what, by))
                .post("/v1/rembuk")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void whoLooksElsewhereSeesNothing() {
        hold("36.71.09");
        String other = TestTokens.token(Roles.TPPS, "36.73");

        as(other).get("/v1/rembuk/{id}", id).then().statusCode(404);
        as(other).get("/v1/rembuk/{id}/berita-acara", id).then().statusCode(404);
        as(other).get("/v1/rembuk?area=36.71").then().body("$", empty());
        as(TPPS).get("/v1/rembuk?area=36.71.09").then().body("id", contains(id.toString()));
        json(other)
                .body(held("36.71.09", minutes("36.71.09")))
                .post("/v1/rembuk")
                .then()
                .statusCode(404);
        as(TestTokens.token(Roles.KADER, "36.71"))
                .get("/v1/rembuk/{id}", id)
                .then()
                .statusCode(403);
        json(TestTokens.token(Roles.AUDITOR, "36.71"))
                .body(signature(EVIDENCE, "x"))
                .post("/v1/rembuk/{id}:sign", id)
                .then()
                .statusCode(403);
    }

    @Test
    void aCommitmentOfAnotherRembukIsNotTakenOver() {
        hold("36.71.10", promise(first, "COMPANY", 10, TODAY));
        sign(TPPS, "TPPS").then().statusCode(200);
        UUID thief = UUID.randomUUID();
        String elsewhere = TestTokens.token(Roles.TPPS, "17.02");
        json(elsewhere)
                .body(held("17.02", minutes("17.02", promise(first, "COMPANY", 99, TODAY)))
                        .replace(id.toString(), thief.toString()))
                .post("/v1/rembuk")
                .then()
                .statusCode(201);
        String hash = as(elsewhere).get("/v1/rembuk/{id}", thief).path("sha256");

        json(elsewhere)
                .body(signature(hash, "TPPS"))
                .post("/v1/rembuk/{id}:sign", thief)
                .then()
                .statusCode(409)
                .body("code", equalTo("ID_TAKEN"));

        as(TPPS).get("/v1/commitments/{id}", first)
                .then()
                .body("quantity", equalTo(10))
                .body("version", equalTo(1));
        as(elsewhere)
                .get("/v1/rembuk/{id}", thief)
                .then()
                .body("state", equalTo("DRAFT"))
                .body("signatures", empty());
    }

    @Test
    void manySignAtOnceAndThePromisesAreMadeOnce() throws InterruptedException, ExecutionException {
        hold("36.71.11", promise(first, "COMPANY", 10, TODAY));
        String hash = as(TPPS).get("/v1/rembuk/{id}", id).path("sha256");
        List<Callable<Integer>> signers = new ArrayList<>();
        IntStream.range(0, 12)
                .forEach(n -> signers.add(() -> json(TPPS)
                        .body(signature(hash, "Lembaga " + n % 6))
                        .post("/v1/rembuk/{id}:sign", id)
                        .statusCode()));

        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            for (Future<Integer> one : threads.invokeAll(signers)) {
                assertThat(one.get()).isEqualTo(200);
            }
        }

        as(TPPS).get("/v1/rembuk/{id}", id)
                .then()
                .body("signatures", hasSize(6))
                .body("version", equalTo(7));
        assertThat(told(first)).containsExactly("commitment-made 1");
    }

    @Test
    void theMinutesArePrintedWithWhoSignedThem() throws IOException {
        hold("36.71.12", promise(first, "COMPANY", 12_500, TODAY.plusDays(9)), promise(second, "DESA", 5, TODAY));
        assertThat(printed("")).contains("RANCANGAN", "Belum ada tanda tangan elektronik");
        sign(TPPS, "TPPS Kota <Tangerang> & \"Mitra\"").then().statusCode(200);
        String hash = as(TPPS).get("/v1/rembuk/{id}", id).path("sha256");

        String text = printed("");

        assertThat(text)
                .contains(
                        "BERITA ACARA", "REMBUK STUNTING", "Kecamatan Contoh", "Kepala Bappeda", "PT Contoh Sejahtera")
                .contains("12.500 paket", "Perusahaan", "SHA-256 " + hash, "Halaman 1 dari")
                .contains("TPPS Kota <Tangerang> & \"Mitra\"", "tpps-tester", "WIB")
                .doesNotContain("RANCANGAN");
        revise(2, "Salah ketik").then().statusCode(200);
        assertThat(printed("")).contains("RANCANGAN", "revisi ke-1", "Salah ketik");
        assertThat(printed("?revision=1")).contains(hash).doesNotContain("RANCANGAN");
        as(TPPS).get("/v1/rembuk/{id}/berita-acara?revision=9", id).then().statusCode(404);
    }

    @Test
    void longMinutesGoOnOverPagesWithTheirHeads() throws IOException {
        String[] promises = IntStream.range(0, 40)
                .mapToObj(
                        n -> promise(UUID.randomUUID(), n % 2 == 0 ? "COMPANY" : "UNIVERSITY", 10 + n, TODAY)
                                .replace(
                                        "Paket gizi untuk anak 2T",
                                        "Pendampingan dan paket gizi ke-" + n
                                                + " bagi keluarga berisiko stunting di seluruh desa, dengan laporan tiap bulan"))
                .toArray(String[]::new);
        String participants = IntStream.range(0, 60)
                .mapToObj(n -> "{\"institution\":\"Lembaga %d\",\"position\":\"Pimpinan\",\"present\":2}".formatted(n))
                .collect(Collectors.joining(",", "[", "]"));
        json(TPPS)
                .body(held(
                        "36.71.13",
                        minutes("36.71.13", promises).replaceFirst("\\[\\{\"institution[^]]*]", participants)))
                .post("/v1/rembuk")
                .then()
                .statusCode(201);
        sign(TPPS, "TPPS Kota").then().statusCode(200);

        assertThat(printed(""))
                .contains("120 orang dari 60 lembaga", "paket gizi ke-39")
                .containsPattern("Halaman ([3-6]) dari \\1 ")
                .containsPattern("(No Pihak Komitmen.*){2}");
    }

    private String printed(String query) throws IOException {
        byte[] pdf = as(TPPS).get("/v1/rembuk/{id}/berita-acara" + query, id)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private void pass(LocalDate day) {
        Scope scope = Scope.of(List.of(new AreaCode("36.71.07")));
        while (follow.breakOverdue(scope, day, 1) == 1) {
            // portion by portion, as the worker does
        }
    }

    /** Whether it was taken away, and its day. */
    private String onTheCalendar(UUID source) {
        return TestDatabase.text(
                database.row(
                        "select cancelled || ' ' || starts_on as entry from calendar_entry where source_id = ?",
                        source.toString()),
                "entry");
    }

    private List<String> told(UUID commitment) {
        return database
                .rows("select type, sequence from outbox where key = ? order by id", commitment.toString())
                .stream()
                .map(row -> TestDatabase.text(row, "type").replaceAll("id\\.tumbuh\\.intervention\\.(.*)\\.v1", "$1")
                        + " " + row.get("sequence"))
                .toList();
    }

    private void hold(String area, String... promises) {
        json(TPPS)
                .body(held(area, minutes(area, promises)))
                .post("/v1/rembuk")
                .then()
                .statusCode(201);
    }

    private Response write(long version, String minutes) {
        return json(TPPS)
                .header("If-Match", "\"" + version + "\"")
                .body(minutes)
                .put("/v1/rembuk/{id}", id);
    }

    private Response sign(String token, String onBehalfOf) {
        String hash = as(token).get("/v1/rembuk/{id}", id).path("sha256");
        return json(token)
                .body(signature(hash, onBehalfOf.replace("\"", "\\\"")))
                .post("/v1/rembuk/{id}:sign", id);
    }

    private Response revise(long version, String reason) {
        return json(TPPS)
                .header("If-Match", "\"" + version + "\"")
                .body("{\"reason\":\"" + reason + "\"}")
                .post("/v1/rembuk/{id}:revise", id);
    }

    private static Response keep(UUID commitment, long version, LocalDate on) {
        return json(OPD)
                .header("If-Match", "\"" + version + "\"")
                .body("{\"keptOn\":\"%s\",\"sha256\":\"%s\",\"note\":\"Tanda terima\"}".formatted(on, EVIDENCE))
                .post("/v1/commitments/{id}:keep", commitment);
    }

    private static String signature(String hash, String onBehalfOf) {
        return "{\"sha256\":\"%s\",\"onBehalfOf\":\"%s\"}".formatted(hash, onBehalfOf);
    }

    private String held(String area, String minutes) {
        assertThat(minutes).contains(area);
        return "{\"id\":\"%s\",\"minutes\":%s}".formatted(id, minutes);
    }

    private static String minutes(String area, String... promises) {
        return """
                {"area":"%s","areaName":"Kecamatan Contoh","heldOn":"%s","place":"Pendopo",
                 "participants":[{"institution":"Bappeda","position":"Kepala Bappeda","present":3}],"commitments":[%s]}""".formatted(area, HELD, String.join(",", promises));
    }

    private static String promise(UUID commitment, String partyKind, int quantity, LocalDate dueOn) {
        return """
                {"id":"%s","partyKind":"%s","party":"PT Contoh Sejahtera","what":"Paket gizi untuk anak 2T","quantity":%d,
                 "unit":"paket","dueOn":"%s"}""".formatted(commitment, partyKind, quantity, dueOn);
    }

    private static RequestSpecification json(String token) {
        return as(token).contentType(ContentType.JSON);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
