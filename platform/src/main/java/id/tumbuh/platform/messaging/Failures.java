package id.tumbuh.platform.messaging;

import id.tumbuh.platform.database.SqlFailures;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;

/** Sorts failures of a consumer: those that may pass, and those that never will. */
final class Failures {
    private Failures() {}

    /**
     * Whether applying the event again later may succeed. The database counts as away unless it refused the data itself: an
     * outage, a full disk or a missing migration must never empty a topic into the quarantine.
     */
    static boolean mayPass(Throwable failure) {
        if (SqlFailures.isDatabase(failure)) {
            return !SqlFailures.isRefusal(failure);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof KafkaException
                    || cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof InterruptedException
                    || cause instanceof VirtualMachineError) {
                return true;
            }
        }
        return false;
    }

    /** The kind of failure in words of the program: messages may quote data, so none is used. */
    static String describe(Throwable failure) {
        if (failure instanceof UnreadableEvent reason) {
            return String.valueOf(reason.getMessage());
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String state =
                root instanceof SQLException sql && sql.getSQLState() != null ? " SQLSTATE " + sql.getSQLState() : "";
        StackTraceElement[] stack = root.getStackTrace();
        return root.getClass().getSimpleName() + state + (stack.length == 0 ? "" : " at " + stack[0]);
    }
}
