package id.tumbuh.intervention.partner;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why a report waits aside. The names stand in the database and in answers: never renamed. */
enum SetAside {
    /** It, or the delivery that it is about, says something that this version doesn't know. */
    UNREADABLE,
    /** The database allows no such delivery. */
    REFUSED,
    /** Anything else; more is in the log. */
    FAILED;

    /** Classes of SQLSTATE: 22 is data that fits nowhere, 23 a constraint. */
    static SetAside because(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && isOfTheData(refused.getSQLState())) {
                return REFUSED;
            }
            if (cause instanceof IllegalArgumentException) {
                return UNREADABLE;
            }
        }
        return FAILED;
    }

    private static boolean isOfTheData(@Nullable String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
