package id.tumbuh.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NdjsonRowsTest {
    @TempDir
    private Path folder;

    @Test
    void theUnionOfAllNamesIsTheHeaderAndLinesAreRows() throws IOException {
        List<SheetRow> rows = rows("""
                {"nik": 3604205703240001, "nama": "Melati"}

                {"nama": null, "kondisi": {"air": "PDAM"}, "hamil": true}
                """);

        assertThat(rows).extracting(SheetRow::number).containsExactly(0, 1, 2, 3);
        assertThat(rows.get(0).cells())
                .containsExactlyInAnyOrder(text("nik"), text("nama"), text("kondisi.air"), text("hamil"));
        assertThat(rows.get(1).cells()).contains(text("3604205703240001"), text("Melati"));
        assertThat(rows.get(2).isBlank()).isTrue();
        assertThat(rows.get(3).cells()).contains(text("PDAM"), text("true"));
    }

    @Test
    void aLineThatIsNoObjectIsARowOfItsOwnAndStopsNoOther() throws IOException {
        List<SheetRow> rows = rows("""
                {"a": 1}
                {"a": 2
                [1]
                {"a": [1, 2]}
                {"a": 1, "a": 2}
                {"a": 3} {"a": 4}
                {"a": {"b": {"c": {"d": {"e": 1}}}}}
                {"a": 5}
                """);

        assertThat(rows.stream().filter(row -> !row.readable()))
                .extracting(SheetRow::number)
                .containsExactly(2, 3, 4, 5, 6, 7);
        assertThat(rows.getLast().cell(0)).isEqualTo(text("5"));
    }

    @Test
    void aByteOrderMarkAndTheLineEndsOfWindowsAreNothing() throws IOException {
        assertThat(rows("\uFEFF{\"a\": \"x\"}\r\n{\"a\": \"y\"}"))
                .hasSize(3)
                .last()
                .satisfies(row -> assertThat(row.cells()).containsExactly(text("y")));
    }

    @Test
    void hostileLinesEndAsOneProblem() {
        assertProblem("{\"a\": \"" + "x".repeat(300_000) + "\"}", FileProblem.CELL_TOO_LONG);
        assertProblem("{\"a\": \"" + "x".repeat(40_000) + "\"}", FileProblem.CELL_TOO_LONG);
        StringBuilder columns = new StringBuilder();
        for (int each = 0; each < 201; each++) {
            columns.append("{\"a").append(each).append("\": 1}\n");
        }
        assertProblem(columns.toString(), FileProblem.TOO_MANY_COLUMNS);
        assertProblem("{".repeat(100_000), FileProblem.NO_HEADER);
    }

    private static CellValue text(String text) {
        return new CellValue.Text(text);
    }

    private void assertProblem(String content, FileProblem problem) {
        assertThatThrownBy(() -> rows(content))
                .isInstanceOfSatisfying(
                        UnreadableSheet.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private List<SheetRow> rows(String content) throws IOException {
        Path file = Files.write(folder.resolve("a.ndjson"), content.getBytes(StandardCharsets.UTF_8));
        List<SheetRow> read = new ArrayList<>();
        try (SheetRows rows = SheetRows.open(file, SheetLimits.USUAL)) {
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                read.add(row);
            }
        }
        return read;
    }
}
