package id.tumbuh.measurement.exchange;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long to leave a destination alone that is away: doubled each time, a random half left out. Not shared. */
final class Pause {

    private final Duration first;
    private final Duration atMost;
    private Duration next;

    Pause(ExchangeConfig config) {
        this.first = config.retryFirst();
        this.atMost = config.retryAtMost();
        this.next = first;
    }

    /** At least as long as the destination asked for, as far as the limit goes. */
    Duration next(@Nullable Duration asked) {
        long millis = next.toMillis();
        Duration jittered =
                Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(atMost) > 0 ? atMost : doubled;
        Duration wished = asked == null || asked.compareTo(jittered) < 0 ? jittered : asked;
        return wished.compareTo(atMost) > 0 ? atMost : wished;
    }

    void reset() {
        next = first;
    }
}
