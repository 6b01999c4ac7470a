package id.tumbuh.reporting.stream;

import id.tumbuh.platform.messaging.KafkaClients;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** Reads all streamed topics once for this replica, from the first subscriber on. */
@ApplicationScoped
class LiveTail {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int EVENTS_OF_ROUND = 5_000;
    private static final int BYTES_OF_ROUND = 4 << 20;
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** To wake a subscriber, filter and write takes about this long: a crowd is served in rounds with a pause between. */
    private static final Duration PAUSE_OF_ONE = Duration.ofNanos(100_000);

    private static final Duration PAUSE_AT_MOST = Duration.ofMillis(250);

    private final KafkaClients kafka;
    private final StreamConfig config;
    private final Subscribers subscribers;
    private volatile boolean stopped;
    private @Nullable Started started;

    LiveTail(KafkaClients kafka, StreamConfig config, Subscribers subscribers) {
        this.kafka = kafka;
        this.config = config;
        this.subscribers = subscribers;
    }

    /** The tail at work, and the order of partitions its cursors use. */
    record Started(Tail tail, StreamedTopics topics, Consumer<String, byte[]> consumer) {}

    /** Starts with the first caller; fails while the topics or the broker are not there. */
    synchronized Started start() {
        Started present = started;
        if (present == null) {
            Consumer<String, byte[]> consumer = kafka.reader();
            try {
                StreamedTopics topics = StreamedTopics.of(consumer);
                Position end = topics.end(consumer);
                consumer.assign(topics.partitions());
                for (int i = 0; i < topics.count(); i++) {
                    consumer.seek(topics.partition(i), end.next(i));
                }
                present = new Started(
                        new Tail(config.tailEvents(), config.tailBytes().asLongValue(), end), topics, consumer);
            } catch (RuntimeException failure) {
                consumer.close();
                throw failure;
            }
            started = present;
            Started reading = present;
            Thread.ofPlatform().name("stream-tail").daemon().start(() -> read(reading));
        }
        return present;
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        Started present = started;
        if (present != null) {
            present.consumer().wakeup();
        }
    }

    private void read(Started reading) {
        try (Consumer<String, byte[]> consumer = reading.consumer()) {
            while (!stopped) {
                try {
                    add(reading, consumer);
                    Thread.sleep(pause());
                } catch (WakeupException stop) {
                    return;
                } catch (RuntimeException failure) {
                    Log.warnf(
                            "The stream waits for the broker: %s",
                            failure.getClass().getSimpleName());
                    Thread.sleep(RETRY);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause() {
        Duration pause = PAUSE_OF_ONE.multipliedBy(subscribers.count());
        return pause.compareTo(PAUSE_AT_MOST) > 0 ? PAUSE_AT_MOST : pause;
    }

    /** Everything that is there, so that a pause between rounds is no limit to what passes. */
    private static void add(Started reading, Consumer<String, byte[]> consumer) {
        List<StreamedEvent> events = new ArrayList<>();
        try {
            int bytes = poll(reading, consumer, POLL, events);
            int polled = bytes;
            while (polled > 0 && bytes < BYTES_OF_ROUND && events.size() < EVENTS_OF_ROUND) {
                polled = poll(reading, consumer, Duration.ZERO, events);
                bytes += polled;
            }
        } finally {
            if (!events.isEmpty()) {
                reading.tail().add(events); // what was polled does not come again
            }
        }
    }

    /** How many bytes came. */
    private static int poll(
            Started reading, Consumer<String, byte[]> consumer, Duration patience, List<StreamedEvent> events) {
        int bytes = 0;
        for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
            int partition = reading.topics().indexOf(new TopicPartition(record.topic(), record.partition()));
            StreamedEvent event = new StreamedEvent(partition, record);
            events.add(event);
            bytes += event.bytes();
        }
        return bytes;
    }
}
