package id.tumbuh.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What is left to each application, refilled evenly. */
final class Buckets {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets;

    /** With the limit, so that a rule that changes counts anew. */
    private record Key(String group, String client, long perMinute) {}

    Buckets(TimeMeter time, long mostRemembered) {
        this.time = time;
        // one that nobody took from for a period is full again and need not be remembered
        this.buckets = Caffeine.newBuilder()
                .maximumSize(mostRemembered)
                .expireAfterAccess(PERIOD.multipliedBy(2))
                .executor(Runnable::run)
                .build();
    }

    /** Takes one; returns the seconds to wait, 0 when there was one. */
    int take(String group, String client, long perMinute) {
        Bucket bucket = buckets.get(new Key(group, client, perMinute), this::full);
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : wholeSeconds(probe.getNanosToWaitForRefill());
    }

    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full(Key key) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(key.perMinute()).refillGreedy(key.perMinute(), PERIOD))
                .build();
    }

    private static int wholeSeconds(long nanos) {
        return (int) Math.max(1, Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1)));
    }
}
