package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.child.BirthKey;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.identity.Sex;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
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
    private final ApplyRows apply;
    private final IdentityKeys identities;

    DecideRow(Database database, RunImport run, ApplyRows apply, IdentityKeys identities) {
        this.database = database;
        this.run = run;
        this.apply = apply;
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
        ImportJob job = new ImportJob(importId, importId, actor, false, dataKey, 0);
        ImportContext context = run.context(job, identities.open(importId, dataKey));
        return database.write(actor.scope(), tx -> decide(tx, context, row, child));
    }

    private Decision decide(Transaction tx, ImportContext context, int number, @Nullable UUID child) {
        Optional<Waiting> waiting = Waiting.lock(tx.sql(), context.importId(), number);
        if (waiting.isEmpty()) {
            return new Decision.Unknown();
        }
        byte[] sealed = waiting.get().sealed();
        if (sealed == null) {
            return new Decision.NotOpen();
        }
        LocatedRow row = context.sealedRows().open(number, sealed);
        if (!context.actor().scope().allows(row.desa())) {
            return new Decision.Unknown();
        }
        Optional<Assigned> assigned = child == null
                ? Optional.of(unknown(row))
                : Optional.of(child)
                        .filter(choice -> waiting.get().candidates().contains(choice))
                        .flatMap(choice -> known(tx.sql(), choice))
                        .map(found -> new Assigned(row, found, false, false, List.of("DECIDED")));
        if (assigned.isEmpty()) {
            return new Decision.NoSuchChoice();
        }
        RowResult result =
                apply.apply(tx, context, List.of(assigned.get())).results().getFirst();
        save(tx.sql(), context.importId(), result);
        tx.audit(context.actor()
                .did(
                        "DECIDE",
                        "import-row",
                        context.importId() + "/" + number,
                        row.desa().value()));
        return new Decision.Made(result.outcome());
    }

    private Assigned unknown(LocatedRow row) {
        RegisteredChild child = new RegisteredChild(
                UUID.randomUUID(),
                Households.familyOf(row, identities),
                row.desa(),
                null,
                row.birth(),
                row.row().name(),
                row.row().parents().mother(),
                row.row().parents().father(),
                null,
                null);
        return new Assigned(row, child, true, false, List.of("DECIDED"));
    }

    private static Optional<RegisteredChild> known(Handle sql, UUID id) {
        return sql.createQuery("""
                        select id, family_id, area_code, posyandu_id, sex, birth_date, name, mother_name, father_name, nik_index,
                            merged_into
                        from child where id = :id and (active or merged_into is not null)""")
                .bind("id", id)
                .map((row, _) -> new RegisteredChild(
                        row.getObject("id", UUID.class),
                        row.getObject("family_id", UUID.class),
                        new AreaCode(row.getString("area_code")),
                        row.getObject("posyandu_id", UUID.class),
                        new BirthKey(row.getObject("birth_date", LocalDate.class), Sex.valueOf(row.getString("sex"))),
                        row.getString("name"),
                        row.getString("mother_name"),
                        row.getString("father_name"),
                        row.getBytes("nik_index"),
                        row.getObject("merged_into", UUID.class)))
                .findOne();
    }

    private static void save(Handle sql, UUID importId, RowResult result) {
        sql.createUpdate("""
                        update import_row set outcome = :outcome, reasons = :reasons, child_id = :child,
                            measured_on = :measuredOn, candidates = null, sealed = null
                        where import_id = :import and row_number = :row""")
                .bind("outcome", result.outcome().name())
                .bindArray("reasons", String.class, result.reasons().toArray())
                .bind("child", result.child())
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
