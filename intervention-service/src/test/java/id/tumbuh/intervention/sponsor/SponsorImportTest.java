package id.tumbuh.intervention.sponsor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a province of its own (98); a kabupaten for each test. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SponsorImportTest {
    private static final String HEADER =
            "Kode;Nama;Instansi;Jenis;Wilayah;Kapasitas;Wilayah pilihan;Bantuan;Mulai;Sampai\n";
    private static int kabupaten = 10;

    @Inject
    TestDatabase database;

    private final String area = "98." + kabupaten++;

    @Test
    void theSpreadsheetOfAnOfficeIsReadWithWhatItLeavesOpen() throws IOException {
        send(asnList(1_300), false)
                .then()
                .statusCode(200)
                .body("rows", equalTo(1_300))
                .body("created", equalTo(1_300))
                .body("problems", hasSize(0));
        assertThat(database.row(
                        "select count(*) as sponsors, min(kind) as kind, sum(capacity) as places from sponsor where area_code = ?",
                        area))
                .containsEntry("sponsors", 1_300L)
                .containsEntry("kind", "ASN")
                .containsEntry("places", 1_300L);

        send(asnList(1_300), false).then().body("created", equalTo(0)).body("unchanged", equalTo(1_300));
    }

    @Test
    void aRowThatIsWrongIsNamedAndKeepsNoOtherOut() {
        String file = HEADER
                + "A1;Contoh Satu;Dinas Contoh;ASN;" + area + ";2;" + area + ".01, " + area
                + ".02;FOOD;01/08/2026;31/12/2026\n"
                + "A2;Contoh Dua;Dinas Contoh;RAJA;" + area + ";2;;;2026-08-01;2026-12-31\n"
                + "A3;Contoh Tiga;Dinas Contoh;ASN;" + area + ";dua;;;2026-08-01;2026-12-31\n"
                + ";Contoh Empat;Dinas Contoh;ASN;" + area + ";1;;;2026-08-01;2026-12-31\n"
                + "A5;Contoh Lima;Dinas Contoh;ASN;" + area + ";1;;;2026-02-30;2026-12-31\n"
                + "A6;Contoh 3604200101010001;Dinas Contoh;ASN;" + area + ";1;;;2026-08-01;2026-12-31\n"
                + "A7;Contoh Tujuh;Dinas Contoh;ASN;17.02;1;;;2026-08-01;2026-12-31\n";

        Response answer = send(file.getBytes(StandardCharsets.UTF_8), false);

        answer.then()
                .statusCode(200)
                .body("rows", equalTo(7))
                .body("created", equalTo(1))
                .body("refused", equalTo(6))
                .body("problems.row", equalTo(List.of(3, 4, 5, 6, 7, 8)))
                .body(
                        "problems.problem.errors.reason.flatten()",
                        equalTo(List.of(
                                "SPONSOR_KIND_UNKNOWN",
                                "NOT_A_NUMBER",
                                "REQUIRED",
                                "INVALID_DATE",
                                "LOOKS_LIKE_NIK",
                                "INVALID_AREA")));
        assertThat(answer.asString()).doesNotContain("3604200101010001").doesNotContain("Contoh");
        assertThat(database.row("select cardinality(preferred_areas) as wishes from sponsor where area_code = ?", area))
                .containsEntry("wishes", 2);
    }

    @Test
    void onlyTriedNothingIsKept() throws IOException {
        send(asnList(3), true).then().statusCode(200).body("created", equalTo(3));

        assertThat(database.rows("select 1 from sponsor where area_code = ?", area))
                .isEmpty();
    }

    @Test
    void otherContentOfAKnownRowIsRefused() throws IOException {
        send(asnList(1), false).then().statusCode(200);
        String other = HEADER + "A0;Contoh;Dinas Contoh;ASN;" + area + ";5;;;2026-08-01;2026-12-31\n";

        send(other.getBytes(StandardCharsets.UTF_8), false)
                .then()
                .body("refused", equalTo(1))
                .body("problems[0].problem.code", equalTo("CONFLICT"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY_FILE",
        "'%PDF-1.7', NOT_A_SPREADSHEET",
        "'a;b;c', NO_HEADER",
        "'Kode;Instansi;Wilayah', MISSING_COLUMN"
    })
    void aFileThatIsNoListSaysWhy(String content, String problem) {
        send(content.getBytes(StandardCharsets.UTF_8), false)
                .then()
                .statusCode(400)
                .body("code", equalTo("FILE_UNREADABLE"))
                .body("detail", containsString(problem));
    }

    private byte[] asnList(int rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("ASN");
            sheet.value(0, 0, "Daftar ASN orang tua asuh");
            String[] titles = {"Kode", "Nama", "Instansi", "Wilayah", "Mulai", "Sampai"};
            for (int column = 0; column < titles.length; column++) {
                sheet.value(1, column, titles[column]);
            }
            for (int row = 0; row < rows; row++) {
                sheet.value(row + 2, 0, "A" + row);
                sheet.value(row + 2, 1, "Contoh Pegawai");
                sheet.value(row + 2, 2, "Dinas Contoh");
                sheet.value(row + 2, 3, area);
                sheet.value(row + 2, 4, LocalDate.of(2026, 8, 1));
                sheet.style(row + 2, 4).format("yyyy-MM-dd").set();
                sheet.value(row + 2, 5, "31-12-2026");
            }
        }
        return file.toByteArray();
    }

    private Response send(byte[] file, boolean dryRun) {
        return given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, area))
                .multiPart("file", "asn.xlsx", file)
                .multiPart("dryRun", Boolean.toString(dryRun))
                .post("/v1/sponsors:import");
    }
}
