package id.tumbuh.reporting.stream;

import id.tumbuh.platform.messaging.KafkaClients;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Reads what the topics remember, in portions, for everybody who needs older events than the tail has. A few Kafka clients serve
 * all of them in turn: who waits for its own slow connection holds none.
 */
@ApplicationScoped
class Archive {
    /** Records of one poll. */
    private static final int RECORDS = 500;

    private static final int BYTES = 1 << 20;
    private static final int BYTES_OF_PARTITION = 1 << 18;

    private final KafkaClients kafka;
    private final Semaphore free;
    private final Queue<Consumer<String, byte[]>> idle = new ConcurrentLinkedQueue<>();

    Archive(KafkaClients kafka, StreamConfig config) {
        this.kafka = kafka;
        this.free = new Semaphore(config.readers(), true);
    }

    /** Empty when no reader came free in time. */
    Optional<Position> end(StreamedTopics topics, Duration patience) throws InterruptedException {
        return ask(patience, topics::end);
    }

    Optional<Position> beginning(StreamedTopics topics, Duration patience) throws InterruptedException {
        return ask(patience, topics::beginning);
    }

    Optional<Position> at(StreamedTopics topics, Instant moment, Duration patience) throws InterruptedException {
        return ask(patience, consumer -> topics.at(consumer, moment));
    }

    /** The next events after a position, some hundred at most; empty when no reader came free in time. */
    Optional<Portion> read(StreamedTopics topics, Position from, Duration patience) throws InterruptedException {
        return ask(patience, consumer -> Portion.read(consumer, topics, from));
    }

    private <T> Optional<T> ask(Duration patience, Function<Consumer<String, byte[]>, T> question)
            throws InterruptedException {
        if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        Consumer<String, byte[]> consumer = null;
        try {
            consumer = idle.poll();
            if (consumer == null) {
                consumer = kafka.reader(RECORDS, BYTES, BYTES_OF_PARTITION);
            }
            T answer = question.apply(consumer);
            idle.add(consumer);
            consumer = null;
            return Optional.of(answer);
        } finally {
            if (consumer != null) {
                consumer.close(CloseOptions.timeout(Duration.ZERO)); // it failed: the next one begins anew
            }
            free.release();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        for (Consumer<String, byte[]> consumer = idle.poll(); consumer != null; consumer = idle.poll()) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}
