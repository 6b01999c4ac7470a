package id.tumbuh.intervention.referral;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What stands of a stage in rows and events: those days and words it has. */
record Steps(
        LocalDate sentOn,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate declinedOn,
        @Nullable String declineReason,
        @Nullable Proof proof) {
    static Steps of(Progress progress) {
        return switch (progress) {
            case Progress.Sent sent -> new Steps(sent.sentOn(), null, null, null, null, null);
            case Progress.Accepted accepted ->
                new Steps(accepted.sentOn(), accepted.acceptedOn(), accepted.dueOn(), null, null, null);
            case Progress.Declined declined ->
                new Steps(declined.sentOn(), null, null, declined.declinedOn(), declined.reason(), null);
            case Progress.Done done ->
                new Steps(done.sentOn(), done.acceptedOn(), done.dueOn(), null, null, done.proof());
        };
    }
}
