package id.tumbuh.registry.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.sheet.UnreadableSheet;
import id.tumbuh.registry.identity.FamilyKey;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.imports.eppgbm.RowRules;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Works one import off, from the row after the last one committed. */
@ApplicationScoped
class RunImport {
    private final Database database;
    private final ImportFormats formats;
    private final ImportBatches batches;
    private final Mappings mappings;
    private final ImportRules rules;
    private final ScreeningRules screening;
    private final IdentityKeys identities;
    private final ObjectMapper json;
    private final ImportConfig config;

    RunImport(
            Database database,
            ImportFormats formats,
            ImportBatches batches,
            Mappings mappings,
            ImportRules rules,
            ScreeningRules screening,
            IdentityKeys identities,
            ObjectMapper json,
            ImportConfig config) {
        this.database = database;
        this.formats = formats;
        this.batches = batches;
        this.mappings = mappings;
        this.rules = rules;
        this.screening = screening;
        this.identities = identities;
        this.json = json;
        this.config = config;
    }

    /** Stops between two batches when told so; whoever takes the import next continues there. */
    void run(ImportJob job, BooleanSupplier goOn) {
        FamilyKey key = identities.open(job.id(), job.dataKey());
        ImportContext context = context(job, key);
        Path file = temporaryFile();
        try {
            database.read(job.actor().scope(), sql -> {
                ImportFiles.fetch(sql, job.id(), key, file);
                return file;
            });
            new Run<>(formats.of(job.kind()), job, context, file).run(goOn);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            remove(file);
        }
    }

    ImportContext context(ImportJob job, FamilyKey key) {
        Screener today = screening.today();
        RowRules rowRules = rules.rows(today.day());
        return new ImportContext(
                job.id(),
                job.actor(),
                job.dryRun(),
                job.source(),
                mappings.read(job, formats.of(job.kind()).spec(today.day())),
                rowRules,
                rules.matching(today.day()),
                today,
                new Villages(),
                new SealedRows(json, key, job.id()),
                new DryRunMemory());
    }

    /** One import in the hands of this worker. */
    private final class Run<R> {
        private final ImportFormat<R> format;
        private final ImportJob job;
        private final ImportContext context;
        private final Path file;

        private Run(ImportFormat<R> format, ImportJob job, ImportContext context, Path file) {
            this.format = format;
            this.job = job;
            this.context = context;
            this.file = file;
        }

        void run(BooleanSupplier goOn) throws IOException {
            int rowsInFile;
            try {
                rowsInFile = lookThrough();
            } catch (UnreadableSheet unreadable) {
                database.write(job.actor().scope(), tx -> {
                    Imports.fail(tx.sql(), job, unreadable);
                    return job;
                });
                return;
            }
            workOff(rowsInFile, goOn);
        }

        /** To its end, so that a file that breaks in the middle is found before any of it was used. */
        private int lookThrough() throws IOException {
            try (ImportFormat.Source<R> opened = format.open(file, context)) {
                int count = 0;
                while (opened.nextAfter(0) != null) {
                    count++;
                }
                return count;
            }
        }

        private void workOff(int rowsInFile, BooleanSupplier goOn) throws IOException {
            boolean again = job.dryRun() && job.lastRow() > 0;
            boolean held = database.write(job.actor().scope(), tx -> {
                boolean still = Imports.renew(tx.sql(), job, config.lease());
                if (still) {
                    Imports.counted(tx.sql(), job, rowsInFile);
                }
                if (still && again) {
                    Imports.startOver(tx.sql(), job.id());
                }
                return still;
            });
            int after = again ? 0 : job.lastRow();
            try (ImportFormat.Source<R> opened = format.open(file, context)) {
                List<R> batch = next(opened, after);
                while (held && !batch.isEmpty() && goOn.getAsBoolean()) {
                    held = batches.run(format, job, context, batch);
                    batch = next(opened, after);
                }
                if (held && batch.isEmpty()) {
                    database.write(job.actor().scope(), tx -> {
                        Imports.finish(tx.sql(), job);
                        return job;
                    });
                }
            }
        }

        private List<R> next(ImportFormat.Source<R> opened, int after) throws IOException {
            List<R> batch = new ArrayList<>(config.batchRows());
            while (batch.size() < config.batchRows()) {
                R row = opened.nextAfter(after);
                if (row == null) {
                    break;
                }
                batch.add(row);
            }
            return batch;
        }
    }

    /** Readable for this process' user only, and gone with the import. */
    private static Path temporaryFile() {
        try {
            return Files.createTempFile(ImportWorker.TEMPORARY, "-" + UUID.randomUUID());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
