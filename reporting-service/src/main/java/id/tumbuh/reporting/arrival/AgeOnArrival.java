package id.tumbuh.reporting.arrival;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ages of events in a few classes: as exact as a reader needs, and no larger for a million events than for one. */
final class AgeOnArrival {
    /** Upper ends in milliseconds; what is older is in one class more. Stored by place: none may be put in between. */
    private static final long[] ENDS = {
        250,
        500,
        1_000,
        2_000,
        5_000,
        10_000,
        20_000,
        30_000,
        60_000,
        120_000,
        300_000,
        600_000,
        1_800_000,
        3_600_000,
        7_200_000,
        21_600_000,
        43_200_000,
        86_400_000,
        172_800_000,
        604_800_000
    };

    private static final double MOST = 0.95;

    private AgeOnArrival() {}

    static long[] none() {
        return new long[ENDS.length + 1];
    }

    /** The class of an age; a clock that is ahead makes no event younger than new. */
    static int classOf(Duration age) {
        int at = Arrays.binarySearch(ENDS, age.toMillis());
        return at >= 0 ? at : -at - 1;
    }

    /**
     * At most so old were 19 of 20.
     *
     * @param atMost the upper end of the class in which the twentieth lies; null when it has none
     */
    record Delay(@Nullable Duration atMost) {
        /** The end of the last class that has one, which is passed when there is none. */
        static Duration longest() {
            return Duration.ofMillis(ENDS[ENDS.length - 1]);
        }

        boolean isLongerThan(Duration limit) {
            return atMost == null || atMost.compareTo(limit) > 0;
        }
    }

    /** Empty without events. */
    static Optional<Delay> mostOf(long[] ages) {
        long all = Arrays.stream(ages).sum();
        long enough = (long) Math.ceil(MOST * all);
        long sofar = 0;
        for (int i = 0; i < ENDS.length; i++) {
            sofar += ages[i];
            if (all > 0 && sofar >= enough) {
                return Optional.of(new Delay(Duration.ofMillis(ENDS[i])));
            }
        }
        return all == 0 ? Optional.empty() : Optional.of(new Delay(null));
    }
}
