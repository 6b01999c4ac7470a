package id.tumbuh.reporting.evaluation;

import static id.tumbuh.reporting.evaluation.ReportedKabupaten.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.quality.Assessed;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a report, of a kabupaten whose name and words begin like formulas. Pictures lie in target/pictures. */
@QuarkusTest
@WithTestResource(RealServers.class)
class EvaluationFileTest {
    private static final ReportedKabupaten KABUPATEN = new ReportedKabupaten("62.21", "=Contoh");
    private static final String OBSTACLES =
            "=HYPERLINK(\\\"http://x\\\")\\n@Posyandu tanpa alat ukur & timbangan <rusak>";
    private static boolean reported;

    @Inject
    Given given;

    void handedIn() {
        if (reported) {
            return;
        }
        reported = true;
        KABUPATEN.measured(given);
        given.announced(Assessed.of(UUID.randomUUID(), "2026-06", "62.21.01.2001")
                .rounded(39)
                .event());
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> KABUPATEN.read("w", "62.21").body("report.posyandu.size()", equalTo(1)));
        KABUPATEN
                .write("writer", "62.21", "{\"obstacles\":\"" + OBSTACLES + "\",\"followUp\":\"-Ukur ulang\"}")
                .statusCode(201);
        KABUPATEN.step("writer", "62.21", "submission", "\"1\"", "").statusCode(200);
        KABUPATEN
                .step("province", "62", "return", "\"2\"", "{\"remarks\":\"+Jelaskan utara\"}")
                .statusCode(200);
    }

    @Inject
    Indicators all;

    @Test
    void theWorkbookHasFiguresAsNumbersAndNothingInItRuns() throws IOException {
        handedIn();
        byte[] file = file("/report.xlsx");
        Files.createDirectories(Path.of("target", "pictures"));
        Files.write(Path.of("target", "pictures", "evaluation.xlsx"), file);

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly("Ringkasan", "Indikator", "Peringkat", "Posyandu", "Riwayat");
            List<Row> indicators = workbook.findSheet("Indikator").orElseThrow().read();
            Row stunting = indicators.get(3);
            assertThat(stunting.getCellText(0)).isEqualTo("stunting-prevalence");
            assertThat(stunting.getCellAsNumber(4)).contains(new BigDecimal("4"));
            assertThat(stunting.getCellAsNumber(5)).contains(new BigDecimal("13"));
            assertThat(stunting.getCellAsNumber(6).orElseThrow()).isEqualByComparingTo("0.307692");
            assertThat(indicators).hasSize(3 + 3 * all.all().size());
            List<Row> ranking = workbook.findSheet("Peringkat").orElseThrow().read();
            assertThat(ranking.get(3).getCellAsNumber(0)).contains(BigDecimal.ONE);
            assertThat(ranking.get(3).getCellText(2)).isEqualTo("'=Contoh Utara");
            for (var sheet : workbook.getSheets().toList()) {
                for (Row row : sheet.read()) {
                    row.stream().filter(cell -> cell != null).forEach(cell -> {
                        assertThat(cell.getFormula()).as(cell.toString()).isNull();
                        assertThat(cell.getText()).doesNotStartWith("=").doesNotStartWith("@");
                    });
                }
            }
        }
    }

    @Test
    void theTableHasARowForEachFigureAndText() throws IOException {
        handedIn();
        List<CSVRecord> rows = table("/report.csv");

        assertThat(rows)
                .anySatisfy(row -> {
                    assertThat(row.get("code")).isEqualTo("stunting-prevalence");
                    assertThat(row.get("period")).isEqualTo("2026-S1");
                    assertThat(row.get("months")).isEqualTo("2026-06");
                    assertThat(row.get("numerator")).isEqualTo("4");
                    assertThat(row.get("denominator")).isEqualTo("13");
                    assertThat(row.get("percent")).isEqualTo("30.7692");
                    assertThat(row.get("coverage_percent")).isEqualTo("86.6667");
                })
                .anySatisfy(row -> {
                    assertThat(row.get("section")).isEqualTo("cases");
                    assertThat(row.get("code")).isEqualTo("newly");
                    assertThat(row.get("value")).isEqualTo("2");
                })
                .anySatisfy(row -> {
                    assertThat(row.get("section")).isEqualTo("obstacles");
                    assertThat(row.get("text")).startsWith("'=HYPERLINK");
                })
                .anySatisfy(row -> assertThat(row.get("text")).isEqualTo("'-Ukur ulang"));
        assertThat(rows)
                .allSatisfy(row -> assertThat(List.of(row.get("name"), row.get("text")))
                        .noneMatch(cell -> cell.startsWith("=") || cell.startsWith("@") || cell.startsWith("-")));
    }

    @Test
    void aksiBangdaHasARowForTheAreaAndForEachBelow() throws IOException {
        handedIn();
        List<CSVRecord> rows = table("/aksi-bangda.csv");

        assertThat(rows).extracting(row -> row.get("kode_wilayah")).containsExactly("62.21", "62.21.01", "62.21.02");
        assertThat(rows).extracting(row -> row.get("nama_wilayah")).allMatch(name -> name.startsWith("'=Contoh"));
        assertThat(rows).extracting(row -> row.get("jumlah_stunting")).containsExactly("4", "3", "1");
        assertThat(rows).extracting(row -> row.get("jumlah_balita_diukur")).containsExactly("13", "8", "5");
        assertThat(rows).extracting(row -> row.get("peringkat")).containsExactly("", "1", "2");
        assertThat(rows.getFirst().get("kendala")).startsWith("'=HYPERLINK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void thePaperIsA4WithTheHashAndIsMarkedUntilItIsAccepted(String language) throws IOException {
        handedIn();
        String hash = KABUPATEN.read("writer", "62.21").extract().path("frozen.hash");
        byte[] file = file("/report.pdf?lang=" + language);

        try (PDDocument paper = Loader.loadPDF(file)) {
            List<String> marked = new ArrayList<>(List.of(hash, "=Contoh", "30,8", "<rusak>", "Sukamaju"));
            if (language.equals("en")) {
                marked.set(2, "30.8");
                marked.add("DRAFT");
            } else {
                marked.add("RANCANGAN");
            }
            assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s", ""))
                    .contains(marked);
            PDRectangle box = paper.getPage(0).getMediaBox();
            assertThat(box.getWidth()).isCloseTo(PDRectangle.A4.getWidth(), org.assertj.core.data.Offset.offset(1f));
            assertThat(box.getHeight()).isCloseTo(PDRectangle.A4.getHeight(), org.assertj.core.data.Offset.offset(1f));
            Files.createDirectories(Path.of("target", "pictures"));
            for (int page = 0; page < paper.getNumberOfPages(); page++) {
                ImageIO.write(
                        new PDFRenderer(paper).renderImageWithDPI(page, 90),
                        "png",
                        Path.of("target", "pictures", "evaluation-paper-" + language + "-" + page + ".png")
                                .toFile());
            }
        }
    }

    @Test
    void theSealedTextHasTheHashThatHistoryNames() {
        handedIn();
        String hash = KABUPATEN.read("writer", "62.21").extract().path("frozen.hash");

        String sealed = as("writer", "62.21")
                .get(KABUPATEN.path("/report.json"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo('"' + hash + '"'))
                .body(containsString("stunting-prevalence"))
                .extract()
                .asString();
        assertThat(Seal.of(sealed)).isEqualTo(hash);
        as("writer", "62.22").get(KABUPATEN.path("/report.json")).then().statusCode(404);
        as("writer", "62.21.01")
                .get("/v1/evaluations/62.21.01/2026-S1/report.json")
                .then()
                .statusCode(404);
    }

    private static byte[] file(String name) {
        return as("writer", "62.21")
                .get(KABUPATEN.path(name))
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment; filename=\"evaluasi-62.21-2026-S1"))
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asByteArray();
    }

    private static List<CSVRecord> table(String name) throws IOException {
        String text = new String(file(name), java.nio.charset.StandardCharsets.UTF_8);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }
}
