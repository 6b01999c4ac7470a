package id.tumbuh.platform.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line. What other files have as their header is here the union of all names, found by reading the file
 * once before; it is answered as row 0. A line that is no object is a row that can't be read, and stops no other.
 */
final class NdjsonRows implements SheetRows {
    private static final int BUFFER = 64 * 1024;

    /** Lines are cut off by what all cells of a row may hold. */
    private static final int LONGEST_LINE = 256 * 1024;

    private final Reader reader;
    private final SheetLimits limits;
    private final Map<String, Integer> columns;
    private final StringBuilder line = new StringBuilder();
    private int row = -1;

    private NdjsonRows(Reader reader, SheetLimits limits, Map<String, Integer> columns) {
        this.reader = reader;
        this.limits = limits;
        this.columns = columns;
    }

    static NdjsonRows open(Path file, SheetLimits limits) throws IOException {
        return new NdjsonRows(reader(file), limits, columns(file, limits));
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        if (row < 0) {
            row = 0;
            return header();
        }
        String text = line();
        if (text == null) {
            return null;
        }
        if (++row > limits.rows()) {
            throw new UnreadableSheet(FileProblem.TOO_MANY_ROWS, row);
        }
        return text.isBlank() ? new SheetRow(row, List.of()) : row(text);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private SheetRow header() {
        List<CellValue> titles = new ArrayList<>();
        columns.keySet().forEach(name -> titles.add(new CellValue.Text(name)));
        return new SheetRow(0, titles);
    }

    private SheetRow row(String text) throws UnreadableSheet {
        Map<String, String> values;
        try {
            values = JsonLine.read(text, limits.columns());
        } catch (IOException broken) {
            return new SheetRow(row, List.of(), false);
        }
        CellValue[] cells = new CellValue[columns.size()];
        Arrays.fill(cells, new CellValue.Empty());
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (value.getValue().length() > limits.cellLength()) {
                throw new UnreadableSheet(FileProblem.CELL_TOO_LONG, row);
            }
            Integer column = columns.get(value.getKey());
            if (column != null && !value.getValue().isEmpty()) {
                cells[column] = new CellValue.Text(value.getValue());
            }
        }
        return new SheetRow(row, List.of(cells));
    }

    private static Map<String, Integer> columns(Path file, SheetLimits limits) throws IOException {
        Map<String, Integer> columns = new LinkedHashMap<>();
        try (NdjsonRows rows = new NdjsonRows(reader(file), limits, columns)) {
            for (String text = rows.line(); text != null; text = rows.line()) {
                if (!text.isBlank()) {
                    add(columns, text, limits);
                }
            }
        }
        if (columns.isEmpty()) {
            throw new UnreadableSheet(FileProblem.NO_HEADER);
        }
        return columns;
    }

    private static void add(Map<String, Integer> columns, String text, SheetLimits limits) throws UnreadableSheet {
        try {
            for (String name : JsonLine.read(text, limits.columns()).keySet()) {
                columns.putIfAbsent(name, columns.size());
            }
        } catch (IOException broken) {
            return; // answered as a row of its own
        }
        if (columns.size() > limits.columns()) {
            throw new UnreadableSheet(FileProblem.TOO_MANY_COLUMNS);
        }
    }

    private @Nullable String line() throws IOException {
        line.setLength(0);
        try {
            int letter = reader.read();
            if (letter < 0) {
                return null;
            }
            for (; letter >= 0 && letter != '\n'; letter = reader.read()) {
                if (line.length() == LONGEST_LINE) {
                    throw new UnreadableSheet(FileProblem.CELL_TOO_LONG, row + 1);
                }
                line.append((char) letter);
            }
        } catch (CharacterCodingException _) {
            throw new UnreadableSheet(FileProblem.BROKEN_FILE, row + 1);
        }
        return line.toString();
    }

    private static Reader reader(Path file) throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(file),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER);
        try {
            reader.mark(1);
            if (reader.read() != TextEncoding.BYTE_ORDER_MARK) {
                reader.reset();
            }
            return reader;
        } catch (CharacterCodingException _) {
            reader.close();
            throw new UnreadableSheet(FileProblem.BROKEN_FILE);
        }
    }
}
