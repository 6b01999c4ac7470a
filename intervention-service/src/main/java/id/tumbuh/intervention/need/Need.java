package id.tumbuh.intervention.need;

import id.tumbuh.intervention.circumstance.Home;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** That a stunted child has to be helped. Only the moves listed here are possible; each makes the next version. */
public sealed interface Need {
    UUID id();

    UUID childId();

    /** Where the child lives; of a closed need, where it lived then. */
    Home home();

    Severity severity();

    LocalDate openedOn();

    NeedReason reason();

    long version();

    static Open open(Opening cause, Home home, Severity severity, LocalDate day) {
        return new Open(cause.needId(), cause.childId(), home, severity, day, NeedReason.CHILD_STUNTED, 1);
    }

    /** Somebody is wanted who helps. */
    record Open(
            UUID id, UUID childId, Home home, Severity severity, LocalDate openedOn, NeedReason reason, long version)
            implements Need {

        /** The need as it stands for the child as it is now; itself when nothing about it changed. */
        public Open revised(Home homeNow, Severity severityNow) {
            if (severityNow == severity && homeNow.equals(home)) {
                return this;
            }
            NeedReason why = severityNow == severity ? NeedReason.CHILD_MOVED : NeedReason.SEVERITY_CHANGED;
            return new Open(id, childId, homeNow, severityNow, openedOn, why, version + 1);
        }

        /** Facts of two services may come out of order: a need never ends before it began. */
        public Closed closed(NeedReason why, LocalDate day) {
            LocalDate closedOn = day.isBefore(openedOn) ? openedOn : day;
            return new Closed(id, childId, home, severity, openedOn, closedOn, why, version + 1);
        }
    }

    /** Over; a child that falls back has a new need. */
    record Closed(
            UUID id,
            UUID childId,
            Home home,
            Severity severity,
            LocalDate openedOn,
            LocalDate closedOn,
            NeedReason reason,
            long version)
            implements Need {

        /** It was closed only because the child was thought to be another. */
        boolean endedByMerge() {
            return reason == NeedReason.CHILD_MERGED;
        }

        /** The child is itself again: it has waited since it was first known. */
        Open resumed(Home homeNow, Severity severityNow) {
            return new Open(id, childId, homeNow, severityNow, openedOn, NeedReason.MERGE_UNDONE, version + 1);
        }
    }

    /**
     * What opened a need. The need's id follows from it, so reading the same facts again, or rebuilding from the topics,
     * gives the same ids.
     */
    sealed interface Opening {
        UUID childId();

        /** The cause in words that no other opening shares: a version of one aggregate is applied once. */
        String words();

        default UUID needId() {
            return UUID.nameUUIDFromBytes(("need/" + childId() + "/" + words()).getBytes(StandardCharsets.UTF_8));
        }

        /** The child became stunted. */
        record ByGrowth(UUID childId, long growthVersion) implements Opening {
            @Override
            public String words() {
                return "growth/" + growthVersion;
            }
        }

        /** A stunted child came back to the programme. */
        record ByReturn(UUID childId, long residenceVersion) implements Opening {
            @Override
            public String words() {
                return "return/" + residenceVersion;
            }
        }
    }
}
