package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.sheet.SheetLimits;
import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.cells.Reason;
import id.tumbuh.registry.imports.eppgbm.Column;
import id.tumbuh.registry.imports.eppgbm.EppgbmFile;
import id.tumbuh.registry.imports.eppgbm.RowReading;
import id.tumbuh.registry.imports.mapping.FormatSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The export of e-PPGBM: children with their measurements, without ids that could be kept. */
@ApplicationScoped
class EppgbmFormat implements ImportFormat<RowReading> {
    private final AssignRows assign;
    private final ApplyRows apply;

    EppgbmFormat(AssignRows assign, ApplyRows apply) {
        this.assign = assign;
        this.apply = apply;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.EPPGBM;
    }

    @Override
    public FormatSpec spec(LocalDate day) {
        return Column.spec();
    }

    @Override
    public Source<RowReading> open(Path file, ImportContext context) throws IOException {
        EppgbmFile opened = EppgbmFile.open(file, SheetLimits.USUAL, context.rowRules(), context.profile());
        return new Source<>() {
            @Override
            public @Nullable RowReading nextAfter(int number) throws IOException {
                return opened.nextAfter(number);
            }

            @Override
            public void close() throws IOException {
                opened.close();
            }
        };
    }

    @Override
    public int number(RowReading row) {
        return row.number();
    }

    @Override
    public RowReading refused(int number) {
        return new RowReading.Rejected(number, List.of(new Finding(Column.NAMA.name(), Reason.UNKNOWN_VALUE)));
    }

    @Override
    public Worked work(Transaction tx, ImportContext context, List<RowReading> rows) {
        AssignRows.Assignment assignment = assign.assign(tx.sql(), context, rows);
        ApplyRows.Applied applied = apply.apply(tx, context, assignment.assigned());
        List<RowResult> results = new ArrayList<>(assignment.results());
        results.addAll(applied.results());
        results.sort(Comparator.comparingInt(RowResult::row));
        List<RegisteredChild> made = assignment.assigned().stream()
                .filter(Assigned::isNew)
                .map(Assigned::child)
                .toList();
        return new Worked(results, () -> context.memory().remember(made, applied.records()));
    }

    @Override
    public Optional<Decided> decide(Transaction tx, ImportContext context, Waiting waiting, @Nullable UUID choice) {
        LocatedRow row = context.sealedRows().open(waiting.number(), waiting.sealed());
        if (!context.actor().scope().allows(row.desa())) {
            return Optional.empty();
        }
        return assign.decided(tx.sql(), row, choice)
                .map(assigned -> new Decided(
                        apply.apply(tx, context, List.of(assigned)).results().getFirst(), row.desa()));
    }
}
