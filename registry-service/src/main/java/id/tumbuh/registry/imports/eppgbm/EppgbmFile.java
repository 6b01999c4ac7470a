package id.tumbuh.registry.imports.eppgbm;

import id.tumbuh.registry.imports.sheet.CellValue;
import id.tumbuh.registry.imports.sheet.FileProblem;
import id.tumbuh.registry.imports.sheet.SheetLimits;
import id.tumbuh.registry.imports.sheet.SheetRow;
import id.tumbuh.registry.imports.sheet.SheetRows;
import id.tumbuh.registry.imports.sheet.UnreadableSheet;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An e-PPGBM export opened below its header. */
public final class EppgbmFile implements Closeable {
    private static final int HEADER_WITHIN = 15;
    /** A row with so many known titles is the header; what it lacks then is named, not looked for further down. */
    private static final int TITLES_OF_A_HEADER = 6;

    private final SheetRows rows;
    private final RowReader reader;

    private EppgbmFile(SheetRows rows, RowReader reader) {
        this.rows = rows;
        this.reader = reader;
    }

    /** Problems of the file are {@link UnreadableSheet}. */
    public static EppgbmFile open(Path file, SheetLimits limits, RowRules rules) throws IOException {
        SheetRows rows = SheetRows.open(file, limits);
        try {
            return new EppgbmFile(rows, new RowReader(header(rows), rules));
        } catch (IOException | RuntimeException failure) {
            rows.close();
            throw failure;
        }
    }

    /** Reads the file to its end, so that a file that breaks in the middle is found before any of it was used. */
    public static Scan scan(Path file, SheetLimits limits, RowRules rules) throws IOException {
        try (EppgbmFile opened = open(file, limits, rules)) {
            int count = 0;
            while (opened.nextFilled() != null) {
                count++;
            }
            return new Scan.Usable(count);
        } catch (UnreadableSheet unreadable) {
            return new Scan.Refused(unreadable.problem(), unreadable.row());
        }
    }

    /** What a look at the whole file found. */
    public sealed interface Scan {
        /** Every row can be reached. */
        record Usable(int rows) implements Scan {}

        /** Nothing of the file is used; the row is 0 where none is at fault. */
        record Refused(FileProblem problem, int row) implements Scan {}
    }

    /** The next row that isn't blank, null after the last. */
    public @Nullable RowReading next() throws IOException {
        SheetRow row = nextFilled();
        return row == null ? null : reader.read(row);
    }

    /** As {@link #next}, without reading the cells of rows up to this number, which were dealt with before. */
    public @Nullable RowReading nextAfter(int number) throws IOException {
        SheetRow row = nextFilled();
        while (row != null && row.number() <= number) {
            row = nextFilled();
        }
        return row == null ? null : reader.read(row);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private @Nullable SheetRow nextFilled() throws IOException {
        SheetRow row = rows.next();
        while (row != null && row.isBlank()) {
            row = rows.next();
        }
        return row;
    }

    private static Map<Column, Integer> header(SheetRows rows) throws IOException {
        for (SheetRow row = rows.next(); row != null && row.number() <= HEADER_WITHIN; row = rows.next()) {
            List<String> titles = row.cells().stream().map(EppgbmFile::title).toList();
            Map<Column, Integer> positions = Column.positions(titles);
            if (positions.size() >= TITLES_OF_A_HEADER) {
                if (!positions.keySet().containsAll(Column.REQUIRED)) {
                    throw new UnreadableSheet(FileProblem.MISSING_COLUMN, row.number());
                }
                return positions;
            }
        }
        throw new UnreadableSheet(FileProblem.NO_HEADER);
    }

    private static String title(CellValue cell) {
        return cell instanceof CellValue.Text(String text) ? text : "";
    }
}
