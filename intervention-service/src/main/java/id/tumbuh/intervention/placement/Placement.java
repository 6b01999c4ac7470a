package id.tumbuh.intervention.placement;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.need.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A need in the care of a sponsor. Only the moves listed here are possible; each makes the next version. */
public sealed interface Placement {
    Pair pair();

    long version();

    /**
     * Who helps whom, with what.
     *
     * @param of the beneficiary of the need
     * @param items what the sponsor gives of what is needed
     */
    record Pair(UUID id, UUID needId, UUID sponsorId, Beneficiary.Ref of, Home home, List<Item.Kind> items) {
        public Pair {
            items = List.copyOf(items);
        }
    }

    /** Placements that keep others out. */
    sealed interface Live extends Placement {
        Ended ended(EndReason why, LocalDate day);
    }

    static Held hold(Pair pair, Instant until) {
        return new Held(pair, until, 1);
    }

    /** Reserved until a moment, so that a sponsor can make up its mind and nobody else begins. */
    record Held(Pair pair, Instant until, long version) implements Live {

        /** At its last moment it is over already. */
        boolean hasRunOut(Instant now) {
            return !now.isBefore(until);
        }

        /** The same, but it gives no more of what is needed than these. */
        Held giving(List<Item.Kind> items) {
            Pair less = new Pair(pair.id(), pair.needId(), pair.sponsorId(), pair.of(), pair.home(), items);
            return new Held(less, until, version);
        }

        Committed commit(Period period) {
            return new Committed(pair, period, 0, version + 1);
        }

        @Override
        public Ended ended(EndReason why, LocalDate day) {
            return new Ended(pair, null, why, day, version + 1);
        }
    }

    /** The days that were promised, both included. */
    record Period(LocalDate from, LocalDate to) {
        public Period {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a period can't end before it begins");
            }
        }

        static Period of(LocalDate from, int days) {
            return new Period(from, from.plusDays(days - 1L));
        }

        Period longerBy(int days) {
            return new Period(from, to.plusDays(days));
        }
    }

    /** Promised for a period. */
    record Committed(Pair pair, Period period, int renewals, long version) implements Live {

        Committed renewed(int days) {
            return new Committed(pair, period.longerBy(days), renewals + 1, version + 1);
        }

        boolean isOver(LocalDate today) {
            return today.isAfter(period.to());
        }

        @Override
        public Ended ended(EndReason why, LocalDate day) {
            return new Ended(pair, period, why, day, version + 1);
        }
    }

    /** Over; the need may be placed with somebody else. */
    record Ended(Pair pair, @Nullable Period period, EndReason reason, LocalDate day, long version)
            implements Placement {}
}
