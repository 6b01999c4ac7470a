package id.tumbuh.platform.messaging;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/** Figures an operator watches: what waits to go out, what waits to come in, and what was set aside. */
@ApplicationScoped
class MessagingMetrics {
    /** A scrape may ask for several gauges; the tables are counted once for all of them. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final MeterRegistry registry;
    private final Messaging messaging;
    private final Database database;
    private Counts counts = new Counts(0, 0, 0, 0, 0);
    private Instant countedAt = Instant.EPOCH;

    MessagingMetrics(MeterRegistry registry, Messaging messaging, Database database) {
        this.registry = registry;
        this.messaging = messaging;
        this.database = database;
    }

    /** Rows of the platform's tables; ages in seconds. */
    record Counts(double outboxDepth, double outboxAge, double quarantined, double parked, double parkedAge) {}

    void register(@Observes StartupEvent started) {
        gauge("tumbuh_outbox_depth", "Events committed and not yet published", Counts::outboxDepth);
        gauge("tumbuh_outbox_age_seconds", "Age of the oldest unpublished event", Counts::outboxAge);
        gauge("tumbuh_quarantined_events", "Events set aside and not replayed", Counts::quarantined);
        gauge("tumbuh_parked_events", "Events that wait for a gap to close", Counts::parked);
        gauge("tumbuh_parked_age_seconds", "Age of the oldest parked event", Counts::parkedAge);
        for (ConsumerLoop loop : messaging.loops()) {
            Gauge.builder("tumbuh_consumer_lag", loop, ConsumerLoop::lag)
                    .tag("group", loop.handler().group())
                    .description("Events on the broker and not yet applied")
                    .register(registry);
            FunctionCounter.builder("tumbuh_consumer_batches", loop, ConsumerLoop::batches)
                    .tag("group", loop.handler().group())
                    .description("Transactions in which a consumer applied events")
                    .register(registry);
            FunctionCounter.builder("tumbuh_consumer_events", loop, ConsumerLoop::events)
                    .tag("group", loop.handler().group())
                    .description("Events a consumer took from the broker")
                    .register(registry);
            Gauge.builder("tumbuh_consumer_retrying", loop, it -> it.retrying() ? 1 : 0)
                    .tag("group", loop.handler().group())
                    .description("1 while a consumer waits for something outside to come back")
                    .register(registry);
        }
    }

    private void gauge(String name, String description, ToDoubleFunction<Counts> value) {
        Gauge.builder(name, this, metrics -> value.applyAsDouble(metrics.counts()))
                .description(description)
                .register(registry);
    }

    private synchronized Counts counts() {
        Instant now = Instant.now();
        if (countedAt.plus(FRESH).isBefore(now)) {
            counts = count();
            countedAt = now;
        }
        return counts;
    }

    private Counts count() {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("""
                        select (select count(*) from outbox) as outbox_depth,
                            (select coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0)
                             from outbox) as outbox_age,
                            (select count(*) from quarantine where replayed_at is null) as quarantined,
                            (select count(*) from parked_event) as parked,
                            (select coalesce(extract(epoch from clock_timestamp() - min(parked_at)), 0)
                             from parked_event) as parked_age""")
                        .map((row, _) -> new Counts(
                                row.getDouble("outbox_depth"),
                                row.getDouble("outbox_age"),
                                row.getDouble("quarantined"),
                                row.getDouble("parked"),
                                row.getDouble("parked_age")))
                        .one());
    }
}
