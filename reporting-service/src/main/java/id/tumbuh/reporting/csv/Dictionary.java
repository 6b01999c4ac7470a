package id.tumbuh.reporting.csv;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The columns of every file of figures, in their order. */
public final class Dictionary {
    private static final Map<String, List<Column>> TABLES = read();

    private Dictionary() {}

    public static Set<String> tables() {
        return TABLES.keySet();
    }

    /** Of a file that there is for certain. */
    public static List<Column> of(String table) {
        List<Column> columns = TABLES.get(table);
        if (columns == null) {
            throw new IllegalArgumentException("no such table: " + table);
        }
        return columns;
    }

    /** Begins the file with its columns. */
    public static Csv begin(String table) {
        return new Csv(of(table).stream().map(Column::name).toArray(String[]::new));
    }

    /** The columns of a file as a file. */
    public static Csv describe(String table) {
        Csv csv = new Csv("column", "meaning_id", "meaning_en", "unit", "source", "nullable");
        for (Column column : of(table)) {
            csv.row(Arrays.asList(
                    column.name(),
                    column.indonesian(),
                    column.english(),
                    column.unit(),
                    column.source(),
                    column.nullable()));
        }
        return csv;
    }

    private static Map<String, List<Column>> read() {
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(Dictionary.class.getResourceAsStream("/tables/dictionary.csv")),
                        StandardCharsets.UTF_8);
                var records = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(text)) {
            for (CSVRecord row : records) {
                tables.computeIfAbsent(row.get("table"), _ -> new ArrayList<>())
                        .add(new Column(
                                row.get("column"),
                                row.get("id"),
                                row.get("en"),
                                row.get("unit"),
                                row.get("source"),
                                Boolean.parseBoolean(row.get("nullable"))));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        tables.replaceAll((_, columns) -> List.copyOf(columns));
        return tables;
    }
}
