package id.tumbuh.intervention.referral;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a person wants to do with a referral. */
sealed interface Move {
    /** The OPD takes it on; without a day, for as long as the rule says. */
    record Accept(@Nullable LocalDate dueOn) implements Move {}

    record Decline(String reason) implements Move {}

    record Finish(Proof proof) implements Move {}

    /** The TPPS sends what was declined again; without a field, to the same. */
    record SendAgain(@Nullable OpdField field) implements Move {}

    /** Whoever referred by hand takes it back. */
    record Withdraw() implements Move {}

    /** Whether it is the OPD's own to do. */
    default boolean isOfTheOpd() {
        return switch (this) {
            case Accept _, Decline _, Finish _ -> true;
            case SendAgain _, Withdraw _ -> false;
        };
    }

    default String action() {
        return switch (this) {
            case Accept _ -> "ACCEPT_REFERRAL";
            case Decline _ -> "DECLINE_REFERRAL";
            case Finish _ -> "FINISH_REFERRAL";
            case SendAgain _ -> "SEND_REFERRAL_AGAIN";
            case Withdraw _ -> "WITHDRAW_REFERRAL";
        };
    }

    default ReferralEvent.Happened happened() {
        return switch (this) {
            case Accept _ -> ReferralEvent.Happened.ACCEPTED;
            case Decline _ -> ReferralEvent.Happened.DECLINED;
            case Finish _ -> ReferralEvent.Happened.DONE;
            case SendAgain _ -> ReferralEvent.Happened.SENT_AGAIN;
            case Withdraw _ -> ReferralEvent.Happened.CLOSED;
        };
    }
}
