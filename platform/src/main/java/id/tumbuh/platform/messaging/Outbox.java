package id.tumbuh.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps announced events in the business transaction until the relay has published them. */
public final class Outbox {
    private static final String INSERT = """
            insert into outbox (topic, type, key, partition_key, sequence, traceparent, body)
            select topic, type, key, partition_key, sequence, ?, body
            from unnest(?, ?, ?, ?, ?, ?) with ordinality
                as announced (topic, type, key, partition_key, sequence, body, n)
            order by n""";

    private Outbox() {}

    /** One statement for all events, in the given order. Called by the transaction just before it commits. */
    public static void write(Handle handle, List<Announcement> events) {
        if (events.isEmpty()) {
            return;
        }
        if (!handle.isInTransaction()) {
            throw new IllegalStateException("an event is announced only inside a transaction");
        }
        Connection connection = handle.getConnection();
        // Plain JDBC: the driver sends text, bigint and bytea arrays in binary only when it makes them itself.
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, TraceContext.current());
            insert.setArray(2, text(connection, events, Announcement::topic));
            insert.setArray(3, text(connection, events, Announcement::type));
            insert.setArray(4, text(connection, events, Announcement::key));
            insert.setArray(5, text(connection, events, Announcement::partitionKey));
            insert.setArray(
                    6,
                    connection.createArrayOf(
                            "int8", events.stream().map(Announcement::sequence).toArray(Long[]::new)));
            insert.setArray(7, connection.createArrayOf("bytea", bodies(events)));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new OutboxFailure(failure);
        }
    }

    private static Array text(Connection connection, List<Announcement> events, Function<Announcement, String> field)
            throws SQLException {
        return connection.createArrayOf("text", events.stream().map(field).toArray(String[]::new));
    }

    private static byte @Nullable [][] bodies(List<Announcement> events) {
        return events.stream().map(Announcement::body).toArray(byte[][]::new);
    }

    /** Bytes of a key, for choosing its partition. */
    static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    /** The database failed while events were written down; the transaction is lost as a whole. */
    static final class OutboxFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutboxFailure(SQLException cause) {
            super("the outbox could not be written", cause);
        }
    }
}
