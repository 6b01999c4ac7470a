package id.tumbuh.measurement.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.measurement.exchange.EppgbmExport.Tail;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class ExportResourceTest {

    /** Areas no other test weighs in. */
    private static final String VILLAGE = "61.01.01.2001";

    private static final String NEIGHBOUR = "61.01.02.2001";

    @Inject
    Weighings weighings;

    @Inject
    Database database;

    @Test
    void eppgbmColumnsStandInItsOrderAndSpelling() throws IOException {
        String common =
                "No;NIK;Nama;JK;Tgl Lahir;BB Lahir;TB Lahir;Nama Ortu;Prov;Kab/Kota;Kec;Pukesmas;Desa/Kel;Posyandu;RT;"
                        + "RW;Alamat;Usia Saat Ukur;Tanggal Pengukuran;Berat;Tinggi;Cara Ukur;LiLA;BB/U;ZS BB/U;TB/U;ZS TB/U;BB/TB;"
                        + "ZS BB/TB;Naik Berat Badan;";

        assertThat(eppgbm("61.01", "2019-01", "&tail=old"))
                .isEqualTo("\uFEFF" + common + "PMT Diterima (kg);Jml Vit A;KPSP;KIA;Detail\r\n");
        assertThat(eppgbm("61.01", "2019-01", ""))
                .isEqualTo("\uFEFF" + common + "Jml Vit A;KPSP;KIA;Kelas Ibu Balita;MBG;Detail\r\n");
        assertThat(eppgbm("61.01", "2019-01", "&separator=comma")).startsWith("\uFEFFNo,NIK,Nama,");
    }

    /** More often than exports run at a time. */
    @Test
    void askingForTheHeadersOnlyTakesNoPlaceAway() throws IOException {
        for (int times = 0; times < 5; times++) {
            given().auth()
                    .oauth2(TestTokens.token(Roles.BKKBN, "61.01"))
                    .head("/v1/exports/eppgbm?area=61.01&month=2019-01")
                    .then()
                    .statusCode(200);
        }

        assertThat(eppgbm("61.01", "2019-01", "")).startsWith("\uFEFFNo;NIK");
    }

    @Test
    void eppgbmRowSaysWhatIsKnownHereAndNothingElse() throws IOException {
        Child child = Child.aChild().in(VILLAGE);
        weighings.weigh(child, "2025-07-12", "\"weightKg\":8.3");
        weighings.weigh(child, "2025-08-12", Weighings.WHOLE + ",\"armCircumferenceCm\":13.1");
        UUID voided = weighings.weigh(child, "2025-08-20", "\"weightKg\":8.5");
        weighings.voidIt(voided);

        List<CSVRecord> rows = rows(eppgbm(VILLAGE, "2025-08", "&separator=comma"), Tail.NEW);

        assertThat(rows).hasSize(1);
        CSVRecord row = rows.getFirst();
        assertThat(row.toMap())
                .containsEntry("No", "1")
                .containsEntry("JK", "P")
                .containsEntry("Tgl Lahir", "2024-03-17")
                .containsEntry("Prov", "61")
                .containsEntry("Kab/Kota", "61.01")
                .containsEntry("Kec", "61.01.01")
                .containsEntry("Desa/Kel", VILLAGE)
                .containsEntry("Usia Saat Ukur", "1 Tahun - 4 Bulan - 26 Hari")
                .containsEntry("Tanggal Pengukuran", "2025-08-12")
                .containsEntry("Berat", "8.4")
                .containsEntry("Tinggi", "72.5")
                .containsEntry("Cara Ukur", "Terlentang")
                .containsEntry("LiLA", "13.1")
                .containsEntry("BB/U", "Berat badan normal")
                .containsEntry("ZS BB/U", "-1.44")
                .containsEntry("TB/U", "Pendek")
                .containsEntry("ZS TB/U", "-2.47")
                .containsEntry("BB/TB", "Gizi baik")
                .containsEntry("ZS BB/TB", "-0.35")
                .containsEntry("Naik Berat Badan", "T")
                .containsEntry("Detail", child.id().toString());
        for (String registryOnly : List.of("NIK", "Nama", "Nama Ortu", "RT", "RW", "Alamat")) {
            assertThat(row.get(registryOnly)).isEmpty();
        }
        assertThat(eppgbm(VILLAGE, "2025-08", "")).contains(";8,4;72,5;Terlentang;13,1;");
    }

    @Test
    void scoreThatCanNotBeBelievedIsAnOutlier() throws IOException {
        weighings.weigh(Child.aChild().in(NEIGHBOUR), "2025-03-12", "\"weightKg\":30");

        CSVRecord row =
                rows(eppgbm(NEIGHBOUR, "2025-03", "&separator=comma"), Tail.NEW).getFirst();

        assertThat(row.get("BB/U")).isEqualTo("Outlier");
        assertThat(row.get("TB/U")).isEmpty();
        assertThat(row.get("ZS TB/U")).isEmpty();
    }

    @Test
    void growthHasAnthrosVariablesUnderPseudonyms() throws IOException {
        Child boy = Child.aChild().in("61.02.01.2001").correctedTo(Sex.L, LocalDate.of(2023, 3, 17));
        weighings.weigh(
                boy, "2025-05-12", "\"weightKg\":11,\"lengthHeightCm\":84.1,\"position\":\"STANDING\",\"tricepsMm\":8");
        weighings.weigh(boy, "2025-06-12", "\"weightKg\":40,\"oedema\":true");

        List<CSVRecord> rows = growth("61.02", "&from=2025-05-12&to=2025-06-12");
        assertThat(rows).hasSize(2);
        CSVRecord first = rows.get(0);
        assertThat(first.get("id"))
                .matches("[0-9a-f]{32}")
                .isEqualTo(rows.get(1).get("id"));
        assertThat(first.toMap())
                .containsEntry("area", "61.02.01")
                .containsEntry("month", "2025-05")
                .containsEntry("sex", "1")
                .containsEntry("age", "787")
                .containsEntry("weight", "11")
                .containsEntry("lenhei", "84.1")
                .containsEntry("measure", "h")
                .containsEntry("oedema", "n")
                .containsEntry("triskin", "8")
                .containsEntry("flen", "0")
                .containsEntry("zhc", "")
                .containsEntry("fhc", "");
        assertThat(rows.get(1).toMap()).containsEntry("oedema", "y").containsEntry("zwei", "");
        String text = first.toString();
        assertThat(text).doesNotContain(boy.id().toString(), "2025-05-12", "61.02.01.2001", "2023-03-17");
        assertThat(growth("61.02", "&from=2025-05-13&to=2025-06-11")).isEmpty();
        assertThat(growth("61.02", "&from=2025-05-12&to=2025-06-12").getFirst().get("id"))
                .as("two exports can't be joined")
                .isNotEqualTo(first.get("id"));
    }

    @Test
    void dictionaryExplainsEveryVariable() throws IOException {
        List<String> variables = parse(as(Roles.AUDITOR, "*", "/v1/exports/growth-dictionary.csv")
                        .statusCode(200)
                        .extract()
                        .asString())
                .stream()
                .map(row -> row.get("variable"))
                .toList();

        String header = as(Roles.BKKBN, "61", "/v1/exports/growth.csv?area=61&from=2019-01-01&to=2019-01-01")
                .statusCode(200)
                .extract()
                .asString()
                .strip();
        assertThat(String.join(",", variables)).isEqualTo(header);
        assertThat(variables).contains("zlen", "flen", "zwei", "zwfl", "zbmi", "zhc", "zac", "clenhei", "cbmi");
    }

    @Test
    void exportIsOfTheCallersAreasAndWrittenDown() {
        as(Roles.PUSKESMAS, "36.04", "/v1/exports/eppgbm?area=61.01&month=2025-08")
                .statusCode(404);
        as(Roles.PUSKESMAS, "36.04", "/v1/exports/eppgbm?area=36&month=2025-08").statusCode(404);
        as(Roles.PUSKESMAS, "36.04", "/v1/exports/eppgbm?area=36.04.20&month=1999-07")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"eppgbm-36.04.20-1999-07.csv\"");

        assertThat(audited("36.04.20 1999-07-01 1999-08-01")).containsExactly("EXPORT");
        as(Roles.KADER, "36.04", "/v1/exports/eppgbm?area=36.04&month=2025-08").statusCode(403);
        as(Roles.PUSKESMAS, "36.04", "/v1/exports/growth.csv?area=36.04").statusCode(403);
    }

    @Test
    void wrongParameterIsNamed() {
        wrong("/eppgbm?month=2025-08", "/area", "REQUIRED");
        wrong("/eppgbm?area=Serang&month=2025-08", "/area", "INVALID_AREA");
        wrong("/eppgbm?area=36.04", "/month", "REQUIRED");
        wrong("/eppgbm?area=36.04&month=2025-13", "/month", "INVALID_DATE");
        wrong("/eppgbm?area=36.04&month=2025-08&tail=newest", "/tail", "OUT_OF_RANGE");
        wrong("/eppgbm?area=36.04&month=2025-08&separator=|".replace("|", "pipe"), "/separator", "OUT_OF_RANGE");
        wrong("/growth.csv?area=36.04&from=2025-02-30", "/from", "INVALID_DATE");
        wrong("/growth.csv?area=36.04&from=2025-02-02&to=2025-02-01", "/to", "OUT_OF_RANGE");
        wrong("/growth.csv?area=36.04&study=a", "/study", "OUT_OF_RANGE");
        as(Roles.ADMIN, "*", "/v1/exports/growth.csv?area=36.04&study=wasting-2026")
                .statusCode(400)
                .body("code", equalTo("STUDY_WITHOUT_KEY"));
    }

    private static void wrong(String path, String pointer, String reason) {
        as(Roles.ADMIN, "*", "/v1/exports" + path)
                .statusCode(400)
                .body("errors.pointer", contains(pointer))
                .body("errors.reason", contains(reason));
    }

    private List<String> audited(String object) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select action from audit_entry where object_id = :id")
                        .bind("id", object)
                        .mapTo(String.class)
                        .list());
    }

    private static String eppgbm(String area, String month, String rest) {
        return as(Roles.PUSKESMAS, "61", "/v1/exports/eppgbm?area=" + area + "&month=" + month + rest)
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<CSVRecord> rows(String file, Tail tail) throws IOException {
        List<CSVRecord> rows = parse(file.substring(1));
        rows.forEach(row ->
                assertThat(row.size()).isEqualTo(EppgbmExport.columns(tail).size()));
        return rows;
    }

    private static List<CSVRecord> growth(String area, String rest) throws IOException {
        return parse(as(Roles.BKKBN, "61", "/v1/exports/growth.csv?area=" + area + rest)
                .statusCode(200)
                .extract()
                .asString());
    }

    private static List<CSVRecord> parse(String file) throws IOException {
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(file))) {
            return parser.getRecords();
        }
    }

    private static ValidatableResponse as(String role, String area, String path) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(TestTokens.token(role, area))
                .get(path)
                .then();
    }
}
