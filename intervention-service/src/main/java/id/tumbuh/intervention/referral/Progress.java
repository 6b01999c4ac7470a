package id.tumbuh.intervention.referral;

import java.time.LocalDate;

/** How far the OPD is with an open referral. A step is a method of the stage that allows it. */
public sealed interface Progress {
    /** The last day it was handed to the OPD. */
    LocalDate sentOn();

    Stage stage();

    /** The stages by their names on the wire. */
    enum Stage {
        SENT,
        ACCEPTED,
        DECLINED,
        DONE
    }

    /** Waits for the OPD's answer. */
    record Sent(LocalDate sentOn) implements Progress {
        Accepted accepted(LocalDate day, LocalDate dueOn) {
            return new Accepted(sentOn, day, dueOn);
        }

        Declined declined(LocalDate day, String reason) {
            return new Declined(sentOn, day, reason);
        }

        @Override
        public Stage stage() {
            return Stage.SENT;
        }
    }

    /** The OPD has promised it for a day. */
    record Accepted(LocalDate sentOn, LocalDate acceptedOn, LocalDate dueOn) implements Progress {
        Done done(Proof proof) {
            return new Done(sentOn, acceptedOn, dueOn, proof);
        }

        /** What was accepted may turn out not to be possible. */
        Declined declined(LocalDate day, String reason) {
            return new Declined(sentOn, day, reason);
        }

        @Override
        public Stage stage() {
            return Stage.ACCEPTED;
        }
    }

    /** Back at the TPPS, which sends it again, perhaps to another field. */
    record Declined(LocalDate sentOn, LocalDate declinedOn, String reason) implements Progress {
        Sent sentAgain(LocalDate day) {
            return new Sent(day);
        }

        @Override
        public Stage stage() {
            return Stage.DECLINED;
        }
    }

    /** The OPD says it is done; what the registry knows of the family may still say otherwise. */
    record Done(LocalDate sentOn, LocalDate acceptedOn, LocalDate dueOn, Proof proof) implements Progress {
        @Override
        public Stage stage() {
            return Stage.DONE;
        }
    }
}
