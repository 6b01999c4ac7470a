package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.SqlFailures;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows in, everything they mean and their report out, in one transaction. */
@ApplicationScoped
class ImportBatches {
    private final Database database;
    private final ImportConfig config;
    private final MeterRegistry metrics;

    ImportBatches(Database database, ImportConfig config, MeterRegistry metrics) {
        this.database = database;
        this.config = config;
        this.metrics = metrics;
    }

    /** Returns false, with nothing written, if another worker has taken over. */
    <R> boolean run(ImportFormat<R> format, ImportJob job, ImportContext context, List<R> rows) {
        try {
            return runAtOnce(format, job, context, rows);
        } catch (RuntimeException failure) {
            if (!SqlFailures.isRefusal(failure)) {
                throw failure;
            }
            return runOneByOne(format, job, context, rows);
        }
    }

    private <R> boolean runAtOnce(ImportFormat<R> format, ImportJob job, ImportContext context, List<R> rows) {
        Optional<ImportFormat.Worked> done = database.write(context.actor().scope(), tx -> {
            if (!Imports.renew(tx.sql(), job, config.lease())) {
                return Optional.empty();
            }
            ImportFormat.Worked worked = format.work(tx, context, rows);
            Imports.record(tx.sql(), job.id(), worked.results());
            return Optional.of(worked);
        });
        done.ifPresent(worked -> {
            worked.results().forEach(result -> count(result.outcome()));
            if (context.dryRun()) {
                worked.committed().run();
            }
        });
        return done.isPresent();
    }

    /** The database refused something in these rows: find the one that holds it, and let the others through. */
    private <R> boolean runOneByOne(ImportFormat<R> format, ImportJob job, ImportContext context, List<R> rows) {
        for (R row : rows) {
            boolean held;
            try {
                held = runAtOnce(format, job, context, List.of(row));
            } catch (RuntimeException failure) {
                if (!SqlFailures.isRefusal(failure)) {
                    throw failure;
                }
                held = runAtOnce(format, job, context, List.of(format.refused(format.number(row))));
            }
            if (!held) {
                return false;
            }
        }
        return true;
    }

    private void count(RowOutcome outcome) {
        metrics.counter("tumbuh.import.rows", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
