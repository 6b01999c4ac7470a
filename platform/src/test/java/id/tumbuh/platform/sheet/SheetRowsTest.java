package id.tumbuh.platform.sheet;

import static id.tumbuh.platform.sheet.HostileFiles.repeated;
import static id.tumbuh.platform.sheet.HostileFiles.sheet;
import static id.tumbuh.platform.sheet.HostileFiles.text;
import static id.tumbuh.platform.sheet.HostileFiles.workbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetRowsTest {

    @TempDir
    private Path folder;

    @Test
    void aSpreadsheetGivesTextFiguresDaysAndTimes() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(out, "Test", "1.0");
            Worksheet sheet = workbook.newWorksheet("Data");
            sheet.value(0, 0, "Nama & <Ortu>");
            sheet.value(2, 0, "Budi");
            sheet.value(2, 2, 8.25);
            sheet.value(2, 3, LocalDate.of(2024, 6, 30));
            sheet.style(2, 3).format("dd/mm/yyyy").set();
            sheet.value(2, 4, (8 * 60 + 30) / 1440.0);
            sheet.style(2, 4).format("h:mm").set();
            sheet.value(2, 5, (62 * 60 + 40) / 1440.0);
            sheet.style(2, 5).format("[h]:mm").set();
            workbook.finish();
        }

        List<SheetRow> rows = rows(file);

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).number()).isEqualTo(1);
        assertThat(rows.get(0).cell(0)).isEqualTo(new CellValue.Text("Nama & <Ortu>"));
        SheetRow row = rows.get(1);
        assertThat(row.number()).isEqualTo(3);
        assertThat(row.cells())
                .containsExactly(
                        new CellValue.Text("Budi"),
                        new CellValue.Empty(),
                        new CellValue.Figure(8.25),
                        new CellValue.Day(LocalDate.of(2024, 6, 30)),
                        new CellValue.Clock(8, 30),
                        new CellValue.Clock(62, 40));
        assertThat(row.cell(99)).isEqualTo(new CellValue.Empty());
    }

    @Test
    void addressesAndRowNumbersMayBeLeftOut() throws IOException {
        Path file = sheet(
                folder.resolve("a.xlsx"),
                "<row><c><v>1</v></c><c t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r></is></c></row><row><c><v>2</v></c></row>");

        assertThat(rows(file))
                .containsExactly(
                        new SheetRow(1, List.of(new CellValue.Figure(1), new CellValue.Text("ab"))),
                        new SheetRow(2, List.of(new CellValue.Figure(2))));
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-mm-dd, DATE",
        "[$-421]dd mmmm yyyy;@, DATE",
        "mmm-yy, DATE",
        "h:mm AM/PM, TIME",
        "[h]:mm:ss, TIME",
        "[Red]0.00, FIGURE",
        "General, FIGURE",
        "mm:ss, TIME"
    })
    void formatsTellDaysFromTimesFromFigures(String code, NumberFormats.Kind kind) {
        assertThat(NumberFormats.kind(code)).isEqualTo(kind);
    }

    @Test
    void csvIsReadWithEverySeparatorAndEncoding() throws IOException {
        String commas = "No,Nama\r\n1,\"Sa'adah, \"\"Neng\"\"\"\r\n2,Ren\u00e9\r\n";
        List<SheetRow> expected =
                List.of(row(1, "No", "Nama"), row(2, "1", "Sa'adah, \"Neng\""), row(3, "2", "Ren\u00e9"));

        assertThat(rows(csv(commas, StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(rows(csv("\uFEFF" + commas, StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(rows(csv(commas, Charset.forName("windows-1252")))).isEqualTo(expected);
        assertThat(rows(csv("\uFEFF" + commas, StandardCharsets.UTF_16LE))).isEqualTo(expected);
        assertThat(rows(csv("\uFEFF" + commas, StandardCharsets.UTF_16BE))).isEqualTo(expected);
        assertThat(rows(csv("No;Nama\n1;\"Sa'adah, \"\"Neng\"\"\"\n2;Ren\u00e9", StandardCharsets.UTF_8)))
                .isEqualTo(expected);
        assertThat(rows(csv("No\tNama\n1\tSa'adah, \"Neng\"\n2\tRen\u00e9", StandardCharsets.UTF_8)))
                .isEqualTo(expected);
    }

    @Test
    void decimalCommasDoNotWinOverTheSemicolonsOfTheHeader() throws IOException {
        String text = "Data tanggal : 2024-06-30\nNo;Berat;Tinggi\n1;8,3;70,1\n2;8,4;71,2\n";

        assertThat(rows(csv(text, StandardCharsets.UTF_8)).get(2)).isEqualTo(row(3, "1", "8,3", "70,1"));
    }

    @Test
    void lineBreaksInsideQuotesBelongToTheCell() throws IOException {
        assertThat(rows(csv("a,b\n\"x\ny\",z\n", StandardCharsets.UTF_8)))
                .containsExactly(row(1, "a", "b"), row(2, "x\ny", "z"));
    }

    @Test
    void anUnclosedQuoteEndsAtTheLongestCell() throws IOException {
        Path file = csv("a,b\n\"" + "x,y\n".repeat(20_000), StandardCharsets.UTF_8);

        assertProblem(file, FileProblem.CELL_TOO_LONG);
    }

    @Test
    void everyKindOfWrongFileHasOneClearProblem() throws IOException {
        assertProblem(bytes(new byte[0]), FileProblem.EMPTY_FILE);
        assertProblem(bytes(oldExcel("Workbook")), FileProblem.BROKEN_FILE);
        assertProblem(bytes(oldExcel("EncryptedPackage")), FileProblem.ENCRYPTED_FILE);
        assertProblem(bytes("%PDF-1.7 etc".getBytes(StandardCharsets.UTF_8)), FileProblem.NOT_A_SPREADSHEET);
        assertProblem(bytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3}), FileProblem.NOT_A_SPREADSHEET);
        assertProblem(
                HostileFiles.zip(folder.resolve("docx"), Map.of("word/document.xml", text("<d/>"))),
                FileProblem.NOT_A_SPREADSHEET);
        assertProblem(bytes(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0}), FileProblem.BROKEN_FILE);
    }

    @Test
    void aSpreadsheetCutOffAnywhereIsBroken() throws IOException {
        Path whole = sheet(folder.resolve("whole.xlsx"), "<row><c><v>1</v></c></row>".repeat(500));
        byte[] content = Files.readAllBytes(whole);

        for (int length = 4; length < content.length; length += 7) {
            byte[] part = Arrays.copyOf(content, length);

            assertProblem(bytes(part), FileProblem.BROKEN_FILE);
        }
    }

    @Test
    void aCorruptedStreamIsNeverReadAsSomethingElseWithoutNotice() throws IOException {
        Path whole = sheet(folder.resolve("whole.xlsx"), "<row><c><v>1</v></c></row>".repeat(500));
        byte[] content = Files.readAllBytes(whole);
        content[content.length / 2] ^= 0x55;

        assertThatThrownBy(() -> rows(bytes(content))).isInstanceOf(UnreadableSheet.class);
    }

    @Test
    @Timeout(60)
    void aBombWithoutTagsIsDefusedAtOnce() throws IOException {
        Path bomb = workbook(
                folder.resolve("bomb.xlsx"),
                Map.of("xl/worksheets/sheet1.xml", repeated("<worksheet>", "a", 2_000_000_000L, "")));
        assertThat(Files.size(bomb)).isLessThan(3_000_000);

        assertProblem(bomb, FileProblem.EXPANDS_TOO_FAR);
    }

    @Test
    @Timeout(60)
    void aBombOfWellFormedRowsEndsAtTheLimit() throws IOException {
        Path bomb = workbook(
                folder.resolve("bomb.xlsx"),
                Map.of(
                        "xl/worksheets/sheet1.xml",
                        repeated("<worksheet><sheetData>", "<row></row>", 60_000_000L, "</sheetData></worksheet>")));

        assertProblem(bomb, FileProblem.TOO_MANY_ROWS);
    }

    @Test
    @Timeout(60)
    void aBombInTheTableOfTextsEndsAtTheLimit() throws IOException {
        Path bomb = workbook(
                folder.resolve("bomb.xlsx"),
                Map.of(
                        "xl/sharedStrings.xml",
                        repeated(
                                "<sst>",
                                "<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>",
                                400_000_000L,
                                "</sst>"),
                        "xl/worksheets/sheet1.xml",
                        text("<worksheet/>")));

        assertProblem(bomb, FileProblem.EXPANDS_TOO_FAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><worksheet>&x;</worksheet>",
                "<!DOCTYPE w SYSTEM 'http://127.0.0.1:1/x.dtd'><worksheet/>",
                "<!DOCTYPE w [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><worksheet>&b;</worksheet>",
                "<worksheet><![CDATA[x]]></worksheet>"
            })
    void declarationsAreRefused(String part) throws IOException {
        assertProblem(
                workbook(folder.resolve("xxe.xlsx"), Map.of("xl/worksheets/sheet1.xml", text(part))),
                FileProblem.UNSAFE_CONTENT);
    }

    @Test
    void farColumnsCostNothingWhenEmptyAndAreRefusedWhenFilled() throws IOException {
        assertThat(rows(sheet(folder.resolve("a"), "<row><c r='A1'><v>1</v></c><c r='XFD1' s='3'/></row>")))
                .containsExactly(new SheetRow(1, List.of(new CellValue.Figure(1))));
        assertProblem(
                sheet(folder.resolve("b"), "<row><c r='ZZZZZZZZZZZ1'><v>1</v></c></row>"),
                FileProblem.TOO_MANY_COLUMNS);
        assertThat(rows(sheet(folder.resolve("c"), "<row><c r='GR1'><v>1</v></c></row>")))
                .hasSize(1);
        assertProblem(sheet(folder.resolve("d"), "<row><c r='GS1'><v>1</v></c></row>"), FileProblem.TOO_MANY_COLUMNS);
    }

    @Test
    @Timeout(60)
    void aMillionColumnsAreRefusedInBothFormats() throws IOException {
        assertProblem(
                sheet(folder.resolve("a"), "<row>" + "<c><v>1</v></c>".repeat(1_000_000) + "</row>"),
                FileProblem.TOO_MANY_COLUMNS);
        assertProblem(csv("a,".repeat(1_000_000), StandardCharsets.UTF_8), FileProblem.TOO_MANY_COLUMNS);
    }

    @Test
    void theLongestCellIsReadAndALongerOneRefused() throws IOException {
        int longest = SheetLimits.USUAL.cellLength();

        assertThat(rows(csv("a," + "x".repeat(longest), StandardCharsets.UTF_8)))
                .hasSize(1);
        assertProblem(csv("a," + "x".repeat(longest + 1), StandardCharsets.UTF_8), FileProblem.CELL_TOO_LONG);
        assertProblem(
                sheet(
                        folder.resolve("a"),
                        "<row><c t='inlineStr'><is><t>" + "x".repeat(longest + 1) + "</t></is></c></row>"),
                FileProblem.CELL_TOO_LONG);
    }

    @Test
    void moreRowsThanTheLimitAreRefused() throws IOException {
        SheetLimits two = new SheetLimits(1_000_000, 100, 100, 100_000, 2, 200, 100);

        assertThat(rows(csv("a\nb\n", StandardCharsets.UTF_8), two)).hasSize(2);
        assertThatThrownBy(() -> rows(csv("a\nb\nc\n", StandardCharsets.UTF_8), two))
                .isInstanceOfSatisfying(
                        UnreadableSheet.class,
                        problem -> assertThat(problem.problem()).isEqualTo(FileProblem.TOO_MANY_ROWS));
    }

    @Test
    void aDirectoryOfTooManyEntriesIsNotEvenOpened() throws IOException {
        Map<String, HostileFiles.Part> parts =
                IntStream.range(0, 1_001).boxed().collect(Collectors.toMap(each -> "xl/" + each, _ -> text("")));

        assertProblem(HostileFiles.zip(folder.resolve("many"), parts), FileProblem.EXPANDS_TOO_FAR);
    }

    /** Whatever the bytes are: rows, or one typed problem, within the time. */
    @Test
    @Timeout(120)
    void noBytesAtAllMakeTheReaderFailOtherwise() throws IOException {
        Random random = new Random(20240731);
        byte[] xlsx = Files.readAllBytes(
                workbook(
                        folder.resolve("seed.xlsx"),
                        Map.of(
                                "xl/sharedStrings.xml", text("<sst><si><t>a</t></si></sst>"),
                                "xl/styles.xml",
                                        text("<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>"),
                                "xl/worksheets/sheet1.xml",
                                        text(
                                                "<worksheet><row r='1'><c r='A1' t='s'><v>0</v></c><c s='0'><v>45000</v></c></row></worksheet>"))));
        for (int round = 0; round < 1_500; round++) {
            read(mutated(xlsx, random));
            read(parts(random));
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            read(noise);
            read(printable(random));
        }
    }

    private void read(byte[] content) throws IOException {
        Path file = bytes(content);
        assertTimeout(Duration.ofSeconds(5), () -> {
            try {
                rows(file);
            } catch (UnreadableSheet expected) {
                assertThat(expected.problem()).isNotNull();
            }
        });
    }

    /** Parts with random XML in a package that is in order. */
    private byte[] parts(Random random) throws IOException {
        String[] names = {
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/worksheets/sheet1.xml"
        };
        String[] pieces = {
            "<row", "</row>", "<c ", "</c>", " r='A1'", " r='-1'", " r='99999999999'", " t='s'", ">", "/>", "<v>",
                    "</v>",
            "7", "-1", "1e999", "&#0;", "&lt;", "&x;", "<t>", "</t>", "<si>", "</si>", "<?p ?>", "<xf numFmtId='x'/>",
            "<cellXfs>", "\u00e9", "<sheet id='rId1'/>", " s='99'", "<is>", "]]>"
        };
        Map<String, HostileFiles.Part> parts = new HashMap<>();
        StringBuilder xml = new StringBuilder("<worksheet>");
        for (int piece = random.nextInt(30); piece > 0; piece--) {
            xml.append(pieces[random.nextInt(pieces.length)]);
        }
        xml.append(random.nextBoolean() ? "</worksheet>" : "");
        parts.put(names[random.nextInt(names.length)], text(xml.toString()));
        return Files.readAllBytes(workbook(folder.resolve("parts"), parts));
    }

    private static byte[] mutated(byte[] content, Random random) {
        byte[] mutated = content.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
        }
        return mutated;
    }

    private static byte[] printable(Random random) {
        String letters = ",;\t|\"\r\n'ab1\u00e9- ";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        random.ints(random.nextInt(400), 0, letters.length())
                .mapToObj(at -> letters.substring(at, at + 1).getBytes(StandardCharsets.UTF_8))
                .forEach(out::writeBytes);
        return out.toByteArray();
    }

    private void assertProblem(Path file, FileProblem problem) {
        assertThatThrownBy(() -> rows(file))
                .isInstanceOfSatisfying(
                        UnreadableSheet.class,
                        found -> assertThat(found.problem()).isEqualTo(problem));
    }

    private Path csv(String text, Charset charset) throws IOException {
        return bytes(text.getBytes(charset));
    }

    private Path bytes(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    private static byte[] oldExcel(String stream) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        out.writeBytes(new byte[70_000 - 13]);
        out.writeBytes(stream.getBytes(StandardCharsets.UTF_16LE));
        return out.toByteArray();
    }

    private static SheetRow row(int number, String... cells) {
        return new SheetRow(
                number, Arrays.stream(cells).<CellValue>map(CellValue.Text::new).toList());
    }

    private static List<SheetRow> rows(Path file) throws IOException {
        return rows(file, SheetLimits.USUAL);
    }

    private static List<SheetRow> rows(Path file, SheetLimits limits) throws IOException {
        List<SheetRow> all = new ArrayList<>();
        try (SheetRows rows = SheetRows.open(file, limits)) {
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }
}
