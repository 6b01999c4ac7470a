package id.tumbuh.intervention.delivery;

import id.tumbuh.intervention.provider.Movement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells of a delivery.
 *
 * @param quantity only of what was delivered
 * @param provider who brought it
 * @param receipt the number on the paper that was signed
 * @param reason only of what was not delivered
 * @param taken what the kitchen's stock gave for it
 * @param byPartner told by the application of the partner that sent it, and not by whoever was there
 */
record Report(
        Outcome outcome,
        LocalDate day,
        @Nullable BigDecimal quantity,
        @Nullable UUID provider,
        @Nullable String receipt,
        @Nullable Reason reason,
        @Nullable Taken taken,
        boolean byPartner) {
    Report {
        quantity = quantity == null ? null : quantity.stripTrailingZeros();
    }

    Report(
            Outcome outcome,
            LocalDate day,
            @Nullable BigDecimal quantity,
            @Nullable UUID provider,
            @Nullable String receipt,
            @Nullable Reason reason,
            @Nullable Taken taken) {
        this(outcome, day, quantity, provider, receipt, reason, taken, false);
    }

    /** The names stand in events: never renamed. */
    enum Outcome {
        DELIVERED,
        MISSED,
        REFUSED
    }

    /** Why nothing was delivered. The names stand in events: never renamed. */
    public enum Reason {
        NOT_HOME,
        MOVED_AWAY,
        CHILD_ILL,
        NO_STOCK,
        NO_TRANSPORT,
        NOT_COOKED,
        NOT_WANTED,
        ALLERGY,
        /** Nobody told anything in time; any report replaces it. */
        NOT_REPORTED,
        OTHER
    }

    /** Why a report was wrong. The names stand in the database and in answers: never renamed. */
    enum Correction {
        WRONG_FAMILY,
        WRONG_QUANTITY,
        WRONG_DAY,
        WRONG_STATE,
        TYPING_ERROR,
        FOUND_BY_CHECK
    }

    record Taken(String item, Movement.Unit unit, BigDecimal quantity) {
        Taken {
            quantity = quantity.stripTrailingZeros();
        }
    }

    static Report notReported(LocalDate day) {
        return new Report(Outcome.MISSED, day, null, null, null, Reason.NOT_REPORTED, null);
    }

    /** Made by time alone, so it gives way to whatever anybody tells. */
    boolean isByTimeAlone() {
        return reason == Reason.NOT_REPORTED;
    }

    /** Who was there is believed without a word about what was wrong: time knows nothing, and a partner only what it sent. */
    boolean givesWayTo(Report other) {
        return isByTimeAlone() || (byPartner && !other.byPartner);
    }
}
