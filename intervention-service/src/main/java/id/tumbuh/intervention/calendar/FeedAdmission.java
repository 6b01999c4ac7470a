package id.tumbuh.intervention.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How often the addresses without a token may be read: each feed within an hour, and all that lead nowhere together within a
 * minute. Counted by each replica for itself; only feeds that exist take up memory.
 */
@ApplicationScoped
class FeedAdmission {
    private static final int HOUR = 3600;
    private static final int MINUTE = 60;
    private static final UUID NOWHERE = new UUID(0, 0);

    private final ConcurrentHashMap<UUID, Count> counts = new ConcurrentHashMap<>();

    /** Reads since the window of time began. */
    private record Count(long window, int reads) {
        static Count next(@Nullable Count before, long window) {
            return before == null || before.window != window
                    ? new Count(window, 1)
                    : new Count(window, before.reads + 1);
        }
    }

    /** Seconds to wait; 0 when the reader may go on. */
    int secondsToWait(CalendarFeed feed, CalendarPolicy policy, Instant now) {
        return secondsToWait(feed.id(), HOUR, policy.readsPerHour(), now);
    }

    /** For an address that leads nowhere. */
    int secondsToWait(CalendarPolicy policy, Instant now) {
        return secondsToWait(NOWHERE, MINUTE, policy.unknownReadsPerMinute(), now);
    }

    private int secondsToWait(UUID key, int seconds, int most, Instant now) {
        long window = now.getEpochSecond() / seconds;
        Count count = counts.compute(key, (_, before) -> Count.next(before, window));
        return count.reads() <= most ? 0 : (int) ((window + 1) * seconds - now.getEpochSecond());
    }
}
