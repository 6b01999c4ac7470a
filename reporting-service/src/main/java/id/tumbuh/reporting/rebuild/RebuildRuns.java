package id.tumbuh.reporting.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The buildings of the database. */
@ApplicationScoped
class RebuildRuns {
    private final ObjectMapper json;

    RebuildRuns(ObjectMapper json) {
        this.json = json;
    }

    static void begin(Handle sql, UUID id, boolean replace, String subject) {
        sql.createUpdate("insert into rebuild (id, state, replace, asked_by) values (:id, 'RUNNING', :replace, :by)")
                .bind("id", id)
                .bind("replace", replace)
                .bind("by", subject)
                .execute();
    }

    static void read(Handle sql, UUID id, long events) {
        sql.createUpdate("update rebuild set events = events + :events where id = :id")
                .bind("events", events)
                .bind("id", id)
                .execute();
    }

    void compared(Handle sql, UUID id, RebuildRun.State state, Map<String, Long> differences) {
        sql.createUpdate("""
                        update rebuild set state = :state, differences = cast(:differences as jsonb), ended_at = clock_timestamp()
                        where id = :id""")
                .bind("state", state)
                .bind("differences", written(differences))
                .bind("id", id)
                .execute();
    }

    /** False when somebody has already said so of it. */
    static boolean failed(Handle sql, UUID id, String failure) {
        return sql.createUpdate("""
                        update rebuild set state = 'FAILED', failure = :failure, ended_at = clock_timestamp()
                        where id = :id and state = 'RUNNING'""").bind("failure", failure).bind("id", id).execute() == 1;
    }

    /**
     * Who began one and holds it no more has stopped in the middle of it. Waits for what such a one is still writing, and lets it write
     * nothing more.
     */
    static void abandonOthers(Handle sql) {
        sql.execute("update rebuild set state = 'FAILED', failure = 'STOPPED', ended_at = clock_timestamp()"
                + " where state = 'RUNNING'");
    }

    /** Until the transaction ends nobody says of this building that it stopped; fails once somebody has. */
    static void hold(Handle sql, UUID id) {
        boolean runs = sql.createQuery("select id from rebuild where id = :id and state = 'RUNNING' for share")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
        if (!runs) {
            throw new IllegalStateException("given up: another one builds");
        }
    }

    /** Whether a building is there that says it runs, or tables of one. */
    static boolean leftSomething(Handle sql) {
        return sql.createQuery("""
                        select exists (select from rebuild where state = 'RUNNING')
                            or exists (select from pg_tables where schemaname = 'rebuilt')""").mapTo(Boolean.class).one();
    }

    Optional<RebuildRun> find(Handle sql, UUID id) {
        return sql.createQuery("select * from rebuild where id = :id")
                .bind("id", id)
                .map((row, _) -> run(row))
                .findOne();
    }

    private RebuildRun run(ResultSet row) throws SQLException {
        return new RebuildRun(
                row.getObject("id", UUID.class),
                RebuildRun.State.valueOf(row.getString("state")),
                row.getBoolean("replace"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getLong("events"),
                differences(row.getString("differences")),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private String written(Map<String, Long> differences) {
        try {
            return json.writeValueAsString(differences);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable Map<String, Long> differences(@Nullable String stored) {
        if (stored == null) {
            return null;
        }
        try {
            return json.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored differences can't be read");
        }
    }
}
