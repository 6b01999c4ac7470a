package id.tumbuh.measurement.exchange;

import id.tumbuh.measurement.sql.SetStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a destination was told, as far as the transaction's scope reaches. */
@ApplicationScoped
class Ledger {

    private static final UUID BEFORE_THE_FIRST = new UUID(0, 0);

    /** How a measurement stands with a destination. */
    enum State {
        /** To be sent, at its time. */
        PENDING,
        /** The destination holds this version. */
        DELIVERED,
        /** The destination will not have it: somebody has to look. Another version of the measurement tries again. */
        SET_ASIDE,
        /** There is no observation in it, or none the destination ever held. */
        NOTHING_TO_SEND
    }

    /** One that is due. */
    record Due(UUID measurement, int version, int attempts, Set<ObservationKind> held) {}

    /** What became of one that was due. */
    record Told(
            UUID measurement,
            int version,
            State state,
            int status,
            @Nullable String reason,
            Set<ObservationKind> held,
            Duration again) {}

    /** A line of the ledger as it is shown. */
    record Line(
            String destination,
            UUID measurementId,
            int version,
            State state,
            int attempts,
            @Nullable Integer lastStatus,
            @Nullable String reason,
            OffsetDateTime queuedAt,
            @Nullable OffsetDateTime nextAttemptAt,
            @Nullable OffsetDateTime answeredAt) {}

    List<Due> due(Handle sql, String destination, int limit) {
        return sql.createQuery("""
                        select measurement_id, version, attempts, sent_kinds from exchange_delivery
                        where destination = :destination and state = 'PENDING' and next_attempt_at <= clock_timestamp()
                        order by next_attempt_at, measurement_id limit :limit""")
                .bind("destination", destination)
                .bind("limit", limit)
                .map((row, _) -> new Due(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getInt(3),
                        ObservationKind.read(row.getString(4))))
                .list();
    }

    /** A newer version that was queued meanwhile stays queued; only what the destination holds is remembered of this one. */
    void note(Handle sql, String destination, Collection<Told> told) {
        SetStatement.over(told, sql, """
                        update exchange_delivery d set
                            state = case when d.version > new.version then d.state else new.state end,
                            version = greatest(d.version, new.version::integer),
                            attempts = case when d.version > new.version then d.attempts else d.attempts + 1 end,
                            next_attempt_at = clock_timestamp() + new.again * interval '1 millisecond',
                            last_status = new.status::integer, reason = new.reason, sent_kinds = new.held,
                            answered_at = case when new.state = 'PENDING' then d.answered_at else clock_timestamp() end
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                            as new (destination, id, version, state, status, reason, held, again)
                        where d.destination = new.destination and d.measurement_id = new.id""")
                .text(_ -> destination)
                .uuid(Told::measurement)
                .whole(Told::version)
                .text(one -> one.state().name())
                .wholeOrNull(one -> one.status() == 0 ? null : (long) one.status())
                .text(Told::reason)
                .text(one -> ObservationKind.written(one.held()))
                .whole(one -> one.again().toMillis())
                .execute();
    }

    /** There is no such measurement any more: nobody could say anything about it. */
    void strike(Handle sql, Collection<UUID> measurements) {
        SetStatement.overIds(measurements, sql, "delete from exchange_delivery where measurement_id = any(?)")
                .execute();
    }

    /** Everything set aside is tried again, as far as the scope reaches: the destination changed its mind, or its rules. */
    int retry(Handle sql) {
        return sql.createUpdate("""
                        update exchange_delivery set state = 'PENDING', attempts = 0, next_attempt_at = clock_timestamp()
                        where state = 'SET_ASIDE'""").execute();
    }

    Map<State, Long> counts(Handle sql) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            counts.put(state, 0L);
        }
        sql.createQuery("select state, count(*) from exchange_delivery group by state")
                .map((row, _) -> Map.entry(State.valueOf(row.getString(1)), row.getLong(2)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** In the order of destination and id, from after the last line of the page before. */
    List<Line> page(Handle sql, @Nullable State state, @Nullable PageEnd after, int limit) {
        PageEnd end = after == null ? new PageEnd("", BEFORE_THE_FIRST) : after;
        return sql.createQuery("""
                        select * from exchange_delivery
                        where (destination, measurement_id) > (:destination, :id)
                            and (cast(:state as text) is null or state = :state)
                        order by destination, measurement_id limit :limit""")
                .bind("destination", end.destination())
                .bind("id", end.measurement())
                .bind("state", state == null ? null : state.name())
                .bind("limit", limit)
                .map((row, _) -> line(row))
                .list();
    }

    /** Where a page ended. */
    record PageEnd(String destination, UUID measurement) {}

    private static Line line(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        return new Line(
                row.getString("destination"),
                row.getObject("measurement_id", UUID.class),
                row.getInt("version"),
                state,
                row.getInt("attempts"),
                row.getObject("last_status", Integer.class),
                row.getString("reason"),
                row.getObject("queued_at", OffsetDateTime.class),
                state == State.PENDING ? row.getObject("next_attempt_at", OffsetDateTime.class) : null,
                row.getObject("answered_at", OffsetDateTime.class));
    }
}
