package id.tumbuh.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;

/**
 * Statements that read everything there is and may take many minutes, where a minute of silence otherwise means that the database is
 * gone.
 */
public final class Unhurried {
    private Unhurried() {}

    /** Waits as long as the patience for each answer; afterwards the connection, which is the pool's, is as it was. */
    public static <T> T work(Handle sql, Duration patience, Supplier<T> work) {
        Connection connection = sql.getConnection();
        int before = await(connection, patience);
        try {
            return work.get();
        } finally {
            restore(connection, before);
        }
    }

    private static int await(Connection connection, Duration patience) {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
            return before;
        } catch (SQLException lost) {
            throw new ConnectionException(lost);
        }
    }

    private static void restore(Connection connection, int before) {
        try {
            connection.setNetworkTimeout(Runnable::run, before);
        } catch (SQLException lost) {
            // The work failed for the same reason, and a connection that is lost does not come back.
        }
    }
}
