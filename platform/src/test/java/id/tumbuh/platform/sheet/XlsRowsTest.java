package id.tumbuh.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old Excel files, written by POI's model and read by our stream. */
class XlsRowsTest {
    @TempDir
    private Path folder;

    @Test
    void everyKindOfCellIsReadAsAnXlsxWouldBe() throws IOException {
        Path file = file(workbook -> {
            Sheet sheet = workbook.createSheet("Data");
            Row header = sheet.createRow(0);
            header.createCell(0).setCellValue("Nama");
            header.createCell(1).setCellValue("Lahir");
            Row row = sheet.createRow(2);
            row.createCell(0).setCellValue("Ren\u00e9 \u0394");
            Cell day = row.createCell(1);
            day.setCellStyle(style(workbook, "dd/mm/yyyy"));
            day.setCellValue(45_000);
            row.createCell(3).setCellValue(10.5);
            Cell clock = row.createCell(4);
            clock.setCellStyle(style(workbook, "hh:mm"));
            clock.setCellValue(8.5 / 24);
            row.createCell(5).setCellFormula("1+1");
            row.createCell(6).setCellFormula("\"a\"&\"b\"");
            row.createCell(7).setCellValue(true);
            row.createCell(8).setCellValue(36_042_057_032_400.0);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        List<SheetRow> rows = rows(file);

        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 3);
        assertThat(rows.get(1).cells())
                .containsExactly(
                        new CellValue.Text("Ren\u00e9 \u0394"),
                        new CellValue.Day(LocalDate.of(2023, 3, 15)),
                        new CellValue.Empty(),
                        new CellValue.Figure(10.5),
                        new CellValue.Clock(8, 30),
                        new CellValue.Figure(2),
                        new CellValue.Text("ab"),
                        new CellValue.Text("TRUE"),
                        new CellValue.Figure(36_042_057_032_400.0));
    }

    @Test
    void theFirstVisibleSheetIsRead() throws IOException {
        Path file = file(workbook -> {
            workbook.createSheet("Catatan").createRow(0).createCell(0).setCellValue("tersembunyi");
            workbook.createSheet("Data").createRow(0).createCell(0).setCellValue("terlihat");
            workbook.createSheet("Lain").createRow(0).createCell(0).setCellValue("lain");
            workbook.setActiveSheet(1);
            workbook.setSheetHidden(0, true);
        });

        assertThat(rows(file))
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).containsExactly(new CellValue.Text("terlihat")));
    }

    @Test
    void asManyRowsAsASheetHoldsComeInFlatMemoryAndOrder() throws IOException {
        Path file = file(workbook -> {
            Sheet sheet = workbook.createSheet();
            for (int row = 0; row < 20_000; row++) {
                sheet.createRow(row).createCell(0).setCellValue(row);
            }
        });

        List<SheetRow> rows = rows(file);

        assertThat(rows).hasSize(20_000);
        assertThat(rows.getLast()).isEqualTo(new SheetRow(20_000, List.of(new CellValue.Figure(19_999))));
    }

    @Test
    void aPasswordIsSaidToBeOne() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("rahasia");
        try {
            Path file = file(workbook ->
                    workbook.createSheet().createRow(0).createCell(0).setCellValue("x"));
            assertProblem(file, FileProblem.ENCRYPTED_FILE);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void whatIsOlderOrNoWorkbookIsToldApart() throws IOException {
        assertProblem(container("Book", new byte[] {9, 8, 4, 0, 0, 5, 5, 0}), FileProblem.OLD_EXCEL_FILE);
        assertProblem(container("Workbook", new byte[] {9, 8, 4, 0, 0, 5, 5, 0}), FileProblem.OLD_EXCEL_FILE);
        assertProblem(container("WordDocument", new byte[] {1, 2, 3}), FileProblem.NOT_A_SPREADSHEET);
    }

    /** POI would make two thousand million texts of a claim of eight bytes. */
    @Test
    void aClaimOfMoreTextsThanFitIsNotBelieved() throws IOException {
        byte[] stream = {
            9,
            8,
            16,
            0,
            0,
            6,
            5,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            (byte) 0xFC,
            0,
            8,
            0,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            0x7F,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            0x7F
        };

        assertProblem(container("Workbook", stream), FileProblem.EXPANDS_TOO_FAR);
    }

    @Test
    void limitsHoldWhileReading() throws IOException {
        Path wide = file(
                workbook -> workbook.createSheet().createRow(0).createCell(200).setCellValue("x"));
        Path far = file(
                workbook -> workbook.createSheet().createRow(5).createCell(0).setCellValue("x"));

        assertProblem(wide, FileProblem.TOO_MANY_COLUMNS);
        assertThatThrownBy(() -> rows(far, new SheetLimits(1_000_000, 100, 100, 100_000, 5, 200, 100)))
                .hasMessage("TOO_MANY_ROWS");
    }

    /** Whatever is changed in a file, it is read or refused with one problem, and never anything else. */
    @Test
    void aDamagedFileIsNeverMoreThanRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file(workbook -> {
            Sheet sheet = workbook.createSheet();
            for (int row = 0; row < 50; row++) {
                sheet.createRow(row).createCell(row % 7).setCellValue("isi " + row);
            }
        }));
        Random random = new Random(7);
        for (int attempt = 0; attempt < 400; attempt++) {
            byte[] damaged = whole.clone();
            for (int change = 0; change < 1 + random.nextInt(8); change++) {
                damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("damaged.xls"), damaged);
            try {
                rows(file);
            } catch (UnreadableSheet refused) {
                assertThat(refused.problem()).isNotNull();
            }
        }
    }

    private Path container(String stream, byte[] content) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            container.createDocument(new ByteArrayInputStream(content), stream);
            container.writeFilesystem(out);
            return Files.write(folder.resolve(stream + content.length + ".xls"), out.toByteArray());
        }
    }

    private Path file(Consumer<HSSFWorkbook> content) throws IOException {
        Path file = Files.createTempFile(folder, "a", ".xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(workbook);
            workbook.write(out);
        }
        return file;
    }

    private static CellStyle style(HSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static List<SheetRow> rows(Path file) throws IOException {
        return rows(file, SheetLimits.USUAL);
    }

    private static List<SheetRow> rows(Path file, SheetLimits limits) throws IOException {
        List<SheetRow> read = new ArrayList<>();
        try (SheetRows rows = SheetRows.open(file, limits)) {
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                read.add(row);
            }
        }
        return read;
    }

    private static void assertProblem(Path file, FileProblem problem) {
        assertThatThrownBy(() -> rows(file))
                .isInstanceOfSatisfying(
                        UnreadableSheet.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
