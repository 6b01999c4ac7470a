package id.tumbuh.registry.imports.eppgbm;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.sheet.CellValue;
import id.tumbuh.platform.sheet.FileProblem;
import id.tumbuh.platform.sheet.SheetLimits;
import id.tumbuh.platform.sheet.UnreadableSheet;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.imports.cells.Dates;
import id.tumbuh.registry.imports.cells.Decimals;
import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Text;
import id.tumbuh.registry.imports.mapping.Profile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EppgbmFileTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 7, 31);
    static final RowRules RULES = new RowRules(
            TODAY,
            72,
            BigDecimal.valueOf(100),
            BigDecimal.valueOf(60),
            BigDecimal.valueOf(150),
            BigDecimal.valueOf(40));

    private static final Profile BUILT_IN = Column.spec().builtIn();

    @TempDir
    private Path folder;

    /** A row in order; tests change what they are about. */
    private final Map<String, String> row = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("NIK", "36040***********"),
            Map.entry("Nama", "Yasmin Salsabila"),
            Map.entry("JK", "P"),
            Map.entry("Tgl Lahir", "2022-07-17"),
            Map.entry("BB Lahir", "3.1"),
            Map.entry("TB Lahir", "49"),
            Map.entry("Nama Ortu", "DEDEN SUTISNA / YATI NURJANAH"),
            Map.entry("Prov", "Banten"),
            Map.entry("Kab/Kota", "Serang"),
            Map.entry("Kec", "Kibin"),
            Map.entry("Pukesmas", "Kibin"),
            Map.entry("Desa/Kel", "Ciagel"),
            Map.entry("Posyandu", "Melati 1"),
            Map.entry("RT", "003"),
            Map.entry("RW", "01"),
            Map.entry("Alamat", "Kp. Kadu"),
            Map.entry("Tanggal Pengukuran", "2024-07-19"),
            Map.entry("Berat", "10.7"),
            Map.entry("Tinggi", "85.1"),
            Map.entry("Cara Ukur", "Berdiri"),
            Map.entry("LiLA", "14,2"),
            Map.entry("BB/U", "Normal"),
            Map.entry("ZS BB/U", "-0.81"),
            Map.entry("TB/U", "Outlier"),
            Map.entry("ZS TB/U", "Outlier"),
            Map.entry("BB/TB", "Gizi Baik"),
            Map.entry("ZS BB/TB", "-0,10")));

    @Test
    void aRowInOrderIsReadCompletely() throws IOException {
        EppgbmRow read = readable();

        assertThat(read.number()).isEqualTo(2);
        assertThat(read.name()).isEqualTo("Yasmin Salsabila");
        assertThat(read.sex()).isEqualTo(Sex.P);
        assertThat(read.bornOn()).isEqualTo("2022-07-17");
        assertThat(read.parents()).isEqualTo(new Parents("DEDEN SUTISNA", "YATI NURJANAH"));
        assertThat(read.place()).isEqualTo(new Place("Banten", "Serang", "Kibin", "Ciagel"));
        assertThat(read.home()).isEqualTo(new EppgbmRow.Home("Melati 1", "3", "1", "Kp. Kadu"));
        assertThat(read.nik()).isNull();
        assertThat(read.birth()).isEqualTo(new EppgbmRow.Birth(3100, new BigDecimal("49.0")));
        assertThat(read.measured())
                .contains(new EppgbmRow.Measured(
                        LocalDate.of(2024, 7, 19),
                        new BigDecimal("10.7"),
                        new BigDecimal("85.1"),
                        PositionTaken.STANDING,
                        new BigDecimal("14.2"),
                        new EppgbmRow.PrintedZ(new BigDecimal("-0.81"), null, new BigDecimal("-0.1"))));
        assertThat(read.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-07-17",
                "2022-7-17",
                "17/07/2022",
                "17-07-2022",
                "17/7/2022",
                "44759",
                " 2022-07-17\u00a0",
                "2022-07-17 00:00:00"
            })
    void everyWayToWriteADateIsRead(String written) throws IOException {
        row.put("Tgl Lahir", written);

        assertThat(readable().bornOn()).isEqualTo("2022-07-17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2022",
                "2022-13-01",
                "17/07-2022",
                "17/07/22",
                "kemarin",
                "0",
                "19999",
                "60000",
                "2022-07-17 13:00"
            })
    void whatIsNoDateIsRejected(String written) throws IOException {
        row.put("Tgl Lahir", written);

        assertRejected("TGL_LAHIR:NOT_A_DATE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8.3 | 8.3",
                "8,3 | 8.3",
                "8:30 | 8.3",
                "8:3 | 8.3",
                "8:30:00 | 8.3",
                "12 | 12",
                "8.25 | 8.25",
                "8300 | 8.3",
                "100 | -",
                "100.1 | 0.1",
                "8,300 | 8.3",
                "60 | 60",
                "60.1 | -",
                "0 | -",
                "-3 | -",
                "berat | !",
                "8.3.1 | !",
                "8..3 | !",
                "8 3 | !",
                "1e3 | !"
            })
    void everyWayToWriteAWeightIsRead(String written, String kilograms) throws IOException {
        row.put("Berat", written);

        switch (kilograms) {
            case "-" -> assertRejected("BERAT:OUT_OF_RANGE");
            case "!" -> assertRejected("BERAT:NOT_A_NUMBER");
            default ->
                assertThat(readable().measured().orElseThrow().weightKg()).isEqualByComparingTo(kilograms);
        }
    }

    @Test
    void timesAndSerialDaysOfASpreadsheetAreReadAsWhatWasTyped() {
        assertThat(Decimals.read(new CellValue.Clock(8, 30))).contains(new BigDecimal("8.3"));
        assertThat(Decimals.read(new CellValue.Clock(62, 5))).contains(new BigDecimal("62.05"));
        assertThat(Decimals.read(new CellValue.Figure(8.299999999999999))).contains(new BigDecimal("8.3"));
        assertThat(Dates.read(new CellValue.Figure(45492))).contains(LocalDate.of(2024, 7, 19));
        assertThat(Dates.read(new CellValue.Day(TODAY))).contains(TODAY);
        assertThat(Dates.read(new CellValue.Clock(8, 30))).isEmpty();
        assertThat(Decimals.read(new CellValue.Day(TODAY))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "\u00a0", " - ", "\u00a0\u00a0-"})
    void blanksOfEveryKindAreNothing(String blank) throws IOException {
        row.put("LiLA", blank);
        row.put("Cara Ukur", blank);
        row.put("Posyandu", blank);
        row.put("BB Lahir", blank);
        row.put("Tinggi", blank);

        EppgbmRow read = readable();

        assertThat(read.home().posyandu()).isNull();
        assertThat(read.birth().weightGrams()).isNull();
        EppgbmRow.Measured measured = read.measured().orElseThrow();
        assertThat(measured.armCircumferenceCm()).isNull();
        assertThat(measured.position()).isNull();
        assertThat(measured.lengthHeightCm()).isNull();
        assertThat(read.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Terlentang, LYING", "Telentang, LYING", "TERLENTANG, LYING", "Berdiri, STANDING"})
    void bothSpellingsOfLyingAreKnown(String written, PositionTaken position) throws IOException {
        row.put("Cara Ukur", written);

        assertThat(readable().measured().orElseThrow().position()).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3604010101220001", "'3604010101220001", " 3604010101220001\u00a0"})
    void aCompleteNikIsRead(String written) throws IOException {
        row.put("NIK", written);

        assertThat(Objects.requireNonNull(readable().nik()).digits()).isEqualTo("3604010101220001");
    }

    @Test
    void aNumericNikLosesNoDigit() {
        assertThat(Text.of(new CellValue.Figure(3604010101220001d))).contains("3604010101220001");
    }

    @Test
    void secondaryCellsThatAreWrongAreLeftOutWithAWarning() throws IOException {
        row.put("NIK", "12345");
        row.put("LiLA", "lima");
        row.put("BB Lahir", "-1");
        row.put("Cara Ukur", "duduk");

        EppgbmRow read = readable();

        assertThat(read.warnings().stream().map(Finding::code))
                .containsExactlyInAnyOrder(
                        "NIK:NOT_A_NIK", "LILA:NOT_A_NUMBER", "BB_LAHIR:OUT_OF_RANGE", "CARA_UKUR:UNKNOWN_VALUE");
    }

    @Test
    void everythingWrongWithARowIsNamedAtOnce() throws IOException {
        row.put("JK", "X");
        row.put("Tgl Lahir", "");
        row.put("Desa/Kel", "-");
        row.put("Nama", "");
        row.put("Nama Ortu", " / ");

        assertRejected("NAMA:REQUIRED", "JK:UNKNOWN_VALUE", "TGL_LAHIR:REQUIRED", "DESA:REQUIRED");
    }

    @Test
    void aMeasurementLiesBetweenBirthAndToday() throws IOException {
        row.put("Tgl Lahir", "2024-07-19");
        assertThat(readable().bornOn()).isEqualTo("2024-07-19");
        row.put("Tgl Lahir", "2024-07-20");
        assertRejected("TANGGAL_PENGUKURAN:BEFORE_BIRTH");
        row.put("Tanggal Pengukuran", "2024-07-31");
        assertThat(readable().bornOn()).isEqualTo("2024-07-20");
        row.put("Tanggal Pengukuran", "2024-08-01");
        assertRejected("TANGGAL_PENGUKURAN:IN_THE_FUTURE");
    }

    @Test
    void whoIsNoLongerAChildIsATypingError() throws IOException {
        row.put("Tgl Lahir", "2018-07-19");
        assertThat(readable().bornOn()).isEqualTo("2018-07-19");
        row.put("Tgl Lahir", "2018-07-18");
        assertRejected("TGL_LAHIR:TOO_LONG_AFTER_BIRTH");
    }

    @Test
    void aRowWithoutAnyMeasurementOnlySaysThatTheChildExists() throws IOException {
        row.put("Berat", "");
        row.put("Tinggi", "-");
        assertRejected("BERAT:NOTHING_MEASURED");
        row.put("Tanggal Pengukuran", "");
        assertThat(readable().measured()).isEmpty();
        row.put("Berat", "8.3");
        assertRejected("TANGGAL_PENGUKURAN:REQUIRED");
    }

    @Test
    void aSingleParentNameIsTheMothers() {
        assertThat(Parents.of(Optional.of("YATI"))).isEqualTo(new Parents(null, "YATI"));
        assertThat(Parents.of(Optional.of("- / YATI"))).isEqualTo(new Parents(null, "YATI"));
        assertThat(Parents.of(Optional.of("DEDEN /"))).isEqualTo(new Parents("DEDEN", null));
        assertThat(Parents.of(Optional.empty()).areUnknown()).isTrue();
    }

    @Test
    void theHeaderMayStandInAnyOfTheFirstFifteenRows() throws IOException {
        for (int above = 0; above < 15; above++) {
            Path file = file("\"Data tanggal : 2024-06-30\"\n".repeat(above), header(), values());

            assertThat(scan(file, SheetLimits.USUAL, RULES, BUILT_IN)).isEqualTo(new Scan.Usable(1));
        }
        Path file = file("x\n".repeat(15), header(), values());
        assertThat(scan(file, SheetLimits.USUAL, RULES, BUILT_IN))
                .isEqualTo(new Scan.Refused(FileProblem.NO_HEADER, 0));
    }

    @Test
    void titlesAreReadHoweverTheyAreWritten() throws IOException {
        String header = header().replace("Pukesmas", "PUSKESMAS ")
                .replace("Nama Ortu", " nama\u00a0ortu")
                .replace("Desa/Kel", "DESA / KEL");

        assertThat(reading(file("", header, values()))).isInstanceOf(EppgbmRow.class);
    }

    @Test
    void theMethodOfMeasuringMayBeMissingButNotTheVillage() throws IOException {
        row.remove("Cara Ukur");
        assertThat(readable().measured().orElseThrow().position()).isNull();

        row.remove("Desa/Kel");
        assertThat(scan(file("", header(), values()), SheetLimits.USUAL, RULES, BUILT_IN))
                .isEqualTo(new Scan.Refused(FileProblem.MISSING_COLUMN, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PMT Diterima (kg),Jml Vit A,KPSP,KIA",
                "PMT Diterima (kg),Jml Vit A,KPSP,KIA,Detail",
                "Jml Vit A,KPSP,KIA,Kelas Ibu Balita,MBG,Detail"
            })
    void bothTailsOfTheExportAreAccepted(String tail) throws IOException {
        assertThat(reading(file("", header() + "," + tail, values() + ",1,2,3")))
                .isInstanceOf(EppgbmRow.class);
    }

    @Test
    void rowsReadBeforeAreSkippedAfterAnInterruption() throws IOException {
        Path file = file("", header(), values() + "\n\n" + values() + "\n" + values());
        try (EppgbmFile opened = EppgbmFile.open(file, SheetLimits.USUAL, RULES, BUILT_IN)) {
            assertThat(Objects.requireNonNull(opened.nextAfter(2)).number()).isEqualTo(4);
            assertThat(Objects.requireNonNull(opened.next()).number()).isEqualTo(5);
            assertThat(opened.next()).isNull();
        }
    }

    @Test
    void nothingOfWhatWasWrittenStandsInAFinding() throws IOException {
        row.put("Berat", "3604010101220001");
        row.put("Nama", "Rahasia Sekali");

        RowReading reading = reading(file("", header(), values()));

        assertThat(reading.toString()).doesNotContain("3604010101220001").doesNotContain("Rahasia");
    }

    /** Any cell content whatever gives a row or a rejection. */
    @Test
    void noCellMakesTheReaderFailOtherwise() throws IOException {
        Random random = new Random(7);
        String[] nasty = {
            "",
            "-",
            "\u00a0",
            "'",
            "''",
            "\u0660\u0661",
            "9".repeat(400),
            "-0",
            "1:1:1",
            "NaN",
            "Infinity",
            "1e308",
            "0x1p3",
            "=cmd|' /C calc'!A0",
            "\ud83d\ude00",
            "\u202e",
            "0000-00-00",
            "99/99/9999",
            "2024-02-30",
            "8,",
            ",8",
            ":",
            "/",
            "//",
            "L P",
            "\u0130"
        };
        StringBuilder rows = new StringBuilder();
        for (int each = 0; each < 5_000; each++) {
            Map<String, String> changed = new LinkedHashMap<>(row);
            List<String> columns = new ArrayList<>(row.keySet());
            for (int change = random.nextInt(4); change >= 0; change--) {
                changed.put(columns.get(random.nextInt(columns.size())), nasty[random.nextInt(nasty.length)]);
            }
            rows.append(line(changed)).append('\n');
        }
        int read = 0;
        try (EppgbmFile opened =
                EppgbmFile.open(file("", header(), rows.toString()), SheetLimits.USUAL, RULES, BUILT_IN)) {
            while (opened.next() != null) {
                read++;
            }
        }
        assertThat(read).isEqualTo(5_000);
    }

    private EppgbmRow readable() throws IOException {
        RowReading reading = reading(file("", header(), values()));
        assertThat(reading).as(reading.toString()).isInstanceOf(EppgbmRow.class);
        return (EppgbmRow) reading;
    }

    private void assertRejected(String... findings) throws IOException {
        assertThat(reading(file("", header(), values())))
                .isInstanceOfSatisfying(
                        RowReading.Rejected.class,
                        rejected -> assertThat(rejected.findings().stream().map(Finding::code))
                                .containsExactlyInAnyOrder(findings));
    }

    private static RowReading reading(Path file) throws IOException {
        try (EppgbmFile opened = EppgbmFile.open(file, SheetLimits.USUAL, RULES, BUILT_IN)) {
            return Objects.requireNonNull(opened.next());
        }
    }

    private String header() {
        return String.join(",", row.keySet());
    }

    private String values() {
        return line(row);
    }

    private static String line(Map<String, String> row) {
        return row.values().stream()
                .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    private Path file(String above, String header, String rows) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), above + header + "\n" + rows + "\n");
    }

    /** What the pipeline finds by looking through a file. */
    private sealed interface Scan {
        record Usable(int rows) implements Scan {}

        record Refused(FileProblem problem, int row) implements Scan {}
    }

    private static Scan scan(Path file, SheetLimits limits, RowRules rules, Profile profile) throws IOException {
        try (EppgbmFile opened = EppgbmFile.open(file, limits, rules, profile)) {
            int count = 0;
            while (opened.nextAfter(0) != null) {
                count++;
            }
            return new Scan.Usable(count);
        } catch (UnreadableSheet unreadable) {
            return new Scan.Refused(unreadable.problem(), unreadable.row());
        }
    }
}
