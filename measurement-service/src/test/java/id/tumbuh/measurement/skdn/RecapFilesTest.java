package id.tumbuh.measurement.skdn;

import static id.tumbuh.measurement.skdn.SampleRecaps.DESA;
import static id.tumbuh.measurement.skdn.SampleRecaps.id;
import static id.tumbuh.measurement.skdn.SampleRecaps.part;
import static id.tumbuh.measurement.skdn.SampleRecaps.row;
import static id.tumbuh.measurement.skdn.SampleRecaps.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.skdn.Places.Names;
import id.tumbuh.measurement.skdn.RegistryPlaces.NamedPosyandu;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecapFilesTest {

    /** The reader leaves out the empty row above the head. */
    private static final int FIRST_ROW = 4;

    private static final int FIRST_FIGURE = 4;
    private static final int D_OF_S = FIRST_FIGURE + 9 * 3 + 1;

    @Test
    void workbookHoldsNumbersThatAddUp() throws IOException {
        Recap recap = SampleRecaps.ofDesa(12, Names.SHOWN);

        try (ReadableWorkbook workbook = read(recap)) {
            assertThat(workbook.getSheets().map(Sheet::getName)).containsExactly("F1", "Umur", "Belum lapor");
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0))
                    .isEqualTo("Rekap SKDN bulan Agustus 2025 - Desa Bojong Menteng (36.04.20.2006)");
            List<Row> places = rows.subList(FIRST_ROW, FIRST_ROW + 13);
            assertThat(places.get(12).getCellText(1)).isEqualTo("Tanpa posyandu");
            assertThat(places).extracting(row -> row.getCellText(3)).contains("TUTUP", "TUTUP*", "BUKA");
            Row sum = rows.get(FIRST_ROW + 13);
            assertThat(sum.getCellText(1)).isEqualTo("Jumlah");
            for (int column = FIRST_FIGURE; column < FIRST_FIGURE + 27; column++) {
                int at = column;
                assertThat(places.stream().mapToInt(row -> number(row, at)).sum())
                        .as("column %d", at)
                        .isEqualTo(number(sum, at));
            }
            assertThat(sum.getCell(D_OF_S).getType()).isEqualTo(CellType.NUMBER);
            assertThat(sum.getCellAsNumber(D_OF_S).orElseThrow().doubleValue())
                    .isCloseTo(number(sum, FIRST_FIGURE + 8) / (double) number(sum, FIRST_FIGURE + 2), within(1e-9));
            List<Row> missing = workbook.getSheet(2).orElseThrow().read();
            assertThat(missing.stream()
                            .filter(row -> row.getCellCount() > 0
                                    && row.getCell(0) != null
                                    && row.getCell(0).getType() == CellType.NUMBER))
                    .hasSameSizeAs(recap.reporting().notYet());
        }
    }

    @Test
    void bandsOfTheWorkbookAreThoseOfEverybodyAndThenOfEachPlace() throws IOException {
        Recap recap = SampleRecaps.ofKecamatan(3, 2);

        try (ReadableWorkbook workbook = read(recap)) {
            List<Row> rows = workbook.getSheet(1).orElseThrow().read();
            assertThat(rows.subList(FIRST_ROW, FIRST_ROW + 5))
                    .extracting(row -> row.getCellText(3))
                    .containsExactly("0-5", "6-11", "12-23", "24-35", "36-59");
            assertThat(number(rows.get(FIRST_ROW + 5), FIRST_FIGURE + 2))
                    .isEqualTo(recap.total().sum().s());
            assertThat(rows.subList(FIRST_ROW + 6, FIRST_ROW + 21).stream()
                            .mapToInt(row -> number(row, FIRST_FIGURE + 2))
                            .sum())
                    .isEqualTo(recap.total().sum().s());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+62", "-Melati", "@mawar", "\tdahlia"})
    void nameIsNeverAFormula(String name) throws IOException {
        Recap recap = named(name);

        try (ReadableWorkbook workbook = read(recap)) {
            Cell cell = workbook.getFirstSheet().read().get(FIRST_ROW).getCell(1);
            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.getFormula()).isNull();
            assertThat(cell.getText()).isEqualTo("'" + name);
        }
    }

    @Test
    void workbookIsPrintedAcrossWithItsHeadOnEveryPage() throws IOException {
        byte[] file = RecapWorkbook.of(SampleRecaps.ofDesa(3, Names.SHOWN), words(SampleRecaps.ofDesa(3, Names.SHOWN)));

        assertThat(entry(file, "xl/worksheets/sheet1.xml"))
                .contains("orientation=\"landscape\"", "paperSize=\"9\"", "fitToWidth=\"1\"", "fitToHeight=\"0\"")
                .contains("<pane ", "state=\"frozen\"", "topLeftCell=\"C6\"");
        assertThat(entry(file, "xl/workbook.xml")).contains("_xlnm.Print_Titles", "$4:$5");
        assertThat(entry(file, "xl/styles.xml")).contains("0.0%");
    }

    @Test
    void desaOfUsualSizeIsOnePageAcross() throws IOException {
        for (int posyandu : List.of(1, 8, 14)) {
            try (PDDocument pdf = pdf(SampleRecaps.ofDesa(posyandu, Names.SHOWN))) {
                assertThat(pdf.getNumberOfPages()).as("%d posyandu", posyandu).isEqualTo(1);
                assertLandscape(pdf.getPage(0));
                assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("id");
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("Rekap SKDN bulan Agustus 2025 - Desa Bojong Menteng (36.04.20.2006)")
                        .contains("Data per 3 September 2025 pukul 10.20 WIB", "skdn-1")
                        .contains("Melati 1", "Tanpa posyandu", "Jumlah", "0-5", "36-59", "Belum lapor")
                        .contains("Bidan Desa", "Kader", "Halaman 1 dari 1");
                for (var name : pdf.getPage(0).getResources().getFontNames()) {
                    PDFont font = pdf.getPage(0).getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void kecamatanOfUsualSizeIsOnePageAcross() throws IOException {
        try (PDDocument pdf = pdf(SampleRecaps.ofKecamatan(14, 12))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("F2", "/12 TUTUP", "Kepala Puskesmas", "Pengelola Gizi Puskesmas")
                    .containsPattern("\\d\\.\\d{3}") // thousands as Indonesia writes them
                    .containsPattern("\\d{2},\\d");
        }
    }

    @Test
    void twoHundredPosyanduGoOnUnderARepeatedHead() throws IOException {
        try (PDDocument pdf = pdf(SampleRecaps.ofDesa(200, Names.AWAY))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isBetween(5, 8);
            StringBuilder all = new StringBuilder();
            for (int page = 1; page <= pages; page++) {
                assertLandscape(pdf.getPage(page - 1));
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(pdf);
                all.append(text);
                assertThat(text).contains("Rekap SKDN bulan", "BGM", "N/S", "Halaman " + page + " dari " + pages);
            }
            for (int number = 0; number < 200; number++) {
                String posyandu = RecapWording.posyandu(id(number), null);
                assertThat(all).contains(posyandu);
            }
        }
    }

    @Test
    void nameTheFontDoesNotHaveSpoilsNothing() throws IOException {
        try (PDDocument pdf = pdf(named("\uA9A9\uA9BA \u4E2D \uD83C\uDF3A\nMelati " + "panjang ".repeat(12)))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("?? ? ??Melati", "\u2026");
        }
    }

    private static Recap named(String name) {
        UUID id = id(1);
        Places places = new Places(
                Names.SHOWN, "Bojong Menteng", Map.of(), Map.of(id, new NamedPosyandu(id, DESA.value(), name)));
        List<SkdnRow> rows = List.of(row(Sex.L, 0, new Skdn(4, 3, 3, 1, 0, 0, 2, 0, 0)));
        return SampleRecaps.recap(DESA, places, List.of(part(id, DESA.value(), true, rows)));
    }

    private static ReadableWorkbook read(Recap recap) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(RecapWorkbook.of(recap, words(recap))));
    }

    private static PDDocument pdf(Recap recap) throws IOException {
        return Loader.loadPDF(RecapPdf.of(recap, words(recap)));
    }

    private static int number(Row row, int column) {
        return row.getCellAsNumber(column).orElseThrow().intValueExact();
    }

    private static void assertLandscape(PDPage page) {
        assertThat(page.getMediaBox().getWidth() / 72 * 25.4).isCloseTo(297, within(0.1));
        assertThat(page.getMediaBox().getHeight() / 72 * 25.4).isCloseTo(210, within(0.1));
    }

    private static String entry(byte[] file, String name) throws IOException {
        Path workbook = Files.createTempFile("recap", ".xlsx");
        try {
            Files.write(workbook, file);
            try (ZipFile zip = new ZipFile(workbook.toFile())) {
                ZipEntry entry = zip.getEntry(name);
                assertThat(entry).as(name).isNotNull();
                return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(workbook);
        }
    }
}
