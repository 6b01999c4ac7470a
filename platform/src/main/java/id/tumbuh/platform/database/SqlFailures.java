package id.tumbuh.platform.database;

import java.sql.SQLException;
import java.util.Optional;

/** Tells what a failed statement means: try again, or never again. */
public final class SqlFailures {
    private SqlFailures() {}

    /** Whether another transaction was in the way: serialization failure or deadlock. */
    public static boolean isConflict(Throwable failure) {
        return sqlState(failure)
                .filter(state -> state.equals("40001") || state.equals("40P01"))
                .isPresent();
    }

    /**
     * Whether the database refused the data itself (class 22 data exception, 23 integrity violation): the only failures
     * that repeating can't mend. Everything else, a missing table or a wrong password too, is the installation's trouble.
     */
    public static boolean isRefusal(Throwable failure) {
        return sqlState(failure)
                .filter(state -> state.startsWith("22") || state.startsWith("23"))
                .isPresent();
    }

    /** Whether the failure came from the database at all. */
    public static boolean isDatabase(Throwable failure) {
        return sqlException(failure).isPresent();
    }

    private static Optional<String> sqlState(Throwable failure) {
        return sqlException(failure).map(SQLException::getSQLState);
    }

    private static Optional<SQLException> sqlException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
