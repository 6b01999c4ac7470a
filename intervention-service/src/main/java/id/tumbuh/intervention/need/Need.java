package id.tumbuh.intervention.need;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** That a child or a pregnant woman has to be helped. Only the moves listed here are possible; each makes the next version. */
public sealed interface Need {
    UUID id();

    Beneficiary.Ref of();

    /** Where the beneficiary lives; of a closed need, where it lived then. */
    Home home();

    Plan plan();

    LocalDate openedOn();

    NeedReason reason();

    long version();

    /**
     * What opens a need.
     *
     * @param id follows from the cause, so reading the same facts again, or rebuilding from the topics, gives the same
     */
    record Opening(UUID id, Beneficiary.Ref of, NeedReason reason) {
        /** @param words the cause in words that no other opening shares: a version of one aggregate is applied once */
        static Opening by(Beneficiary.Ref of, String words, NeedReason reason) {
            return new Opening(
                    UUID.nameUUIDFromBytes(("need/" + of.id() + "/" + words).getBytes(StandardCharsets.UTF_8)),
                    of,
                    reason);
        }
    }

    static Open open(Opening cause, Home home, Plan plan, LocalDate day) {
        return new Open(cause.id(), cause.of(), home, plan, day, cause.reason(), 1);
    }

    /** Somebody is wanted who helps. */
    record Open(UUID id, Beneficiary.Ref of, Home home, Plan plan, LocalDate openedOn, NeedReason reason, long version)
            implements Need {

        /** The need as it stands now; itself when nothing about it changed. */
        public Open revised(Home homeNow, Plan planNow) {
            if (planNow.equals(plan) && homeNow.equals(home)) {
                return this;
            }
            return new Open(id, of, homeNow, planNow, openedOn, why(homeNow, planNow), version + 1);
        }

        private NeedReason why(Home homeNow, Plan planNow) {
            if (!homeNow.equals(home)) {
                return NeedReason.MOVED;
            }
            return planNow.causes().equals(plan.causes()) ? NeedReason.RANKED_ANEW : NeedReason.CAUSES_CHANGED;
        }

        /** Facts of two services may come out of order: a need never ends before it began. */
        public Closed closed(NeedReason why, LocalDate day) {
            LocalDate closedOn = day.isBefore(openedOn) ? openedOn : day;
            return new Closed(id, of, home, plan, openedOn, closedOn, why, version + 1);
        }
    }

    /** Over; a child that falls back has a new need. */
    record Closed(
            UUID id,
            Beneficiary.Ref of,
            Home home,
            Plan plan,
            LocalDate openedOn,
            LocalDate closedOn,
            NeedReason reason,
            long version)
            implements Need {

        /** It was closed only because the child was thought to be another. */
        boolean endedByMerge() {
            return reason == NeedReason.MERGED;
        }

        /** The child is itself again: it has waited since it was first known. */
        Open resumed(Home homeNow, Plan planNow) {
            return new Open(id, of, homeNow, planNow, openedOn, NeedReason.MERGE_UNDONE, version + 1);
        }
    }
}
