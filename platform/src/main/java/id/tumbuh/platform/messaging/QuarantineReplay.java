package id.tumbuh.platform.messaging;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Applies an event from the quarantine once more, after its cause was mended. */
@ApplicationScoped
class QuarantineReplay {
    private static final Duration READ_AT_MOST = Duration.ofSeconds(10);

    private final Quarantine quarantine;
    private final KafkaClients kafka;
    private final Database database;
    private final List<EventConsumer> consumers;
    private final List<BeforeEvents> first;

    QuarantineReplay(
            Quarantine quarantine,
            KafkaClients kafka,
            Database database,
            @All List<EventConsumer> consumers,
            @All List<BeforeEvents> first) {
        this.quarantine = quarantine;
        this.kafka = kafka;
        this.database = database;
        this.consumers = consumers;
        this.first = first;
    }

    /** What came of it. */
    sealed interface Outcome {
        record Applied() implements Outcome {}

        /** It can't be applied still. */
        record SetAsideAgain(String reason) implements Outcome {}

        /** Compaction or retention removed it: a newer state of the aggregate took its place. */
        record NoLongerKept() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    Outcome replay(long id) {
        Optional<Quarantine.Held> held = quarantine.find(id);
        Optional<EventConsumer> consumer = held.flatMap(entry -> consumers.stream()
                .filter(candidate -> candidate.group().equals(entry.consumer()))
                .findFirst());
        if (held.isEmpty() || consumer.isEmpty()) {
            return new Outcome.Unknown();
        }
        Optional<ConsumerRecord<String, byte[]>> record = read(held.get());
        if (record.isEmpty()) {
            quarantine.markReplayed(id);
            return new Outcome.NoLongerKept();
        }
        return apply(consumer.get(), record.get(), id);
    }

    private Outcome apply(EventConsumer consumer, ConsumerRecord<String, byte[]> record, long id) {
        try {
            ReceivedEvent event = CloudEvents.received(record);
            database.write(Scope.everywhere(), tx -> {
                first.forEach(entrance -> entrance.enter(tx, List.of(event)));
                consumer.apply(tx, List.of(event));
                return null;
            });
            quarantine.markReplayed(id);
            return new Outcome.Applied();
        } catch (RuntimeException failure) {
            if (Failures.mayPass(failure)) {
                throw failure;
            }
            return new Outcome.SetAsideAgain(Failures.describe(failure));
        }
    }

    private Optional<ConsumerRecord<String, byte[]>> read(Quarantine.Held entry) {
        TopicPartition partition = new TopicPartition(entry.topic(), entry.partition());
        try (Consumer<String, byte[]> consumer = kafka.reader()) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, entry.recordOffset());
            long end = System.nanoTime() + READ_AT_MOST.toNanos();
            while (System.nanoTime() < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    return record.offset() == entry.recordOffset() ? Optional.of(record) : Optional.empty();
                }
                if (consumer.position(partition)
                        >= consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L)) {
                    return Optional.empty();
                }
            }
        }
        throw new TimeoutException("the broker did not answer");
    }
}
