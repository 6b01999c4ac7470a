package id.tumbuh.measurement.exchange;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Queues every measurement whose version the ledger does not have.
 *
 * <p>A row gets its {@code recorded_at} before its transaction commits, so "later than the last one seen" would lose what commits
 * late. What is looked through again therefore begins where the oldest transaction under way began: whatever is not visible yet
 * was recorded after that. Every so often all measurements are compared, which finds what even that could miss.
 */
@ApplicationScoped
class ChangedMeasurements {

    private static final int ROWS_AT_A_TIME = 10_000;
    private static final UUID BEFORE_THE_FIRST = new UUID(0, 0);
    private static final String QUEUE = """
            insert into exchange_delivery (destination, measurement_id, child_id, area_code, version, state)
            select :destination, m.id, m.child_id, m.area_code, m.version, 'PENDING' from %s m
            left join exchange_delivery d on d.destination = :destination and d.measurement_id = m.id
            where %s (d.version is null or d.version < m.version) order by m.id
            on conflict (destination, measurement_id) do update set version = excluded.version, state = 'PENDING',
                child_id = excluded.child_id, area_code = excluded.area_code, attempts = 0, next_attempt_at = clock_timestamp(), queued_at = clock_timestamp(), reason = null
            where exchange_delivery.version < excluded.version""";

    private final Database database;

    ChangedMeasurements(Database database) {
        this.database = database;
    }

    /** Whose changes, and how far back to look beyond what is certain. */
    record Comparison(String destination, Duration overlap, Duration compareAllEvery) {}

    private record Progress(OffsetDateTime comparedUntil, boolean allIsDue) {}

    /** Returns how many were queued. */
    int queue(Comparison comparison) {
        OffsetDateTime horizon = database.read(Scope.everywhere(), sql -> horizon(sql, comparison.overlap()));
        Optional<Progress> progress = database.read(Scope.everywhere(), sql -> progress(sql, comparison));
        if (progress.isEmpty() || progress.get().allIsDue()) {
            int queued = compareAll(comparison.destination());
            note(comparison.destination(), horizon, true);
            return queued;
        }
        return database.write(Scope.everywhere(), tx -> {
            int queued = tx.sql()
                    .createUpdate(QUEUE.formatted("measurement", "m.recorded_at >= :from and"))
                    .bind("destination", comparison.destination())
                    .bind("from", progress.get().comparedUntil())
                    .execute();
            note(tx.sql(), comparison.destination(), horizon, false);
            return queued;
        });
    }

    /** Page after page along the primary key, each in a transaction of its own. */
    private int compareAll(String destination) {
        int queued = 0;
        UUID after = BEFORE_THE_FIRST;
        while (true) {
            UUID from = after;
            Optional<UUID> last = database.read(Scope.everywhere(), sql -> lastOfPage(sql, from));
            queued += database.write(
                    Scope.everywhere(),
                    tx -> last.map(to -> tx.sql()
                                    .createUpdate(QUEUE.formatted("measurement", "m.id > :from and m.id <= :to and"))
                                    .bind("destination", destination)
                                    .bind("from", from)
                                    .bind("to", to)
                                    .execute())
                            .orElse(0));
            if (last.isEmpty()) {
                return queued;
            }
            after = last.get();
        }
    }

    private static Optional<UUID> lastOfPage(Handle sql, UUID from) {
        return sql.createQuery("""
                        select id from (select id from measurement where id > :from order by id limit :rows) page
                        order by id desc limit 1""")
                .bind("from", from)
                .bind("rows", ROWS_AT_A_TIME)
                .mapTo(UUID.class)
                .findOne();
    }

    /**
     * Taken before anything is compared, in a snapshot of its own. {@code now()} is older than the look at the activity: who
     * begins after that look records later than it.
     */
    private static OffsetDateTime horizon(Handle sql, Duration overlap) {
        return sql.createQuery("""
                        select least(now(), min(xact_start)) - :overlap * interval '1 millisecond' from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()""")
                .bind("overlap", overlap.toMillis())
                .mapTo(OffsetDateTime.class)
                .one();
    }

    private static Optional<Progress> progress(Handle sql, Comparison comparison) {
        return sql.createQuery("""
                        select compared_until,
                            compared_all_at + :every * interval '1 millisecond' <= clock_timestamp() as all_is_due
                        from exchange_progress where destination = :destination""")
                .bind("destination", comparison.destination())
                .bind("every", comparison.compareAllEvery().toMillis())
                .map((row, _) -> new Progress(row.getObject(1, OffsetDateTime.class), row.getBoolean(2)))
                .findOne();
    }

    private void note(String destination, OffsetDateTime until, boolean all) {
        database.write(Scope.everywhere(), tx -> note(tx.sql(), destination, until, all));
    }

    private static int note(Handle sql, String destination, OffsetDateTime until, boolean all) {
        return sql.createUpdate("""
                        insert into exchange_progress as p (destination, compared_until, compared_all_at)
                        values (:destination, :until, clock_timestamp())
                        on conflict (destination) do update set compared_until = excluded.compared_until,
                            compared_all_at = case when :all then excluded.compared_all_at else p.compared_all_at end""")
                .bind("destination", destination)
                .bind("until", until)
                .bind("all", all)
                .execute();
    }
}
