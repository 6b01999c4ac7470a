package id.tumbuh.platform.messaging;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Polls for one {@link EventConsumer}: one transaction per polled batch, then the offsets.
 *
 * <p>A failure that may pass is repeated in place while the partitions are paused, so that the group keeps its member and the
 * order stays. One that can't pass is narrowed down by halving the batch, set aside, and the rest flows on. The thread ends
 * only when it is stopped.
 */
final class ConsumerLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final EventConsumer handler;
    private final List<BeforeEvents> first;
    private final Database database;
    private final Quarantine quarantine;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Backoff backoff;

    private volatile boolean stopped;
    private volatile Instant lastSign = Instant.now();
    private volatile boolean retrying;
    private volatile long lag;
    private final LongAdder batches = new LongAdder();
    private final LongAdder events = new LongAdder();
    private volatile Consumer<String, byte[]> consumer;
    /** Counts revocations: a batch read before one is not ours to finish, its new owner reads it again. */
    private int revocations;

    @SuppressWarnings("NullAway.Init") // the consumer is made by the thread that polls it
    ConsumerLoop(
            EventConsumer handler,
            List<BeforeEvents> first,
            Database database,
            Quarantine quarantine,
            MessagingConfig config,
            Supplier<Consumer<String, byte[]>> consumers) {
        this.handler = handler;
        this.first = List.copyOf(first);
        this.database = database;
        this.quarantine = quarantine;
        this.consumers = consumers;
        this.backoff = new Backoff(config.retryFirst(), config.retryAtMost());
    }

    @Override
    public void run() {
        while (!stopped) {
            lastSign = Instant.now();
            try (Consumer<String, byte[]> fresh = consumers.get()) {
                consumer = fresh;
                fresh.subscribe(handler.topics(), new CountRevocations());
                while (!stopped) {
                    pollOnce();
                }
            } catch (WakeupException stop) {
                LOG.debugf("Consumer %s was woken to stop", handler.group());
            } catch (RuntimeException failure) {
                LOG.warnf("Consumer %s starts again after: %s", handler.group(), Failures.describe(failure));
                sleep(backoff.next());
            }
        }
    }

    void stop() {
        stopped = true;
        Consumer<String, byte[]> polling = consumer;
        if (polling != null) {
            polling.wakeup();
        }
    }

    EventConsumer handler() {
        return handler;
    }

    Instant lastSign() {
        return lastSign;
    }

    /** Whether the last batch waits for something outside to come back. */
    boolean retrying() {
        return retrying;
    }

    /** Records that are on the broker and not yet applied, as far as the last poll knew. */
    long lag() {
        return lag;
    }

    /** Batches taken from the broker since the start. */
    long batches() {
        return batches.sum();
    }

    /** Events in them. */
    long events() {
        return events.sum();
    }

    private void pollOnce() {
        lastSign = Instant.now();
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        measureLag();
        if (records.isEmpty()) {
            return;
        }
        batches.increment();
        events.add(records.count());
        int before = revocations;
        if (apply(read(records), before)) {
            commit(records);
        }
        backoff.reset();
        measureLag();
    }

    /** The readable events; an unreadable envelope is set aside right here. */
    private List<ReceivedEvent> read(ConsumerRecords<String, byte[]> records) {
        List<ReceivedEvent> events = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                events.add(CloudEvents.received(record));
            } catch (UnreadableEvent unreadable) {
                setAside(Quarantine.Entry.of(handler.group(), record, Failures.describe(unreadable)));
            }
        }
        return events;
    }

    /** Returns whether the batch was dealt with; false if its partitions went to another member meanwhile. */
    private boolean apply(List<ReceivedEvent> events, int before) {
        if (events.isEmpty()) {
            return true;
        }
        while (true) {
            try (var _ = traceOf(events).makeCurrent()) {
                database.write(Scope.everywhere(), tx -> {
                    first.forEach(entrance -> entrance.enter(tx, events));
                    handler.apply(tx, events);
                    return null;
                });
                retrying = false;
                return true;
            } catch (RuntimeException failure) {
                if (!Failures.mayPass(failure)) {
                    return isolate(events, failure, before);
                }
                if (!waitInPlace(failure, before)) {
                    return false;
                }
            }
        }
    }

    private boolean isolate(List<ReceivedEvent> events, RuntimeException failure, int before) {
        if (events.size() == 1) {
            ReceivedEvent poison = events.getFirst();
            if (!(failure instanceof UnreadableEvent)) {
                LOG.errorf("Consumer %s can't apply an event: %s", handler.group(), Failures.describe(failure));
            }
            setAside(Quarantine.Entry.of(handler.group(), poison, Failures.describe(failure)));
            return true;
        }
        int half = events.size() / 2;
        return apply(events.subList(0, half), before) && apply(events.subList(half, events.size()), before);
    }

    private void setAside(Quarantine.Entry entry) {
        int before = revocations;
        while (true) {
            try {
                quarantine.setAside(entry);
                return;
            } catch (RuntimeException failure) {
                if (!Failures.mayPass(failure) || !waitInPlace(failure, before)) {
                    throw failure;
                }
            }
        }
    }

    /** Keeps the membership alive without taking more; returns false when the batch is no longer ours. */
    private boolean waitInPlace(RuntimeException failure, int before) {
        if (!retrying) {
            LOG.warnf("Consumer %s retries in place after: %s", handler.group(), Failures.describe(failure));
        }
        retrying = true;
        Duration pause = backoff.next();
        long end = System.nanoTime() + pause.toNanos();
        consumer.pause(consumer.assignment());
        do {
            lastSign = Instant.now();
            consumer.poll(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        } while (System.nanoTime() < end && !stopped);
        consumer.resume(consumer.assignment());
        if (stopped) {
            throw new WakeupException();
        }
        return before == revocations;
    }

    private void commit(ConsumerRecords<String, byte[]> records) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<String, byte[]>> read = records.records(partition);
            offsets.put(partition, new OffsetAndMetadata(read.getLast().offset() + 1));
        }
        try {
            consumer.commitSync(offsets);
        } catch (CommitFailedException | RebalanceInProgressException lost) {
            // The new owner reads the batch again and finds it applied.
            LOG.debugf("Consumer %s lost its partitions before the offsets", handler.group());
        }
    }

    private void measureLag() {
        long behind = 0;
        Set<TopicPartition> assignment = consumer.assignment();
        for (TopicPartition partition : assignment) {
            OptionalLong known = consumer.currentLag(partition);
            behind += known.orElse(0);
        }
        lag = behind;
    }

    /** A batch has many traces; it continues the first, so that a single event is followed from end to end. */
    private static Context traceOf(List<ReceivedEvent> events) {
        return Context.root()
                .with(Span.wrap(TraceContext.parse(events.getFirst().traceparent())));
    }

    private void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private final class CountRevocations implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                revocations++;
            }
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (retrying) {
                consumer.pause(partitions);
            }
        }
    }
}
