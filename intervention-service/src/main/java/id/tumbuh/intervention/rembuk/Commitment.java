package id.tumbuh.intervention.rembuk;

import id.tumbuh.platform.access.AreaCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a party has promised at a rembuk that was signed.
 *
 * @param madeOn the day of the rembuk
 */
record Commitment(
        UUID rembukId, AreaCode area, LocalDate madeOn, Minutes.Promise promise, Standing standing, long version) {

    /** Where it stands. A step is a method of the standing that allows it. */
    sealed interface Standing {
        State state();
    }

    /** The standings by their names on the wire: never renamed. */
    enum State {
        OPEN,
        KEPT,
        BROKEN,
        WITHDRAWN
    }

    /** Still to be kept. */
    record Open() implements Standing {
        @Override
        public State state() {
            return State.OPEN;
        }

        Kept kept(LocalDate on, Evidence evidence) {
            return new Kept(on, evidence);
        }

        Broken broken() {
            return new Broken();
        }

        Withdrawn withdrawn(String reason) {
            return new Withdrawn(reason);
        }
    }

    /** Its day has passed; late is still better than never. */
    record Broken() implements Standing {
        @Override
        public State state() {
            return State.BROKEN;
        }

        Kept kept(LocalDate on, Evidence evidence) {
            return new Kept(on, evidence);
        }

        Withdrawn withdrawn(String reason) {
            return new Withdrawn(reason);
        }
    }

    /** Done, and shown to be. */
    record Kept(LocalDate on, Evidence evidence) implements Standing {
        @Override
        public State state() {
            return State.KEPT;
        }
    }

    /** Taken back. */
    record Withdrawn(String reason) implements Standing {
        @Override
        public State state() {
            return State.WITHDRAWN;
        }
    }

    /** A paper or photograph that stays with the party, and words on it. */
    record Evidence(String sha256, @Nullable String note) {}

    UUID id() {
        return promise.id();
    }

    Commitment at(Standing next) {
        return new Commitment(rembukId, area, madeOn, promise, next, version + 1);
    }

    /** As a signed revision has it: what was kept stays kept, all else is to be kept. */
    Commitment revised(LocalDate heldOn, Minutes.Promise other) {
        Standing next = standing instanceof Kept ? standing : new Open();
        return new Commitment(rembukId, area, heldOn, other, next, version + 1);
    }

    /** Whether its day has passed without its being kept. */
    boolean isOverdue(LocalDate today, int graceDays) {
        return switch (standing) {
            case Open _ -> today.isAfter(promise.dueOn().plusDays(graceDays));
            case Broken _ -> true;
            case Kept _, Withdrawn _ -> false;
        };
    }
}
