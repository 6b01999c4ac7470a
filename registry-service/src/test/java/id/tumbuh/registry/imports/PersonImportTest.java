package id.tumbuh.registry.imports;

import static id.tumbuh.registry.imports.RecordFile.counts;
import static id.tumbuh.registry.imports.RecordFile.rows;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.registry.RegistryTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members and pregnancies of a system that has ids of its own, and families that turn out to be one. */
@QuarkusTest
class PersonImportTest extends RegistryTest {
    private static final String MEMBERS =
            "ID Anggota;ID Keluarga;NIK;Nama;JK;Tanggal Lahir;Hubungan Dalam Keluarga;Status Perkawinan\n";
    private static final String PREGNANCIES = "ID Kehamilan;ID Ibu;NIK Ibu;Tanggal Dinyatakan Hamil;HPHT;HPL\n";

    private String mark = "";
    private String source = "";
    private String nik = "";

    @BeforeEach
    void aFamilyOfASourceOfThisTest() {
        mark = ExportFile.mark();
        source = RecordFile.source();
        nik = "360420430499" + (1000 + new Random().nextInt(9000));
        new RecordFile().family("K1", mark).send("families", source);
    }

    @Test
    void membersAreRegisteredFoundAgainAndCorrected() {
        String husband = "I1;K1;;%s bapak;L;01/02/1995;Kepala Keluarga;Kawin\n".formatted(mark);
        String wife = "I2;K1;;%s ibu;P;03/04/1999;Istri;Kawin\n".formatted(mark);

        assertThat(counts(members(husband + wife))).isEqualTo("created=2");
        assertThat(counts(members(husband + wife))).isEqualTo("unchanged=2");
        JsonPath changed = members(husband + wife.replace("03/04/1999", "03/04/1998"));

        assertThat(counts(changed)).isEqualTo("unchanged=1 updated=1");
        assertThat(rows(changed).getList("rows[1].changed")).containsExactly("birthDate");
        assertThat(tables.row("select relation, birth_date::text as born from member where name = ?", mark + " ibu"))
                .containsEntry("relation", "WIFE")
                .containsEntry("born", "1998-04-03");
    }

    @Test
    void aMemberIsThePersonOfTheSameNikOrOfTheSameNameAndBirthInTheFamily() {
        members("I1;K1;%s;%s ibu;P;03/04/1999;Istri;\nI2;K1;;%s nenek;P;05/06/1960;Orang tua;\n"
                .formatted(nik, mark, mark));

        JsonPath done = members("X1;K1;%s;%s;P;;Istri;Kawin\nX2;K1;;%s NENEK;P;05/06/1960;Orang tua;\n"
                .formatted(nik, mark, mark.toUpperCase(Locale.ROOT)));

        assertThat(counts(done)).isEqualTo("matched=1 updated=1");
        assertThat(rows(done).getList("rows[0].changed")).containsExactly("maritalStatus");
        assertThat(rows(done).getList("rows[0].kept")).containsExactly("name");
        assertThat(tables.count("select count(*) from member where name like ?", mark + "%"))
                .isEqualTo(2);
    }

    @Test
    void whatIsWrongWithAMemberIsNamed() {
        JsonPath done = members("""
                I1;K9;;x;L;01/02/1995;Kepala Keluarga;
                I2;K1;;x;L;01/02/1995;Istri;
                I3;K1;;x;P;01/02/2995;Istri;
                I4;K1;;x;P;01/02/1995;rahasia;
                I5;K1;%s;x;L;01/02/1995;Kepala Keluarga;rahasia
                """.formatted(nik));

        assertThat(counts(done)).isEqualTo("created=1 rejected=4");
        assertThat(rows(done).getList("rows.take(4).reasons.code"))
                .isEqualTo(List.of(
                        List.of("UNKNOWN_FAMILY"),
                        List.of("RELATION_OF_OTHER_SEX"),
                        List.of("IN_THE_FUTURE"),
                        List.of("UNKNOWN_VALUE")));
        assertThat(rows(done).getList("rows[4].reasons.code", String.class))
                .contains("UNKNOWN_VALUE", "NIK_SEX_DIFFERS");
        assertThat(rows(done).prettify()).doesNotContain("ahasia", nik);
    }

    @Test
    void aPregnancyIsOfAWomanThatTheSourceNamesAndIsToldOnce() {
        members("I1;K1;%s;%s ibu;P;03/04/1999;Istri;Kawin\n".formatted(nik, mark));

        JsonPath done = pregnancies("H1;I1;;2024-03-01;2024-01-10;\nH2;I9;;2024-03-01;;\n");

        assertThat(counts(done)).isEqualTo("created=1 rejected=1");
        assertThat(rows(done).getString("rows[1].reasons[0].code")).isEqualTo("UNKNOWN_MOTHER");
        assertThat(counts(pregnancies("H1;I1;;2024-03-01;2024-01-10;\n"))).isEqualTo("unchanged=1");
        JsonPath corrected = pregnancies("H1;I1;;2024-03-01;2024-01-12;\n");
        assertThat(counts(corrected)).isEqualTo("updated=1");
        assertThat(rows(corrected).getList("rows[0].changed")).containsExactly("lastPeriodOn");
        assertThat(counts(pregnancies("X7;;" + nik + ";2024-03-01;2024-01-12;\n")))
                .isEqualTo("matched=1");
        assertThat(tables.count(
                        "select count(*) from pregnancy join member on member.id = mother_id where name = ?",
                        mark + " ibu"))
                .isOne();
    }

    @Test
    void aDryRunOfMembersAndPregnanciesWritesNothing() {
        String file = MEMBERS + "I1;K1;;%s ibu;P;03/04/1999;Istri;Kawin\n".formatted(mark);

        JsonPath dry =
                RecordFile.finished(RecordFile.upload("members", source, file.getBytes(StandardCharsets.UTF_8), true));

        assertThat(counts(dry)).isEqualTo("created=1");
        assertThat(tables.count("select count(*) from member where name = ?", mark + " ibu"))
                .isZero();
        assertThat(counts(pregnancies("H1;I1;;2024-03-01;;\n"))).isEqualTo("rejected=1");
    }

    @Test
    void whatASourceCallsAMergedFamilyIsTheOneItWasFoundToBe() {
        new RecordFile().family("K2", mark + "dua").send("families", source);
        Map<String, Object> duplicate = tables.row("select id, version from family where head_name = ?", mark + "dua");
        Map<String, Object> survivor = tables.row("select id from family where head_name = ?", mark);
        as("tpps", "36.04")
                .header("If-Match", "\"" + duplicate.get("version") + "\"")
                .body("{\"into\":\"%s\",\"effectiveOn\":\"2024-07-01\",\"reason\":\"SAME_CARD\"}"
                        .formatted(survivor.get("id")))
                .post("/v1/families/" + duplicate.get("id") + ":merge")
                .then()
                .statusCode(204);

        JsonPath done =
                new RecordFile().family("K2", mark + "dua", "Desil", "3").send("families", source);
        JsonPath child = new RecordFile().child("A1", "K2", mark + " Melati").send("children", source);

        assertThat(counts(done)).isEqualTo("updated=1");
        assertThat(tables.row("select welfare_rank from family where id = ?::uuid", String.valueOf(survivor.get("id"))))
                .containsEntry("welfare_rank", 3);
        assertThat(counts(child)).isEqualTo("created=1");
        assertThat(tables.row("select family_id from child where name = ?", mark + " Melati"))
                .containsEntry("family_id", survivor.get("id"));
        as("tpps", "36.04")
                .get("/v1/imports/" + done.getString("id") + "/rows")
                .then()
                .body("rows[0].kept", equalTo(List.of()));
    }

    @Test
    void whatASourceCallsAMergedChildIsTheOneItWasFoundToBe() {
        new RecordFile()
                .child("A1", "K1", mark + " Melati")
                .child("A2", "K1", mark + " Kenanga", "Tgl Lahir", "18/03/2024")
                .send("children", source);
        Object survivor = childId(mark + " Melati");
        as("puskesmas", "36.04")
                .body("{\"into\":\"" + survivor + "\"}")
                .post("/v1/children/" + childId(mark + " Kenanga") + ":merge")
                .then()
                .statusCode(204);

        JsonPath done = new RecordFile()
                .child("A2", "K1", mark + " Kenanga", "Tgl Lahir", "18/03/2024", "Nama Ayah", mark + " bapak")
                .send("children", source);

        assertThat(counts(done)).isEqualTo("updated=1");
        assertThat(tables.row("select father_name from child where id = ?::uuid", survivor))
                .containsEntry("father_name", mark + " bapak");
    }

    @Test
    void whatASourceCallsAMergedMemberIsTheOneItWasFoundToBe() {
        String twice = "I2;K2;%s;%s nenek;P;05/06/1960;Orang tua;".formatted(nik, mark);
        new RecordFile().family("K2", mark + "dua").send("families", source);
        members("I1;K1;;%s ibu;P;;Istri;\n%s\n".formatted(mark, twice));
        Object survivor = memberId(mark + " ibu");
        as("puskesmas", "36.04")
                .body("{\"into\":\"" + survivor + "\"}")
                .post("/v1/members/" + memberId(mark + " nenek") + ":merge")
                .then()
                .statusCode(204);

        assertThat(counts(members(twice + "Kawin\n"))).isEqualTo("updated=1");
        assertThat(counts(pregnancies("H1;I2;;2024-03-01;;\n"))).isEqualTo("created=1");
        assertThat(tables.row(
                        "select marital_status, birth_date::text as born, family_id <> (select id from family where head_name = ?) as moved"
                                + " from member where id = ?::uuid",
                        mark,
                        survivor))
                .containsEntry("marital_status", "MARRIED")
                .containsEntry("born", "1960-06-05")
                .containsEntry("moved", false);
        assertThat(tables.count("select count(*) from pregnancy where mother_id = ?::uuid", survivor))
                .isOne();
    }

    @Test
    void aPregnancyEndsByARowOnceItsChildrenWereSent() {
        members("I1;K1;%s;%s ibu;P;03/04/1999;Istri;Kawin\n".formatted(nik, mark));
        pregnancies("H1;I1;;2024-01-05;2023-11-10;\n");
        String ending = """
                ID Kehamilan;ID Ibu;Tanggal Dinyatakan Hamil;HPHT;Tanggal Persalinan;Hasil Persalinan
                H1;I1;2024-01-05;2023-11-10;%s;%s
                """;
        Object pregnancy = tables.row("select id from pregnancy where mother_id = ?::uuid", memberId(mark + " ibu"))
                .get("id");

        assertThat(counts(send("pregnancies", ending.formatted("2024-08-14", ""))))
                .isEqualTo("rejected=1");
        assertThat(counts(send("pregnancies", ending.formatted(today().plusDays(1), "Lahir Hidup"))))
                .isEqualTo("rejected=1");
        JsonPath tooEarly = send("pregnancies", ending.formatted("2024-08-14", "Lahir Hidup"));
        assertThat(counts(tooEarly)).isEqualTo("unchanged=1");
        assertThat(rows(tooEarly).getList("rows[0].reasons.code")).containsExactly("BIRTH_WITHOUT_CHILD");

        new RecordFile()
                .child("A1", "K1", mark + " Melati", "Tgl Lahir", "14/08/2024")
                .send("children", source);
        JsonPath ended = send("pregnancies", ending.formatted("2024-08-14", "Lahir Hidup"));
        assertThat(counts(ended)).isEqualTo("updated=1");
        assertThat(rows(ended).getList("rows[0].changed")).containsExactly("endedOn", "outcome");
        assertThat(counts(send("pregnancies", ending.formatted("2024-08-14", "Lahir Hidup"))))
                .isEqualTo("unchanged=1");
        JsonPath otherwise = send("pregnancies", ending.formatted("2024-08-15", "Keguguran"));
        assertThat(rows(otherwise).getList("rows[0].kept")).containsExactly("endedOn", "outcome");

        assertThat(tables.lastBody(String.valueOf(pregnancy)))
                .contains("\"outcome\":\"LIVE_BIRTH\"", String.valueOf(childId(mark + " Melati")));
        source = RecordFile.source(); // another system knows it by the mother's NIK and the day
        JsonPath another = send("pregnancies", """
                ID Kehamilan;NIK Ibu;Tanggal Dinyatakan Hamil;Tanggal Persalinan;Hasil Persalinan
                X9;%s;2024-01-05;2024-08-14;Hidup
                """.formatted(nik));
        assertThat(counts(another)).isEqualTo("matched=1");
        assertThat(tables.count("select count(*) from pregnancy where mother_id = ?::uuid", memberId(mark + " ibu")))
                .isOne();
    }

    private Object memberId(String name) {
        return String.valueOf(
                tables.row("select id::text from member where name = ?", name).get("id"));
    }

    @Test
    void ofAnErasedFamilyNothingIsLeftOfWhatItsSourceCalledIt() {
        String wife = "I1;K1;%s;%s ibu;P;03/04/1999;Istri;Kawin\n".formatted(nik, mark);
        JsonPath report = members(wife);
        pregnancies("H1;I1;;2024-03-01;2024-01-10;\n");
        new RecordFile().child("A1", "K1", mark + " Melati").send("children", source);
        assertThat(called()).isEqualTo(4);
        UUID erasure = UUID.randomUUID();
        Object family =
                tables.row("select id from family where head_name = ?", mark).get("id");

        asPerson("budi", "tpps", "36.04")
                .body("{\"id\": \"%s\", \"reason\": \"REQUESTED_BY_SUBJECT\", \"requestReference\": \"HAPUS-9\"}"
                        .formatted(erasure))
                .post("/v1/families/" + family + ":erase")
                .then()
                .statusCode(202);
        asPerson("siti", "bkkbn", "*")
                .post("/v1/erasures/" + erasure + ":approve")
                .then()
                .statusCode(200);

        assertThat(called()).isZero();
        assertThat(rows(report).getString("rows[0].recordId")).isNull();
        as("tpps", "36.04").get("/v1/erasures/" + erasure).then().body("counts.external_id", equalTo(4));
    }

    private long called() {
        return tables.count(
                "select count(*) from external_id join source on source.id = source_id where source.name = ?", source);
    }

    private Object childId(String name) {
        return String.valueOf(
                tables.row("select id::text from child where name = ?", name).get("id"));
    }

    private static RequestSpecification asPerson(String person, String role, String area) {
        TestTokens.Claims some = TestTokens.claims(role, area);
        TestTokens.Claims own =
                new TestTokens.Claims(some.issuer(), some.audience(), person, role, some.wilayah(), some.expires());
        return given().auth()
                .oauth2(TestTokens.signed(own))
                .contentType("application/json")
                .urlEncodingEnabled(false);
    }

    private JsonPath members(String rows) {
        return send("members", MEMBERS + rows);
    }

    private JsonPath pregnancies(String rows) {
        return send("pregnancies", PREGNANCIES + rows);
    }

    private JsonPath send(String format, String file) {
        return RecordFile.finished(RecordFile.upload(format, source, file.getBytes(StandardCharsets.UTF_8), false));
    }
}
