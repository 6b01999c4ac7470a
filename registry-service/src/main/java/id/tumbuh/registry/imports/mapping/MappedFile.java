package id.tumbuh.registry.imports.mapping;

import id.tumbuh.platform.sheet.CellValue;
import id.tumbuh.platform.sheet.FileProblem;
import id.tumbuh.platform.sheet.SheetLimits;
import id.tumbuh.platform.sheet.SheetRow;
import id.tumbuh.platform.sheet.SheetRows;
import id.tumbuh.platform.sheet.UnreadableSheet;
import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file opened below its header, read by a profile. */
public final class MappedFile implements Closeable {
    private static final int HEADER_WITHIN = 15;
    /** A row with so many known titles is the header; what it lacks then is named, not looked for further down. */
    private static final int TITLES_OF_A_HEADER = 3;

    private static final CellValue EMPTY = new CellValue.Empty();

    private final SheetRows rows;
    private final Profile profile;
    private final Map<String, Integer> positions;

    private MappedFile(SheetRows rows, Profile profile, Map<String, Integer> positions) {
        this.rows = rows;
        this.profile = profile;
        this.positions = positions;
    }

    /** Problems of the file are {@link UnreadableSheet}. */
    public static MappedFile open(Path file, SheetLimits limits, Profile profile) throws IOException {
        SheetRows rows = SheetRows.open(file, limits);
        try {
            return new MappedFile(rows, profile, header(rows, profile));
        } catch (IOException | RuntimeException failure) {
            rows.close();
            throw failure;
        }
    }

    /** The next row below this number that isn't blank, null after the last. */
    public @Nullable MappedReading nextAfter(int number) throws IOException {
        SheetRow row = rows.next();
        while (row != null && (row.number() <= number || row.isBlank())) {
            row = rows.next();
        }
        return row == null ? null : read(row);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private MappedReading read(SheetRow row) {
        if (!row.readable()) {
            return new MappedReading.Rejected(row.number(), List.of(new Finding("row", Reason.UNREADABLE_LINE)));
        }
        Map<String, String> values = new HashMap<>();
        List<Finding> wrong = new ArrayList<>();
        for (FormatSpec.Field field : profile.format().fields()) {
            Integer position = positions.get(field.name());
            CellValue cell = position == null ? EMPTY : row.cell(position);
            switch (field.type().read(profile.translate(field, cell))) {
                case FieldType.Reading.Value(String text) -> values.put(field.name(), text);
                case FieldType.Reading.Wrong(Reason reason) -> wrong.add(new Finding(field.name(), reason));
                case FieldType.Reading.Absent _ -> {}
            }
        }
        List<String> missing = profile.format().missing(values.keySet());
        return missing.isEmpty()
                ? new MappedReading.Row(row.number(), values, wrong)
                : new MappedReading.Rejected(row.number(), findings(missing, wrong));
    }

    /** Everything that is wrong, and what is simply not there. */
    private static List<Finding> findings(List<String> missing, List<Finding> wrong) {
        List<Finding> findings = new ArrayList<>(wrong);
        for (String field : missing) {
            if (wrong.stream().noneMatch(finding -> finding.column().equals(field))) {
                findings.add(new Finding(field, Reason.REQUIRED));
            }
        }
        return findings;
    }

    private static Map<String, Integer> header(SheetRows rows, Profile profile) throws IOException {
        for (SheetRow row = rows.next(); row != null && row.number() <= HEADER_WITHIN; row = rows.next()) {
            Map<String, Integer> positions = profile.positions(row.cells());
            List<String> missing = profile.missing(positions);
            if (missing.isEmpty()) {
                return positions;
            }
            if (positions.size() >= TITLES_OF_A_HEADER) {
                throw new UnreadableSheet(FileProblem.MISSING_COLUMN, row.number(), missing);
            }
        }
        throw new UnreadableSheet(FileProblem.NO_HEADER);
    }
}
