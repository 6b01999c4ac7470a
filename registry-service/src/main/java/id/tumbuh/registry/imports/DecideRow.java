package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.identity.IdentityKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A person says which child a row is about. */
@ApplicationScoped
class DecideRow {
    private final Database database;
    private final RunImport run;
    private final ImportFormats formats;
    private final IdentityKeys identities;

    DecideRow(Database database, RunImport run, ImportFormats formats, IdentityKeys identities) {
        this.database = database;
        this.run = run;
        this.formats = formats;
        this.identities = identities;
    }

    /** What became of the decision. */
    sealed interface Decision {
        /** The row is done. */
        record Made(RowOutcome outcome) implements Decision {}

        /** No such import or row for this caller. */
        record Unknown() implements Decision {}

        /** It was decided already, or never waited. */
        record NotOpen() implements Decision {}

        /** The import has not come to its end. */
        record TooEarly() implements Decision {}

        /** Not one of the candidates, or no longer there. */
        record NoSuchChoice() implements Decision {}
    }

    /** Null means a new child. */
    Decision decide(Actor actor, UUID importId, int row, @Nullable UUID child) {
        Optional<ImportState> state = database.read(actor.scope(), sql -> Imports.find(sql, importId));
        if (state.isEmpty()) {
            return new Decision.Unknown();
        }
        if (state.get().isRunning()) {
            return new Decision.TooEarly();
        }
        if (state.get().dryRun()) {
            return new Decision.NotOpen();
        }
        byte[] dataKey = database.read(
                actor.scope(),
                sql -> sql.createQuery("select data_key from import where id = :id")
                        .bind("id", importId)
                        .mapTo(byte[].class)
                        .one());
        if (dataKey.length == 0) {
            return new Decision.Unknown();
        }
        ImportJob job = new ImportJob(
                importId,
                importId,
                actor,
                false,
                dataKey,
                0,
                state.get().kind(),
                state.get().sourceId(),
                state.get().mappingVersion());
        ImportContext context = run.context(job, identities.open(importId, dataKey));
        ImportFormat<?> format = formats.of(job.kind());
        return database.write(actor.scope(), tx -> decide(tx, format, context, new Choice(row, child)));
    }

    private Decision decide(Transaction tx, ImportFormat<?> format, ImportContext context, Choice choice) {
        int number = choice.row();
        Optional<Waiting> waiting = Waiting.lock(tx.sql(), context.importId(), number);
        if (waiting.isEmpty()) {
            return new Decision.Unknown();
        }
        byte[] sealed = waiting.get().sealed();
        if (sealed == null) {
            return new Decision.NotOpen();
        }
        UUID chosen = choice.record();
        if (chosen != null && !waiting.get().candidates().contains(chosen)) {
            return new Decision.NoSuchChoice();
        }
        Optional<ImportFormat.Decided> decided =
                format.decide(tx, context, new ImportFormat.Waiting(number, sealed), chosen);
        if (decided.isEmpty()) {
            return new Decision.NoSuchChoice();
        }
        RowResult result = decided.get().result();
        save(tx.sql(), context.importId(), result);
        tx.audit(context.actor()
                .did(
                        "DECIDE",
                        "import-row",
                        context.importId() + "/" + number,
                        decided.get().area().value()));
        return new Decision.Made(result.outcome());
    }

    /** A row and the record it is about, null for a new one. */
    private record Choice(int row, @Nullable UUID record) {}

    private static void save(Handle sql, UUID importId, RowResult result) {
        sql.createUpdate("""
                        update import_row set outcome = :outcome, reasons = :reasons, child_id = cast(:child as uuid),
                            record_id = cast(:record as uuid), measured_on = cast(:measuredOn as date),
                            changed = :changed, kept = :kept, candidates = null, sealed = null
                        where import_id = :import and row_number = :row""")
                .bind("outcome", result.outcome().name())
                .bindArray("reasons", String.class, result.reasons().toArray())
                .bind("child", result.child())
                .bind("record", result.record())
                .bindArray("changed", String.class, result.changed().toArray())
                .bindArray("kept", String.class, result.kept().toArray())
                .bind("measuredOn", result.measuredOn())
                .bind("import", importId)
                .bind("row", result.row())
                .execute();
        Map<RowOutcome, Integer> counts = new EnumMap<>(RowOutcome.class);
        counts.put(RowOutcome.TO_DECIDE, -1);
        counts.merge(result.outcome(), 1, Integer::sum);
        Imports.count(sql, importId, counts, result.row());
    }

    /** A row as it stands in the report; sealed is null once it is decided. */
    @SuppressWarnings("ArrayRecordComponent") // opened, compared by nobody
    private record Waiting(byte @Nullable [] sealed, List<UUID> candidates) {
        static Optional<Waiting> lock(Handle sql, UUID importId, int row) {
            return sql.createQuery("""
                            select sealed, coalesce(candidates, '{}') as candidates from import_row
                            where import_id = :import and row_number = :row for update""")
                    .bind("import", importId)
                    .bind("row", row)
                    .map((found, _) -> new Waiting(found.getBytes("sealed"), List.of((UUID[])
                            found.getArray("candidates").getArray())))
                    .findOne();
        }
    }
}
