package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The imports of the database: who holds them, how far they are, what became of their rows. */
final class Imports {
    private static final String EVERYWHERE = "";

    private Imports() {}

    static void add(Handle sql, UUID id, Actor actor, boolean dryRun, byte[] dataKey, long bytes) {
        sql.createUpdate("""
                        insert into import (id, areas, subject, client, format, dry_run, data_key, file_bytes)
                        values (:id, :areas, :subject, :client, 'EPPGBM', :dryRun, :key, :bytes)""")
                .bind("id", id)
                .bindArray("areas", String.class, areas(actor.scope()))
                .bind("subject", actor.subject())
                .bind("client", actor.client())
                .bind("dryRun", dryRun)
                .bind("key", dataKey)
                .bind("bytes", bytes)
                .execute();
    }

    /** Takes the lease of an import that nobody works on, once the areas it needs are loaded. */
    static Optional<ImportJob> claim(Handle sql, UUID holder, Duration lease) {
        return sql.createQuery("""
                        update import set lease_holder = :holder, lease_until = clock_timestamp() + :lease * interval '1 ms'
                        where exists (select from area_list) and id = (
                            select id from import
                            where state = 'RUNNING' and coalesce(lease_until < clock_timestamp(), true)
                            order by received_at limit 1 for update skip locked)
                        returning id, areas, subject, client, dry_run, data_key, last_row""")
                .bind("holder", holder)
                .bind("lease", lease.toMillis())
                .map((row, _) -> job(row, holder))
                .findOne();
    }

    /** Whether the lease is still this worker's; then it is renewed, and nobody else can take it before the transaction ends. */
    static boolean renew(Handle sql, ImportJob job, Duration lease) {
        return sql.createUpdate("""
                        update import set lease_until = clock_timestamp() + :lease * interval '1 ms'
                        where id = :id and lease_holder = :holder and state = 'RUNNING'""")
                        .bind("id", job.id())
                        .bind("holder", job.holder())
                        .bind("lease", lease.toMillis())
                        .execute()
                == 1;
    }

    static void release(Handle sql, ImportJob job) {
        sql.createUpdate(
                        "update import set lease_holder = null, lease_until = null where id = :id and lease_holder = :holder")
                .bind("id", job.id())
                .bind("holder", job.holder())
                .execute();
    }

    static void counted(Handle sql, ImportJob job, int rowsInFile) {
        sql.createUpdate("update import set rows_in_file = :rows where id = :id and lease_holder = :holder")
                .bind("rows", rowsInFile)
                .bind("id", job.id())
                .bind("holder", job.holder())
                .execute();
    }

    static void finish(Handle sql, ImportJob job) {
        sql.createUpdate("""
                        update import set state = 'DONE', finished_at = clock_timestamp()
                        where id = :id and lease_holder = :holder""").bind("id", job.id()).bind("holder", job.holder()).execute();
        ImportFiles.remove(sql, job.id());
    }

    static void fail(Handle sql, ImportJob job, String problem, @Nullable Integer row) {
        sql.createUpdate("""
                        update import set state = 'FAILED', problem = :problem, problem_row = :row,
                            finished_at = clock_timestamp()
                        where id = :id and lease_holder = :holder""")
                .bind("problem", problem)
                .bind("row", row)
                .bind("id", job.id())
                .bind("holder", job.holder())
                .execute();
        ImportFiles.remove(sql, job.id());
    }

    /** A dry run wrote nothing but its report, and remembers in memory what it would have made: it begins again. */
    static void startOver(Handle sql, UUID importId) {
        sql.createUpdate("delete from import_row where import_id = :id")
                .bind("id", importId)
                .execute();
        sql.createUpdate("""
                        update import set last_row = 0, created = 0, matched = 0, updated = 0, unchanged = 0, rejected = 0,
                            to_decide = 0
                        where id = :id""").bind("id", importId).execute();
    }

    static void record(Handle sql, UUID importId, List<RowResult> results) {
        Columns.of(results)
                .uuid(_ -> importId)
                .int4(RowResult::row)
                .text(RowResult::outcome)
                .text(result -> String.join(",", result.reasons()))
                .uuid(RowResult::child)
                .as("date", RowResult::measuredOn)
                .text(result -> result.candidates().stream().map(UUID::toString).collect(Collectors.joining(",")))
                .bytes(RowResult::sealed)
                .update(sql, """
                        insert into import_row
                            (import_id, row_number, outcome, reasons, child_id, measured_on, candidates, sealed)
                        select import_id, row_number, outcome, string_to_array(reasons, ','), child_id, measured_on,
                            nullif(string_to_array(candidates, ',')::uuid[], '{}'), sealed
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?) as row
                            (import_id, row_number, outcome, reasons, child_id, measured_on, candidates, sealed)""");
        Map<RowOutcome, Integer> counts = new EnumMap<>(RowOutcome.class);
        results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
        count(sql, importId, counts, results.getLast().row());
    }

    /** Adds to the counts; a decided row leaves one outcome for another. */
    static void count(Handle sql, UUID importId, Map<RowOutcome, Integer> counts, int lastRow) {
        sql.createUpdate("""
                        update import set last_row = greatest(last_row, :last), created = created + :created,
                            matched = matched + :matched, updated = updated + :updated, unchanged = unchanged + :unchanged,
                            rejected = rejected + :rejected, to_decide = to_decide + :toDecide
                        where id = :id""")
                .bind("id", importId)
                .bind("last", lastRow)
                .bind("created", counts.getOrDefault(RowOutcome.CREATED, 0))
                .bind("matched", counts.getOrDefault(RowOutcome.MATCHED, 0))
                .bind("updated", counts.getOrDefault(RowOutcome.UPDATED, 0))
                .bind("unchanged", counts.getOrDefault(RowOutcome.UNCHANGED, 0))
                .bind("rejected", counts.getOrDefault(RowOutcome.REJECTED, 0))
                .bind("toDecide", counts.getOrDefault(RowOutcome.TO_DECIDE, 0))
                .execute();
    }

    /** Which of these children other rows of the import are about, and on which days. */
    static Set<Claim> claims(Handle sql, UUID importId, Collection<UUID> children) {
        return sql
                .createQuery("""
                        select child_id, measured_on from import_row
                        where import_id = :import and child_id = any(:children)""")
                .bind("import", importId)
                .bindArray("children", UUID.class, children.toArray())
                .map((row, _) ->
                        new Claim(row.getObject("child_id", UUID.class), row.getObject("measured_on", LocalDate.class)))
                .stream()
                .collect(Collectors.toSet());
    }

    static Optional<ImportState> find(Handle sql, UUID id) {
        return sql.createQuery("select * from import where id = :id")
                .bind("id", id)
                .map((row, _) -> state(row))
                .findOne();
    }

    static int removeFinishedBefore(Handle sql, Duration age) {
        return sql.createUpdate("""
                        delete from import where state <> 'RUNNING'
                            and finished_at < clock_timestamp() - :age * interval '1 ms'""").bind("age", age.toMillis()).execute();
    }

    /** What {@link Scope#setting} is to a transaction, as rows of areas. */
    private static Object[] areas(Scope scope) {
        return scope.unlimited()
                ? new Object[] {EVERYWHERE}
                : scope.areas().stream().map(AreaCode::value).toArray();
    }

    private static Scope scope(String... areas) {
        return List.of(areas).contains(EVERYWHERE)
                ? Scope.everywhere()
                : Scope.of(Arrays.stream(areas).map(AreaCode::new).toList());
    }

    private static ImportJob job(ResultSet row, UUID holder) throws SQLException {
        String[] areas = (String[]) row.getArray("areas").getArray();
        return new ImportJob(
                row.getObject("id", UUID.class),
                holder,
                new Actor(row.getString("subject"), row.getString("client"), scope(areas)),
                row.getBoolean("dry_run"),
                row.getBytes("data_key"),
                row.getInt("last_row"));
    }

    private static ImportState state(ResultSet row) throws SQLException {
        ImportState.Counts counts = new ImportState.Counts(
                row.getInt("created")
                        + row.getInt("matched")
                        + row.getInt("updated")
                        + row.getInt("unchanged")
                        + row.getInt("rejected")
                        + row.getInt("to_decide"),
                row.getInt("created"),
                row.getInt("matched"),
                row.getInt("updated"),
                row.getInt("unchanged"),
                row.getInt("rejected"),
                row.getInt("to_decide"));
        return new ImportState(
                row.getObject("id", UUID.class),
                row.getString("format").toLowerCase(Locale.ROOT),
                row.getBoolean("dry_run"),
                row.getString("state"),
                row.getString("problem"),
                row.getObject("problem_row", Integer.class),
                row.getObject("rows_in_file", Integer.class),
                counts,
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
