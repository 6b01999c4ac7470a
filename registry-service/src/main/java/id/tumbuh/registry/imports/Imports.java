package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.sheet.UnreadableSheet;
import id.tumbuh.registry.batch.Actor;
import java.sql.Array;
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

    static void add(Handle sql, Import taken) {
        sql.createUpdate("""
                        insert into import (id, areas, subject, client, format, dry_run, data_key, file_bytes, source_id,
                            mapping_version, batch_id, content_hash, ledger_day)
                        values (:id, :areas, :subject, :client, :format, :dryRun, :key, :bytes, :source, :mapping, :batch,
                            :hash, :day)""")
                .bind("id", taken.id())
                .bindArray("areas", String.class, Source.areas(taken.actor().scope()))
                .bind("subject", taken.actor().subject())
                .bind("client", taken.actor().client())
                .bind("format", taken.kind().name())
                .bind("dryRun", taken.dryRun())
                .bind("key", taken.dataKey())
                .bind("bytes", taken.bytes())
                .bind("source", taken.source().id())
                .bind("mapping", taken.mappingVersion())
                .bind("batch", taken.batchId())
                .bind("hash", taken.contentHash())
                .bind("day", taken.day())
                .execute();
    }

    /**
     * Takes the lease of an import that nobody works on, once the areas it needs are loaded. What one source sent is worked
     * off in its order: its children name families that came before them.
     */
    static Optional<ImportJob> claim(Handle sql, UUID holder, Duration lease) {
        return sql.createQuery("""
                        update import set lease_holder = :holder, lease_until = clock_timestamp() + :lease * interval '1 ms'
                        where exists (select from area_list) and id = (
                            select id from import waiting
                            where state = 'RUNNING' and coalesce(lease_until < clock_timestamp(), true)
                                and not exists (
                                    select from import earlier
                                    where earlier.source_id = waiting.source_id and earlier.state = 'RUNNING'
                                        and (earlier.received_at, earlier.id) < (waiting.received_at, waiting.id))
                            order by received_at limit 1 for update skip locked)
                        returning id, areas, subject, client, dry_run, data_key, last_row, format, source_id,
                            mapping_version""")
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

    static void fail(Handle sql, ImportJob job, UnreadableSheet unreadable) {
        sql.createUpdate("""
                        update import set state = 'FAILED', problem = :problem, problem_row = :row,
                            problem_columns = :columns, finished_at = clock_timestamp()
                        where id = :id and lease_holder = :holder""")
                .bind("problem", unreadable.problem().name())
                .bind("row", unreadable.row() == 0 ? null : unreadable.row())
                .bindArray("columns", String.class, unreadable.columns().toArray())
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
                .uuid(RowResult::record)
                .text(result -> joined(result.changed()))
                .text(result -> joined(result.kept()))
                .update(sql, """
                        insert into import_row (import_id, row_number, outcome, reasons, child_id, measured_on, candidates,
                            sealed, record_id, changed, kept)
                        select import_id, row_number, outcome, string_to_array(reasons, ','), child_id, measured_on,
                            nullif(string_to_array(candidates, ',')::uuid[], '{}'), sealed, record_id,
                            string_to_array(changed, ','), string_to_array(kept, ',')
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as row (import_id, row_number, outcome, reasons,
                            child_id, measured_on, candidates, sealed, record_id, changed, kept)""");
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
        return sql.createQuery("""
                        select import.*, source.name as source from import left join source on source.id = source_id
                        where import.id = :id""").bind("id", id).map((row, _) -> state(row)).findOne();
    }

    /** The report goes, with what waits in it and the key of it; of what a source really sent the line of the ledger stays. */
    static void removeFinishedBefore(Handle sql, Duration age) {
        List<UUID> old = sql.createQuery("""
                        update import set report_kept = false, data_key = ''
                        where report_kept and state <> 'RUNNING'
                            and finished_at < clock_timestamp() - :age * interval '1 ms'
                        returning id""")
                .bind("age", age.toMillis())
                .mapTo(UUID.class)
                .list();
        if (!old.isEmpty()) {
            sql.createUpdate("delete from import_row where import_id = any(:ids)")
                    .bindArray("ids", UUID.class, old.toArray())
                    .execute();
            sql.createUpdate("delete from import where id = any(:ids) and (dry_run or source_id is null)")
                    .bindArray("ids", UUID.class, old.toArray())
                    .execute();
        }
    }

    private static @Nullable String joined(List<String> fields) {
        return fields.isEmpty() ? null : String.join(",", fields);
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
                row.getInt("last_row"),
                ImportKind.valueOf(row.getString("format")),
                row.getObject("source_id", UUID.class),
                row.getLong("mapping_version"));
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
                ImportKind.valueOf(row.getString("format")),
                row.getBoolean("dry_run"),
                row.getString("state"),
                row.getString("source"),
                row.getObject("source_id", UUID.class),
                row.getLong("mapping_version"),
                row.getString("batch_id"),
                row.getBytes("content_hash"),
                row.getObject("ledger_day", LocalDate.class),
                row.getString("problem"),
                row.getObject("problem_row", Integer.class),
                columns(row),
                row.getObject("rows_in_file", Integer.class),
                counts,
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"));
    }

    private static List<String> columns(ResultSet row) throws SQLException {
        Array columns = row.getArray("problem_columns");
        return columns == null ? List.of() : List.of((String[]) columns.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
