package id.tumbuh.registry.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report of a row as lines of CSV. */
final class ReportLine {
    static final String HEADER = "row,outcome,column,code,text,id\r\n";

    private ReportLine() {}

    /** One line for each reason and field, at least one. */
    static String of(ImportRow row) {
        UUID id = row.childId() == null ? row.recordId() : row.childId();
        List<String> lines = new ArrayList<>();
        row.reasons().forEach(why -> lines.add(line(row, why.column(), why.code(), why.title(), id)));
        row.changed().forEach(field -> lines.add(line(row, field, "CHANGED", null, id)));
        row.kept().forEach(field -> lines.add(line(row, field, "KEPT", null, id)));
        if (lines.isEmpty()) {
            lines.add(line(row, null, null, null, id));
        }
        return String.join("", lines);
    }

    private static String line(
            ImportRow row, @Nullable String column, @Nullable String code, @Nullable String text, @Nullable UUID id) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.row());
        cells.add(row.outcome());
        cells.add(column);
        cells.add(code);
        cells.add(text);
        cells.add(id);
        return cells.stream().map(ReportLine::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A spreadsheet takes what begins so for a formula, quoted or not. */
    static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        String harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(letter -> "\",;\r\n".indexOf(letter) >= 0);
        return quoted ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }
}
