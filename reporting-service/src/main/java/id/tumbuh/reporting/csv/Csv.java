package id.tumbuh.reporting.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Comma-separated values that a spreadsheet opens without running anything. */
public final class Csv {
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private final StringBuilder text = new StringBuilder();
    private final CSVPrinter printer;

    /** Begins with the names of the columns. */
    public Csv(String... columns) {
        try {
            printer = new CSVPrinter(text, CSVFormat.RFC4180);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        row(Arrays.asList((Object[]) columns));
    }

    /** One more row. */
    public Csv row(List<? extends @Nullable Object> cells) {
        try {
            printer.printRecord(cells.stream().map(Csv::safe).toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    /** A spreadsheet takes what begins like a formula for one; a number is what it is. */
    private static String safe(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        String value = cell.toString();
        return !(cell instanceof Number) && FORMULA.matcher(value).matches() ? "'" + value : value;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
