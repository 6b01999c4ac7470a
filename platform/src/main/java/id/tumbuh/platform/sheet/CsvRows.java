package id.tumbuh.platform.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma-separated values after RFC 4180; the separator is found out from the first rows. */
final class CsvRows implements SheetRows {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int LOOKED_AT = 64 * 1024;
    private static final int ROWS_LOOKED_AT = 20;
    private static final int END = -1;

    private final Reader reader;
    private final char separator;
    private final SheetLimits limits;
    private final StringBuilder cell = new StringBuilder();
    private int row;
    private int ahead;

    private CsvRows(Reader reader, char separator, SheetLimits limits) throws IOException {
        this.reader = reader;
        this.separator = separator;
        this.limits = limits;
        this.ahead = reader.read();
    }

    static CsvRows open(Path file, SheetLimits limits) throws IOException {
        Charset charset = TextEncoding.of(file);
        char separator = separator(file, charset, limits);
        return new CsvRows(reader(file, charset), separator, limits);
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        if (ahead == END) {
            return null;
        }
        if (++row > limits.rows()) {
            throw new UnreadableSheet(FileProblem.TOO_MANY_ROWS, row);
        }
        List<CellValue> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            if (cells.size() == limits.columns()) {
                throw new UnreadableSheet(FileProblem.TOO_MANY_COLUMNS, row);
            }
            cells.add(cell());
            more = ahead == separator;
            if (more) {
                advance();
            }
        }
        endLine();
        return new SheetRow(row, cells);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Reads up to the separator or the end of the line, which stays ahead. */
    private CellValue cell() throws IOException {
        cell.setLength(0);
        if (ahead == '"') {
            quoted();
        }
        while (ahead != separator && ahead != '\n' && ahead != '\r' && ahead != END) {
            append(ahead);
            advance();
        }
        return cell.isEmpty() ? new CellValue.Empty() : new CellValue.Text(cell.toString());
    }

    private void quoted() throws IOException {
        advance();
        while (ahead != END) {
            if (ahead == '"') {
                advance();
                if (ahead != '"') {
                    return;
                }
            }
            append(ahead);
            advance();
        }
    }

    /** The limit ends an unclosed quote, which would otherwise swallow the rest of the file. */
    private void append(int letter) throws UnreadableSheet {
        if (cell.length() == limits.cellLength()) {
            throw new UnreadableSheet(FileProblem.CELL_TOO_LONG, row);
        }
        cell.append((char) letter);
    }

    private void endLine() throws IOException {
        if (ahead == '\r') {
            advance();
        }
        if (ahead == '\n') {
            advance();
        }
    }

    private void advance() throws IOException {
        ahead = reader.read();
    }

    private static char separator(Path file, Charset charset, SheetLimits limits) throws IOException {
        String beginning;
        try (Reader reader = reader(file, charset)) {
            char[] buffer = new char[LOOKED_AT];
            int length = 0;
            for (int read = 0; read >= 0 && length < LOOKED_AT; length += Math.max(read, 0)) {
                read = reader.read(buffer, length, LOOKED_AT - length);
            }
            beginning = new String(buffer, 0, length);
        }
        char best = SEPARATORS[0];
        int most = 0;
        for (char separator : SEPARATORS) {
            int cells = cellsInRowsOfFullWidth(beginning, separator, limits);
            if (cells > most) {
                most = cells;
                best = separator;
            }
        }
        return best;
    }

    /** The right separator makes rows that are wide, and most of them alike; a decimal comma makes some of them wide. */
    private static int cellsInRowsOfFullWidth(String beginning, char separator, SheetLimits limits) throws IOException {
        int width = 0;
        int rowsOfWidth = 0;
        try (CsvRows rows = new CsvRows(new StringReader(beginning), separator, limits)) {
            for (SheetRow row = rows.next(); row != null && row.number() <= ROWS_LOOKED_AT; row = rows.next()) {
                int cells = row.cells().size();
                rowsOfWidth = cells > width ? 1 : rowsOfWidth + (cells == width ? 1 : 0);
                width = Math.max(width, cells);
            }
        } catch (UnreadableSheet _) {
            // with another separator it may be readable; if not, reading it says so
        }
        return width * rowsOfWidth;
    }

    private static Reader reader(Path file, Charset charset) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), LOOKED_AT);
        reader.mark(1);
        if (reader.read() != TextEncoding.BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
