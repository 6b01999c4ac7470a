package id.tumbuh.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SerangFileTest {

    @TempDir
    private Path folder;

    @Test
    void theWholeKabupatenHasExactlyTheReportedStuntedChildren() throws IOException {
        Truth truth = SerangFile.write(folder.resolve("all.csv"), FileOptions.WHOLE_KABUPATEN, 1);

        assertThat(truth.total().measured()).isEqualTo(128_185);
        assertThat(truth.total().stunted()).isEqualTo(5_408);
        assertThat(truth.kecamatan()).hasSize(29);
        assertThat(truth.desa()).hasSize(326);
        Kecamatan.all().forEach(kecamatan -> {
            Counts counts = truth.in(kecamatan.code());
            assertThat(counts.stunted()).as(kecamatan.name()).isEqualTo(kecamatan.stunted());
            assertThat(counts.measured()).as(kecamatan.name()).isEqualTo(kecamatan.underFives());
        });
        assertThat(truth.in("36.04.20").stunted()).isEqualTo(500);
        assertThat(truth.in("36.04.16").stunted()).isEqualTo(10);
        assertThat(truth.total().wasted()).isBetween(4_000, 12_000);
        assertThat(truth.total().underweight()).isBetween(4_000, 20_000);
        assertThat(truth.total().overweight()).isBetween(100, 2_000);
        assertThat(truth.total().severelyStunted()).isBetween(1_000, 1_400);
        try (Stream<String> lines = Files.lines(folder.resolve("all.csv"))) {
            assertThat(lines.count()).isEqualTo(3 + 128_185);
        }
    }

    @Test
    void aSmallerFileKeepsTheProportions() throws IOException {
        Truth truth = SerangFile.write(folder.resolve("some.csv"), 10_000, 1);

        assertThat(truth.total().measured()).isEqualTo(10_000);
        assertThat(truth.total().stunted()).isEqualTo(422);
        assertThat(truth.in("36.04.20").stunted()).isEqualTo(39);
        assertThat(truth.in("36.04.16").stunted()).isEqualTo(1);
    }

    @Test
    void theSameSeedWritesTheSameFileAndAnotherSeedDoesNot() throws IOException {
        Path first = folder.resolve("first.csv");
        Path second = folder.resolve("second.csv");
        Path other = folder.resolve("other.csv");

        Truth truth = SerangFile.write(first, 300, 7);

        assertThat(SerangFile.write(second, 300, 7)).isEqualTo(truth);
        assertThat(second).hasSameTextualContentAs(first);
        SerangFile.write(other, 300, 8);
        assertThat(Files.readString(other)).isNotEqualTo(Files.readString(first));
    }

    @Test
    void theNextMonthWeighsTheSameChildrenAgain() throws IOException {
        FileOptions july = FileOptions.of(300, 7);

        Truth august = SerangFile.write(folder.resolve("august.csv"), july.weighedIn(YearMonth.of(2024, 8)));
        SerangFile.write(folder.resolve("july.csv"), july);

        assertThat(august.month()).isEqualTo(YearMonth.of(2024, 8));
        assertThat(august.total().measured()).isBetween(285, 300);
        assertThat(names("july.csv")).containsAll(names("august.csv"));
    }

    @Test
    void brokenRowsAreStrewnInOnlyWhenAskedFor() throws IOException {
        Truth truth = SerangFile.write(
                folder.resolve("broken.csv"), FileOptions.of(300, 7).withBrokenRows(16));

        assertThat(truth.brokenRows()).isEqualTo(16);
        assertThat(truth.total().measured()).isEqualTo(300);
        assertThat(Files.readAllLines(folder.resolve("broken.csv"))).hasSize(3 + 300 + 16);
    }

    @Test
    void aSpreadsheetHoldsTheSameRowsAsTheCsv() throws IOException {
        Truth csv = SerangFile.write(folder.resolve("file.csv"), 200, 3);
        Truth xlsx = SerangFile.write(folder.resolve("file.xlsx"), 200, 3);

        assertThat(xlsx).isEqualTo(csv);
        try (InputStream in = Files.newInputStream(folder.resolve("file.xlsx"));
                ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3 - 1 + 200);
            assertThat(rows.get(1).getCellText(11)).isEqualTo("Pukesmas");
        }
    }

    @Test
    void theTruthIsReadableWithoutJava() {
        Truth truth = SerangFileTest.truthOfOne();

        assertThat(truth.toJson())
                .contains("\"month\":\"2024-07\"")
                .contains("\"36.04.20\":{\"measured\":1,\"stunted\":1,\"severelyStunted\":0,");
    }

    @Test
    void moreChildrenThanTheKabupatenHasAreRefused() {
        assertThatThrownBy(() -> FileOptions.of(128_186, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FileOptions.of(0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Truth truthOfOne() {
        var counts = new TreeMap<>(Map.of("36.04.20", new Counts(1, 1, 0, 0, 0, 0, 0, 0)));
        return new Truth(YearMonth.of(2024, 7), 0, counts, counts);
    }

    private List<String> names(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .skip(3)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toList());
    }
}
