package id.tumbuh.platform.messaging;

import id.tumbuh.platform.database.Database;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts and stops the relay and the consumers of a service, each in a thread of its own. */
@ApplicationScoped
class Messaging {
    private static final Logger LOG = Logger.getLogger(Messaging.class);
    private static final Duration STOP_AT_MOST = Duration.ofSeconds(10);

    private final MessagingConfig config;
    private final KafkaClients kafka;
    private final DataSource dataSource;
    private final RelaySignal signal;
    private final String service;
    private final List<ConsumerLoop> loops;
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable OutboxRelay relay;
    private @Nullable Producer<String, byte[]> producer;
    private volatile boolean stopped;

    Messaging(
            MessagingConfig config,
            KafkaClients kafka,
            DataSource dataSource,
            Database database,
            Quarantine quarantine,
            RelaySignal signal,
            @ConfigProperty(name = "tumbuh.service") String service,
            @All List<EventConsumer> consumers,
            @All List<BeforeEvents> first) {
        this.config = config;
        this.kafka = kafka;
        this.dataSource = dataSource;
        this.signal = signal;
        this.service = service;
        this.loops = consumers.stream()
                .map(consumer -> new ConsumerLoop(
                        consumer, first, database, quarantine, config, () -> kafka.member(consumer.group())))
                .toList();
    }

    void start(@Observes StartupEvent started) {
        if (!config.enabled()) {
            return;
        }
        // The broker may be away while the service starts: topics are made as soon as it answers, requests don't wait.
        Thread.ofPlatform().name("messaging-start").daemon().start(this::startWhenTheBrokerAnswers);
    }

    private void startWhenTheBrokerAnswers() {
        Backoff backoff = new Backoff(config.retryFirst(), config.retryAtMost());
        while (!stopped) {
            try {
                new Topics(kafka, config).ensure(topics());
                startThreads();
                return;
            } catch (RuntimeException failure) {
                LOG.warnf("Messaging waits for the broker: %s", Failures.describe(failure));
                try {
                    Thread.sleep(backoff.next());
                } catch (InterruptedException stop) {
                    return;
                }
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private synchronized void startThreads() {
        if (stopped) {
            return;
        }
        if (!topics().isEmpty()) {
            producer = kafka.producer();
            relay = new OutboxRelay(dataSource, producer, new CloudEvents(service), signal, config);
            threads.add(Thread.ofPlatform().name("outbox-relay").daemon().start(relay));
        }
        for (ConsumerLoop loop : loops) {
            threads.add(Thread.ofPlatform()
                    .name("consumer-" + loop.handler().group())
                    .daemon()
                    .start(loop));
        }
    }

    synchronized void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped = true;
        loops.forEach(ConsumerLoop::stop);
        if (relay != null) {
            relay.stop();
        }
        long end = System.nanoTime() + STOP_AT_MOST.toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        }
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }

    /** The consumers and how they are. */
    List<ConsumerLoop> loops() {
        return loops;
    }

    @Nullable
    OutboxRelay relay() {
        return relay;
    }

    /** Names of threads that ended although nobody stopped them. */
    synchronized List<String> dead() {
        return stopped
                ? List.of()
                : threads.stream()
                        .filter(thread -> !thread.isAlive())
                        .map(Thread::getName)
                        .toList();
    }

    private Set<String> topics() {
        Set<String> topics = new HashSet<>(config.topics().orElse(List.of()));
        topics.addAll(config.commonTopics());
        loops.forEach(loop -> topics.addAll(loop.handler().topics()));
        return topics;
    }
}
