package id.tumbuh.registry.imports.eppgbm;

import id.tumbuh.platform.sheet.FileProblem;
import id.tumbuh.platform.sheet.SheetLimits;
import id.tumbuh.platform.sheet.SheetRow;
import id.tumbuh.platform.sheet.SheetRows;
import id.tumbuh.platform.sheet.UnreadableSheet;
import id.tumbuh.registry.imports.mapping.Profile;
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
    public static EppgbmFile open(Path file, SheetLimits limits, RowRules rules, Profile profile) throws IOException {
        SheetRows rows = SheetRows.open(file, limits);
        try {
            return new EppgbmFile(rows, new RowReader(header(rows, profile), profile, rules));
        } catch (IOException | RuntimeException failure) {
            rows.close();
            throw failure;
        }
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

    private static Map<String, Integer> header(SheetRows rows, Profile profile) throws IOException {
        for (SheetRow row = rows.next(); row != null && row.number() <= HEADER_WITHIN; row = rows.next()) {
            Map<String, Integer> positions = profile.positions(row.cells());
            if (positions.size() >= TITLES_OF_A_HEADER) {
                List<String> missing = profile.missing(positions);
                if (!missing.isEmpty()) {
                    throw new UnreadableSheet(FileProblem.MISSING_COLUMN, row.number(), missing);
                }
                return positions;
            }
        }
        throw new UnreadableSheet(FileProblem.NO_HEADER);
    }
}
