package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.SqlFailures;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.imports.eppgbm.Column;
import id.tumbuh.registry.imports.eppgbm.Finding;
import id.tumbuh.registry.imports.eppgbm.Reason;
import id.tumbuh.registry.imports.eppgbm.RowReading;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Rows in, everything they mean and their report out, in one transaction. */
@ApplicationScoped
class ImportBatches {
    private final Database database;
    private final AssignRows assign;
    private final ApplyRows apply;
    private final ImportConfig config;
    private final MeterRegistry metrics;

    ImportBatches(Database database, AssignRows assign, ApplyRows apply, ImportConfig config, MeterRegistry metrics) {
        this.database = database;
        this.assign = assign;
        this.apply = apply;
        this.config = config;
        this.metrics = metrics;
    }

    /** Returns false, with nothing written, if another worker has taken over. */
    boolean run(ImportJob job, ImportContext context, List<RowReading> rows) {
        try {
            return runAtOnce(job, context, rows);
        } catch (RuntimeException failure) {
            if (!SqlFailures.isRefusal(failure)) {
                throw failure;
            }
            return runOneByOne(job, context, rows);
        }
    }

    private boolean runAtOnce(ImportJob job, ImportContext context, List<RowReading> rows) {
        Done done = database.write(context.actor().scope(), tx -> {
            if (!Imports.renew(tx.sql(), job, config.lease())) {
                return Done.LOST;
            }
            Done worked = work(tx, context, rows);
            Imports.record(tx.sql(), job.id(), worked.results());
            return worked;
        });
        if (done.held()) {
            done.results().forEach(result -> count(result.outcome()));
            if (context.dryRun()) {
                context.memory().remember(done.made(), done.records());
            }
        }
        return done.held();
    }

    /** The database refused something in these rows: find the one that holds it, and let the others through. */
    private boolean runOneByOne(ImportJob job, ImportContext context, List<RowReading> rows) {
        for (RowReading row : rows) {
            boolean held;
            try {
                held = runAtOnce(job, context, List.of(row));
            } catch (RuntimeException failure) {
                if (!SqlFailures.isRefusal(failure)) {
                    throw failure;
                }
                Finding unusable = new Finding(Column.NAMA, Reason.UNKNOWN_VALUE);
                held = runAtOnce(job, context, List.of(new RowReading.Rejected(row.number(), List.of(unusable))));
            }
            if (!held) {
                return false;
            }
        }
        return true;
    }

    private Done work(Transaction tx, ImportContext context, List<RowReading> rows) {
        AssignRows.Assignment assignment = assign.assign(tx.sql(), context, rows);
        ApplyRows.Applied applied = apply.apply(tx, context, assignment.assigned());
        List<RowResult> results = new ArrayList<>(assignment.results());
        results.addAll(applied.results());
        results.sort(Comparator.comparingInt(RowResult::row));
        List<RegisteredChild> made = assignment.assigned().stream()
                .filter(Assigned::isNew)
                .map(Assigned::child)
                .toList();
        return new Done(true, results, made, applied.records());
    }

    private void count(RowOutcome outcome) {
        metrics.counter("tumbuh.import.rows", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** What a transaction did, for what follows its commit. */
    private record Done(boolean held, List<RowResult> results, List<RegisteredChild> made, Map<UUID, byte[]> records) {
        static final Done LOST = new Done(false, List.of(), List.of(), Map.of());
    }
}
