package id.tumbuh.reporting.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Everybody who is connected to this replica: no more than a number, and none longer than its token, or while it takes nothing.
 * Whoever is closed comes back with its cursor and misses nothing.
 */
@ApplicationScoped
class Subscribers {
    private final StreamConfig config;
    private final Set<Connection> connected = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final Counter dropped;
    private final Clock clock = Clock.systemUTC();

    Subscribers(StreamConfig config, MeterRegistry meters) {
        this.config = config;
        this.dropped = Counter.builder("tumbuh.stream.dropped")
                .description("Subscribers closed because they took nothing")
                .register(meters);
        meters.gauge("tumbuh.stream.subscribers", count);
    }

    /** One of them, from its coming to its going. */
    final class Connection implements AutoCloseable {
        private final Instant until;
        private final Runnable hangUp;
        private volatile Instant writingSince = Instant.MAX;

        private Connection(Instant until, Runnable hangUp) {
            this.until = until;
            this.hangUp = hangUp;
        }

        void begins() {
            writingSince = clock.instant();
        }

        void ends() {
            writingSince = Instant.MAX;
        }

        private boolean isStuck(Instant now) {
            return writingSince.isBefore(now.minus(config.dropAfter()));
        }

        /** It blocks on a connection that takes nothing, and so can't see itself that its token is over. */
        private boolean isOver(Instant now) {
            return writingSince.isBefore(now) && until.isBefore(now);
        }

        @Override
        public void close() {
            if (connected.remove(this)) {
                count.decrementAndGet();
            }
        }
    }

    /** Empty when there are as many as there may be. */
    Optional<Connection> enter(Instant until, Runnable hangUp) {
        if (count.incrementAndGet() > config.subscribers()) {
            count.decrementAndGet();
            return Optional.empty();
        }
        Connection connection = new Connection(until, hangUp);
        connected.add(connection);
        return Optional.of(connection);
    }

    int count() {
        return count.get();
    }

    @Scheduled(every = "1s")
    void sweep() {
        Instant now = clock.instant();
        for (Connection one : connected) {
            if (one.isStuck(now)) {
                dropped.increment();
                one.hangUp.run();
                one.close();
            } else if (one.isOver(now)) {
                one.hangUp.run();
                one.close();
            }
        }
    }
}
