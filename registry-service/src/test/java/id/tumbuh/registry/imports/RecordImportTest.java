package id.tumbuh.registry.imports;

import static id.tumbuh.registry.imports.RecordFile.counts;
import static id.tumbuh.registry.imports.RecordFile.finished;
import static id.tumbuh.registry.imports.RecordFile.get;
import static id.tumbuh.registry.imports.RecordFile.rows;
import static id.tumbuh.registry.imports.RecordFile.upload;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Families and children of a system that has ids of its own. */
@QuarkusTest
class RecordImportTest extends RegistryTest {
    private String mark = "";
    private String source = "";

    @BeforeEach
    void aSourceOfThisTest() {
        mark = ExportFile.mark();
        source = RecordFile.source();
    }

    @Test
    void familiesAreRegisteredScreenedAndTold() {
        JsonPath done = new RecordFile()
                .family("K1", mark, "Sumber Air Minum", "Sungai", "Tanggal Lahir Istri", "12/04/1999", "Desil", "2")
                .send("families", source);

        assertThat(counts(done)).isEqualTo("created=1");
        Map<String, Object> family = family();
        assertThat(family)
                .containsEntry("drinking_water", "SURFACE_WATER")
                .containsEntry("rt", "5")
                .containsEntry("welfare_rank", 2)
                .containsEntry("at_risk", true);
        assertThat(tables.announced(id(family))).containsExactly("family-registered", "family-flagged-at-risk");
        assertThat(rows(done).getString("rows[0].recordId")).isEqualTo(id(family));
    }

    @Test
    void theSameRecordAgainFindsItsOwnAndAChangedOneIsAnUpdate() {
        new RecordFile().family("K1", mark).send("families", source);
        long events = tables.count("select count(*) from outbox");

        assertThat(counts(new RecordFile().family("K1", mark).send("families", source)))
                .isEqualTo("unchanged=1");
        assertThat(tables.count("select count(*) from outbox")).isEqualTo(events);

        JsonPath changed = new RecordFile()
                .family("K1", mark, "RT", "7", "Sumber Air Minum", "")
                .send("families", source);
        assertThat(counts(changed)).isEqualTo("updated=1");
        assertThat(rows(changed).getList("rows[0].changed")).containsExactly("rt");
        assertThat(family()).containsEntry("rt", "7").containsEntry("drinking_water", "PROTECTED_WELL");
        assertThat(tables.count("select count(*) from family where head_name = ?", mark))
                .isOne();
    }

    @Test
    void whatStaffCorrectedByHandIsNotOverwritten() {
        new RecordFile().family("K1", mark).send("families", source);
        String id = id(family());
        Response known = as("tpps", "36.04").get("/v1/families/" + id);
        as("tpps", "36.04")
                .header("If-Match", known.header("ETag"))
                .body("""
                        {"area":"%s","rw":"2","rt":"9","headName":"%s",
                         "conditions":{"drinkingWater":"PROTECTED_WELL"}}""".formatted(DESA, mark))
                .put("/v1/families/" + id)
                .then()
                .statusCode(204);

        JsonPath other =
                new RecordFile().family("K1", mark, "RT", "6", "RW", "3").send("families", source);

        assertThat(counts(other)).isEqualTo("updated=1");
        assertThat(rows(other).getList("rows[0].changed")).containsExactly("rw");
        assertThat(rows(other).getList("rows[0].kept")).containsExactly("rt");
        assertThat(family()).containsEntry("rt", "9").containsEntry("rw", "3");
        assertThat(counts(new RecordFile()
                        .family("K1", mark, "RT", "6", "RW", "3")
                        .send("families", source)))
                .isEqualTo("unchanged=1");
    }

    @Test
    void twoSourcesOfOneFamilyMeetByItsCardAndFillEachOthersGaps() {
        String card = card();
        new RecordFile().family("A-1", mark, "No KK", card).send("families", source);

        JsonPath other = new RecordFile()
                .family("99", mark, "No KK", card, "RT", "8", "Desil", "1")
                .send("families", RecordFile.source());

        assertThat(counts(other)).isEqualTo("updated=1");
        assertThat(rows(other).getList("rows[0].changed")).containsExactly("welfareRank");
        assertThat(rows(other).getList("rows[0].kept")).containsExactly("rt");
        assertThat(tables.count("select count(*) from family where head_name = ?", mark))
                .isOne();
    }

    @Test
    void withoutAnIdACardOrTheHouseholdFindsTheFamilyAgain() {
        String card = card();
        new RecordFile()
                .family("", mark, "No KK", card)
                .family("", mark + "dua")
                .send("families", source);

        assertThat(counts(new RecordFile()
                        .family("", mark, "No KK", card, "RT", "9")
                        .family("", mark + "dua", "Desil", "3")
                        .send("families", source)))
                .isEqualTo("updated=2");
        assertThat(tables.count("select count(*) from family where head_name like ?", mark + "%"))
                .isEqualTo(2);
    }

    @Test
    void ofSeveralFamiliesWithOneCardAPersonChooses() {
        String card = card();
        for (String each : List.of("satu", "dua")) {
            as("tpps", "36.04")
                    .body("[{\"id\":\"%s\",\"area\":\"%s\",\"headName\":\"%s\",\"cardNumber\":\"%s\"}]"
                            .formatted(UUID.randomUUID(), DESA, mark + each, card))
                    .post("/v1/families:batch");
        }

        JsonPath done =
                new RecordFile().family("K1", mark, "No KK", card, "Desil", "4").send("families", source);

        assertThat(counts(done)).isEqualTo("toDecide=1");
        assertThat(rows(done).getString("rows[0].reasons[0].code")).isEqualTo("SEVERAL_FAMILIES");
        String chosen = rows(done).getString("rows[0].candidates[0]");
        as("tpps", "36.04")
                .body("{\"decision\":\"" + chosen + "\"}")
                .post("/v1/imports/" + done.getString("id") + "/rows/2:decide")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("UPDATED"));
        assertThat(tables.row("select welfare_rank from family where id = ?::uuid", chosen))
                .containsEntry("welfare_rank", 4);
        assertThat(counts(new RecordFile()
                        .family("K1", mark, "No KK", card, "Desil", "4")
                        .send("families", source)))
                .isEqualTo("unchanged=1");
    }

    @Test
    void anIdThatIsANikIsNowhereReadable() {
        String nik = "3604205703240001";
        new RecordFile().family(nik, mark, "No KK", "3604201703249876").send("families", source);

        assertThat(tables.rows("select external_id::text as text from external_id"))
                .isNotEmpty()
                .noneSatisfy(row ->
                        assertThat(String.valueOf(row.get("text"))).containsAnyOf(nik, "3604201703249876", mark));
        assertThat(counts(new RecordFile().family(nik, mark).send("families", source)))
                .isEqualTo("unchanged=1");
    }

    @Test
    void aChildNamesItsFamilyByTheSourcesId() {
        new RecordFile().family("K1", mark).send("families", source);

        JsonPath done = new RecordFile()
                .child("A1", "K1", mark + " Melati", "BB Lahir", "3100", "TB Lahir", "48,5", "Posyandu", mark)
                .child("A2", "K-lain", mark + " Melati")
                .send("children", source);

        assertThat(counts(done)).isEqualTo("created=1 rejected=1");
        assertThat(rows(done).getString("rows[1].reasons[0].column")).isEqualTo("familyExternalId");
        assertThat(rows(done).getString("rows[1].reasons[0].code")).isEqualTo("UNKNOWN_FAMILY");
        Map<String, Object> child = child();
        assertThat(child)
                .containsEntry("family_id", family().get("id"))
                .containsEntry("birth_weight_grams", 3100)
                .containsEntry("area_code", DESA);
        assertThat(child.get("posyandu_id")).isNotNull();
        assertThat(counts(new RecordFile()
                        .child("A1", "K1", mark + " Melati", "BB Lahir", "3,1", "TB Lahir", "48.5", "Posyandu", mark)
                        .send("children", source)))
                .isEqualTo("unchanged=1");
    }

    @Test
    void aChildIsCorrectedByItsSourceAndMovesToAnotherFamily() {
        new RecordFile().family("K1", mark).family("K2", mark + "dua").send("families", source);
        new RecordFile().child("A1", "K1", mark + " Melati").send("children", source);

        JsonPath done = new RecordFile()
                .child("A1", "K2", mark + " Melati", "Tgl Lahir", "18-03-2024")
                .send("children", source);

        assertThat(counts(done)).isEqualTo("updated=1");
        assertThat(rows(done).getList("rows[0].changed")).containsExactly("birthDate", "family");
        assertThat(child().get("birth_date")).hasToString("2024-03-18");
        assertThat(child().get("family_id"))
                .isEqualTo(tables.row("select id from family where head_name = ?", mark + "dua")
                        .get("id"));
        assertThat(tables.announced(id(child()))).containsExactly("child-registered", "child-changed");
    }

    @Test
    void aChildOfAnExportIsTheOneThatTheSourceNames() {
        byte[] export = new ExportFile().with(mark + " Melati", mark).csv();
        finished(upload("eppgbm", source, export, false));

        RecordFile file = new RecordFile()
                .child(
                        "A1",
                        "",
                        mark + " Melati",
                        "Tgl Lahir",
                        "2022-03-17",
                        "Nama Ibu",
                        mark + "ibu",
                        "Kode Wilayah",
                        DESA,
                        "BB Lahir",
                        "2,9");
        JsonPath done = file.send("children", source);

        assertThat(counts(done)).isEqualTo("updated=1");
        assertThat(rows(done).getList("rows[0].changed")).containsExactly("birthWeightGrams");
        assertThat(tables.count("select count(*) from child where mother_name = ?", mark + "ibu"))
                .isOne();
        assertThat(counts(file.send("children", source))).isEqualTo("unchanged=1");
    }

    @Test
    void aLikeNameInAnotherFamilyIsNoProofAndAPersonDecides() {
        new RecordFile().family("K1", mark).family("K2", mark + "dua").send("families", source);
        new RecordFile().child("A1", "K1", mark + " Melati").send("children", source);
        String other = RecordFile.source();
        new RecordFile().family("Z", mark + "tiga").send("families", other);
        RecordFile file = new RecordFile().child("Z1", "Z", mark + " Melati");

        JsonPath done = file.send("children", other);

        assertThat(counts(done)).isEqualTo("toDecide=1");
        as("tpps", "36.04")
                .body("{\"decision\":\"NEW\"}")
                .post("/v1/imports/" + done.getString("id") + "/rows/2:decide")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("CREATED"));
        assertThat(tables.count("select count(*) from child where name = ?", mark + " Melati"))
                .isEqualTo(2);
        assertThat(counts(file.send("children", other))).isEqualTo("unchanged=1");
    }

    @Test
    void twinsWithIdsOfTheirOwnStayTwoHoweverAlikeTheirNames() {
        new RecordFile().family("K1", mark).send("families", source);
        RecordFile twins = new RecordFile()
                .child("A1", "K1", mark + " Ahmad Fauzan", "Nama Ibu", mark)
                .child("A2", "K1", mark + " Ahmad Fauzi", "Nama Ibu", mark);

        assertThat(counts(twins.send("children", source))).isEqualTo("created=2");
        assertThat(counts(twins.send("children", source))).isEqualTo("unchanged=2");
    }

    @Test
    void aChildWithoutIdsGetsAHouseholdAndIsKnownByItsRow() {
        RecordFile file = new RecordFile()
                .child("", "", mark + " Melati", "Nama Ibu", mark, "Kode Wilayah", DESA.replace(".", ""));

        assertThat(counts(file.send("children", source))).isEqualTo("created=1");
        assertThat(counts(file.send("children", source))).isEqualTo("unchanged=1");
        assertThat(tables.count("select count(*) from child where mother_name = ?", mark))
                .isOne();
    }

    @Test
    void aNikThatSaysOtherwiseIsAWarningAndBadFieldsAreNamed() {
        new RecordFile().family("K1", mark).send("families", source);

        JsonPath done = new RecordFile()
                .child("A1", "K1", mark + " Melati", "NIK", "3604011704240001", "BB Lahir", "rahasia")
                .child("A2", "K1", mark + " Rahasia", "JK", "rahasia", "Tgl Lahir", "31/02/2024")
                .child("A3", "K1", mark + " Rahasia", "Tgl Lahir", "2924-01-01")
                .send("children", source);

        assertThat(counts(done)).isEqualTo("created=1 rejected=2");
        JsonPath rows = rows(done);
        assertThat(rows.getList("rows[0].reasons.code", String.class))
                .containsExactlyInAnyOrder(
                        "NOT_A_NUMBER", "NIK_SEX_DIFFERS", "NIK_BIRTH_DATE_DIFFERS", "NIK_AREA_DIFFERS");
        assertThat(rows.getList("rows[1].reasons.column")).containsExactly("sex", "birthDate");
        assertThat(rows.getList("rows[1].reasons.code")).containsExactly("UNKNOWN_VALUE", "NOT_A_DATE");
        assertThat(rows.getString("rows[2].reasons[0].code")).isEqualTo("IN_THE_FUTURE");
        assertThat(rows.prettify()).doesNotContain("ahasia", "3604011704240001");
    }

    @Test
    void aDryRunSaysWhatWouldChangeByNameAndWritesNothing() {
        new RecordFile().family("K1", mark).family("K2", mark).send("families", source);
        long events = tables.count("select count(*) from outbox");
        RecordFile file = new RecordFile()
                .family("K1", mark, "RT", "7", "Desil", "1")
                .family("K2", mark)
                .family("K3", mark)
                .family("K3", mark, "RT", "8")
                .family("K4", mark, "Kode Wilayah", "36.04.99.9999")
                .family("K5", mark, "Kode Wilayah", "36.73.01.1001");

        JsonPath dry = file.dryRun("families", source);

        assertThat(counts(dry)).isEqualTo("created=1 rejected=2 unchanged=1 updated=2");
        get("/v1/imports/" + dry.getString("id") + "/differences")
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("changed", equalTo(2))
                .body("rejected", equalTo(2))
                .body("fields.field", equalTo(List.of("rt", "welfareRank")))
                .body("fields.changed", equalTo(List.of(2, 1)));
        assertThat(rows(dry).getString("rows[2].recordId")).isNull();
        assertThat(tables.count("select count(*) from family where head_name = ?", mark))
                .isEqualTo(2);
        assertThat(tables.count("select count(*) from outbox")).isEqualTo(events);
        assertThat(counts(file.send("families", source))).isEqualTo(counts(dry));
    }

    @Test
    void rowsAreDownloadedInTheCallersLanguageWithoutAnyonesData() {
        JsonPath done = new RecordFile()
                .family("=cmd|1", mark, "Sumber Air Minum", "=rahasia()")
                .family("", "", "No KK", "rahasia")
                .send("families", source);

        String english =
                get("/v1/imports/" + done.getString("id") + "/rows.csv").asString();
        String indonesian = given().auth()
                .oauth2(TestTokens.token("tpps", "36.04"))
                .get("/v1/imports/" + done.getString("id") + "/rows.csv")
                .asString();

        assertThat(english.lines())
                .containsExactly(
                        "row,outcome,column,code,text,id",
                        "2,CREATED,drinkingWater,UNKNOWN_VALUE,Not a known value," + family().get("id"),
                        "3,REJECTED,cardNumber,NOT_A_FAMILY_CARD,Not a family card number,",
                        "3,REJECTED,externalId,REQUIRED,Required,");
        assertThat(indonesian).contains("Isian tidak dikenal");
        assertThat(english).doesNotContain("ahasia", "cmd");
        as("tpps", "36.73")
                .get("/v1/imports/" + done.getString("id") + "/rows.csv")
                .then()
                .statusCode(404);
    }

    @Test
    void aBrokenLineOfNdjsonIsOneRejectedRow() {
        String lines = """
                {"externalId": "K1", "headName": "%1$s", "area": "%2$s", "rt": "5"}
                {"externalId": "K2", "headName": "%1$s
                {"externalId": "K3", "headName": "%1$s", "area": "%2$s", "drinkingWater": "PIPED"}
                """.formatted(mark, DESA);

        JsonPath done = finished(upload("families", source, lines.getBytes(StandardCharsets.UTF_8), false));

        assertThat(counts(done)).isEqualTo("created=2 rejected=1");
        assertThat(rows(done).getInt("rows[1].row")).isEqualTo(2);
        assertThat(rows(done).getString("rows[1].reasons[0].code")).isEqualTo("UNREADABLE_LINE");
    }

    @Test
    void aMissingColumnIsNamed() {
        JsonPath done = finished(upload(
                "children", source, "ID Anak;Nama;Jenis Kelamin\n1;x;P\n".getBytes(StandardCharsets.UTF_8), false));

        assertThat(done.getString("state")).isEqualTo("FAILED");
        assertThat(done.getString("problem.code")).isEqualTo("MISSING_COLUMN");
        assertThat(done.getList("problem.columns")).containsExactly("birthDate", "familyExternalId");
    }

    private static String id(Map<String, Object> row) {
        return String.valueOf(row.get("id"));
    }

    private Map<String, Object> family() {
        return tables.row("select * from family where head_name = ?", mark);
    }

    private Map<String, Object> child() {
        return tables.row("select * from child where name like ?", mark + "%");
    }

    private static String card() {
        return "36042017" + String.format("%08d", new Random().nextInt(100_000_000));
    }
}
