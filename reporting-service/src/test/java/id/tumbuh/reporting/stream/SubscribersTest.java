package id.tumbuh.reporting.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SubscribersTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger hungUp = new AtomicInteger();

    @Test
    void thereAreNoMoreThanMayBeAndWhoGoesMakesRoom() {
        Subscribers subscribers = subscribers("30s");
        Subscribers.Connection first = enter(subscribers, Instant.MAX);
        enter(subscribers, Instant.MAX);

        assertThat(subscribers.enter(Instant.MAX, hungUp::incrementAndGet)).isEmpty();
        assertThat(subscribers.count()).isEqualTo(2);

        first.close();
        first.close();
        assertThat(subscribers.count()).isEqualTo(1);
        assertThat(subscribers.enter(Instant.MAX, hungUp::incrementAndGet)).isPresent();
    }

    @Test
    void whoTakesNothingForTooLongIsClosedAndCounted() {
        Subscribers subscribers = subscribers("0s");
        Subscribers.Connection stuck = enter(subscribers, Instant.MAX);
        Subscribers.Connection taking = enter(subscribers, Instant.MAX);
        stuck.begins();
        taking.begins();
        taking.ends();

        later(subscribers);

        assertThat(hungUp).hasValue(1);
        assertThat(subscribers.count()).isEqualTo(1);
        assertThat(meters.get("tumbuh.stream.dropped").counter().count()).isEqualTo(1);
    }

    @Test
    void whoIsStuckWhenItsTokenEndsIsClosedAtOnce() {
        Subscribers subscribers = subscribers("1h");
        enter(subscribers, Instant.now().minusSeconds(1)).begins();
        enter(subscribers, Instant.now().plus(Duration.ofHours(1))).begins();

        later(subscribers);

        assertThat(hungUp).hasValue(1);
        assertThat(subscribers.count()).isEqualTo(1);
        assertThat(meters.get("tumbuh.stream.dropped").counter().count()).isZero();
    }

    /** A moment after the writing began, by a clock that has passed it. */
    private static void later(Subscribers subscribers) {
        Instant began = Instant.now();
        while (!Instant.now().isAfter(began)) {
            Thread.onSpinWait();
        }
        subscribers.sweep();
    }

    private Subscribers.Connection enter(Subscribers subscribers, Instant until) {
        return subscribers.enter(until, hungUp::incrementAndGet).orElseThrow();
    }

    private Subscribers subscribers(String dropAfter) {
        StreamConfig config = new SmallRyeConfigBuilder()
                .withMapping(StreamConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withDefaultValue("tumbuh.stream.subscribers", "2")
                .withDefaultValue("tumbuh.stream.drop-after", dropAfter)
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(StreamConfig.class);
        return new Subscribers(config, meters);
    }
}
