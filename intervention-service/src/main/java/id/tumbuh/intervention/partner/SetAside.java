package id.tumbuh.intervention.partner;

import id.tumbuh.platform.database.SqlFailures;
import java.util.Optional;

/** Why a report waits aside. The names stand in the database and in answers: never renamed. */
enum SetAside {
    /** It, or the delivery that it is about, says something that this version doesn't know. */
    UNREADABLE,
    /** The database allows no such delivery. */
    REFUSED,
    /** Anything else; more is in the log. */
    FAILED;

    /** Empty when nothing is wrong with the report: the database is away, busy or not as it should be, and then all reports wait. */
    static Optional<SetAside> because(Throwable failure) {
        if (SqlFailures.isRefusal(failure)) {
            return Optional.of(REFUSED);
        }
        if (SqlFailures.isDatabase(failure)) {
            return Optional.empty();
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException) {
                return Optional.of(UNREADABLE);
            }
        }
        return Optional.of(FAILED);
    }
}
