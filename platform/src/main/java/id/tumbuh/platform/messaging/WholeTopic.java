package id.tumbuh.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads a topic from its beginning to the end it has when the reading begins, without a group. */
@ApplicationScoped
public class WholeTopic {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private final KafkaClients kafka;

    WholeTopic(KafkaClients kafka) {
        this.kafka = kafka;
    }

    /** Hands on what each poll brought; the events of one partition are in order. */
    public void read(String topic, java.util.function.Consumer<List<ReceivedEvent>> batches) {
        try (Consumer<String, byte[]> consumer = kafka.reader()) {
            List<PartitionInfo> known = consumer.partitionsFor(topic);
            List<TopicPartition> partitions = (known == null ? List.<PartitionInfo>of() : known)
                    .stream()
                            .map(partition -> new TopicPartition(topic, partition.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long patience = System.nanoTime() + AT_MOST.toNanos();
            while (behind(consumer, ends)) {
                List<ReceivedEvent> events = StreamSupport.stream(
                                consumer.poll(POLL).spliterator(), false)
                        .map(CloudEvents::received)
                        .toList();
                if (!events.isEmpty()) {
                    batches.accept(new ArrayList<>(events));
                    patience = System.nanoTime() + AT_MOST.toNanos();
                }
                if (System.nanoTime() > patience) {
                    throw new TimeoutException("the broker did not answer");
                }
            }
        }
    }

    private static boolean behind(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }
}
