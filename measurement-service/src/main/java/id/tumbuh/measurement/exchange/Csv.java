package id.tumbuh.measurement.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a spreadsheet, one after the other. Texts can't become formulas; numbers are written as the reader's spreadsheet reads
 * them: with a decimal comma beside the semicolon, as in Indonesia, and with a point beside the comma.
 */
final class Csv implements Closeable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer writer;
    private final CSVPrinter printer;
    private final DecimalFormat numbers;
    private final DecimalFormat scores;

    /** What stands between two fields. */
    enum Separator {
        SEMICOLON(';', Locale.of("id")),
        COMMA(',', Locale.ENGLISH);

        private final char character;
        private final Locale locale;

        Separator(char character, Locale locale) {
            this.character = character;
            this.locale = locale;
        }
    }

    private Csv(OutputStream out, Separator separator) throws IOException {
        this.writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.printer = new CSVPrinter(
                writer,
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(separator.character)
                        .setRecordSeparator("\r\n")
                        .get());
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(separator.locale);
        this.numbers = new DecimalFormat("0.####", symbols);
        this.scores = new DecimalFormat("0.00", symbols);
    }

    /** With the byte order mark by which spreadsheets know UTF-8. */
    static Csv forSpreadsheets(OutputStream out, Separator separator) throws IOException {
        Csv csv = new Csv(out, separator);
        csv.writer.write(BYTE_ORDER_MARK);
        return csv;
    }

    /** For programs: commas, points, and nothing before the first name. */
    static Csv forPrograms(OutputStream out) throws IOException {
        return new Csv(out, Separator.COMMA);
    }

    Csv header(List<String> names) throws IOException {
        printer.printRecord(names);
        return this;
    }

    Csv text(@Nullable String value) throws IOException {
        printer.print(value == null ? "" : harmless(value));
        return this;
    }

    Csv whole(long value) throws IOException {
        printer.print(value);
        return this;
    }

    /** NaN is empty. */
    Csv number(double value) throws IOException {
        printer.print(Double.isNaN(value) ? "" : numbers.format(value));
        return this;
    }

    /** On two decimals; NaN is empty. */
    Csv score(double value) throws IOException {
        printer.print(Double.isNaN(value) ? "" : scores.format(value));
        return this;
    }

    Csv nothing() throws IOException {
        printer.print("");
        return this;
    }

    void end() throws IOException {
        printer.println();
    }

    /** A spreadsheet runs what begins like this. */
    static String harmless(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
