package id.tumbuh.registry.imports;

import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Reason;
import id.tumbuh.registry.imports.mapping.MappedReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A format whose rows are read by a mapping profile. */
interface MappedFormat extends ImportFormat<MappedReading> {

    @Override
    default Source<MappedReading> open(Path file, ImportContext context) throws IOException {
        return MappedSource.open(file, context.profile());
    }

    @Override
    default int number(MappedReading row) {
        return row.number();
    }

    @Override
    default MappedReading refused(int number) {
        return new MappedReading.Rejected(number, List.of(new Finding("row", Reason.REFUSED)));
    }

    /** Hands on what can be read; the rest is a line of the report already. */
    static void readable(List<MappedReading> rows, List<RowResult> results, Consumer<MappedReading.Row> next) {
        for (MappedReading reading : rows) {
            switch (reading) {
                case MappedReading.Rejected(int number, List<Finding> findings) ->
                    results.add(RowResult.rejected(number, findings));
                case MappedReading.Row row -> next.accept(row);
            }
        }
    }
}
