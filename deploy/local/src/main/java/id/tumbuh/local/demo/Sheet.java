package id.tumbuh.local.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A file that takes one row after the other. */
sealed interface Sheet extends AutoCloseable {

    void row(List<Cell> cells) throws IOException;

    @Override
    void close() throws IOException;

    /** CSV or XLSX, as the name of the file says. */
    static Sheet at(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return new Csv(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        }
        if (name.endsWith(".xlsx")) {
            return new Xlsx(Files.newOutputStream(file));
        }
        throw new IllegalArgumentException("A file name ends in .csv or .xlsx: " + file);
    }

    /** RFC 4180, quoted only where needed. */
    final class Csv implements Sheet {
        private final BufferedWriter out;

        private Csv(BufferedWriter out) {
            this.out = out;
        }

        @Override
        public void row(List<Cell> cells) throws IOException {
            out.write(cells.stream().map(cell -> quoted(cell.text())).collect(Collectors.joining(",")));
            out.write("\r\n");
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        private static String quoted(String text) {
            boolean plain = text.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n');
            return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
        }
    }

    /** One sheet of a workbook, written through in portions. */
    final class Xlsx implements Sheet {
        private static final int ROWS_HELD = 500;

        private final Workbook workbook;
        private final Worksheet sheet;
        private int row;

        private Xlsx(OutputStream out) {
            this.workbook = new Workbook(out, "Tumbuh", "1.0");
            this.sheet = workbook.newWorksheet("Sheet1");
        }

        @Override
        public void row(List<Cell> cells) throws IOException {
            for (int column = 0; column < cells.size(); column++) {
                put(column, cells.get(column));
            }
            if (++row % ROWS_HELD == 0) {
                sheet.flush();
            }
        }

        private void put(int column, Cell cell) {
            switch (cell) {
                case Cell.Text(String text) when text.isEmpty() -> {} // a real export leaves the cell out
                case Cell.Text(String text) -> sheet.value(row, column, text);
                case Cell.Figure figure -> sheet.value(row, column, figure.value());
                case Cell.Day(var day) -> {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("dd/mm/yyyy").set();
                }
                case Cell.Clock clock -> {
                    sheet.value(row, column, clock.fractionOfDay());
                    sheet.style(row, column).format("h:mm").set();
                }
            }
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
            workbook.finish();
            workbook.close();
        }
    }
}
