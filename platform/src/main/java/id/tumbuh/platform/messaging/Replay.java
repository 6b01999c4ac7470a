package id.tumbuh.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Hands a consumer's events on once more, in large portions and without its group: nothing is committed or set aside. */
@ApplicationScoped
public class Replay {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaClients kafka;

    Replay(KafkaClients kafka) {
        this.kafka = kafka;
    }

    /**
     * Up to, and without, an offset of a partition.
     *
     * @param from the first offset wanted; 0 is the beginning of what is kept
     */
    public record Span(String topic, int partition, long from, long to) {
        TopicPartition at() {
            return new TopicPartition(topic, partition);
        }
    }

    /** Applies some events in a transaction, all or none. */
    @FunctionalInterface
    public interface Portions {
        void apply(List<ReceivedEvent> events);
    }

    /**
     * Reads the spans to their ends. An event that can't be applied is left out, as the consumer itself set it aside.
     *
     * @param atATime events in a portion, about
     * @return how many events were read
     */
    public long read(List<Span> spans, int atATime, Portions portions) {
        List<Span> open = spans.stream().filter(span -> span.from() < span.to()).toList();
        if (open.isEmpty()) {
            return 0;
        }
        long read = 0;
        try (Consumer<String, byte[]> consumer = kafka.reader()) {
            Map<TopicPartition, Long> ends = ends(consumer, open);
            consumer.assign(ends.keySet());
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(ends.keySet());
            for (Span span : spans) {
                if (ends.containsKey(span.at())) {
                    consumer.seek(span.at(), Math.max(span.from(), beginnings.getOrDefault(span.at(), 0L)));
                }
            }
            List<ReceivedEvent> portion = new ArrayList<>(atATime);
            long patience = System.nanoTime() + PATIENCE.toNanos();
            while (isBehind(consumer, ends)) {
                int before = portion.size();
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    add(portion, record, ends);
                }
                read += portion.size() - before;
                if (portion.size() > before) {
                    patience = System.nanoTime() + PATIENCE.toNanos();
                } else if (System.nanoTime() > patience) {
                    throw new TimeoutException("the broker did not answer");
                }
                if (portion.size() >= atATime) {
                    apply(portions, portion);
                    portion.clear();
                }
            }
            apply(portions, portion);
        }
        return read;
    }

    /** A topic that was made anew is shorter than what was once read of it: nobody waits for what is not there. */
    private static Map<TopicPartition, Long> ends(Consumer<String, byte[]> consumer, List<Span> open) {
        Set<TopicPartition> known = open.stream()
                .map(Span::topic)
                .distinct()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .collect(Collectors.toSet());
        Map<TopicPartition, Long> ends = new HashMap<>();
        open.stream().filter(span -> known.contains(span.at())).forEach(span -> ends.put(span.at(), span.to()));
        consumer.endOffsets(ends.keySet()).forEach((partition, end) -> ends.merge(partition, end, Math::min));
        return ends;
    }

    private static void add(
            List<ReceivedEvent> portion, ConsumerRecord<String, byte[]> record, Map<TopicPartition, Long> ends) {
        Long end = ends.get(new TopicPartition(record.topic(), record.partition()));
        if (end != null && record.offset() < end) {
            try {
                portion.add(CloudEvents.received(record));
            } catch (UnreadableEvent unreadable) {
                // the consumer itself has set it aside
            }
        }
    }

    private static void apply(Portions portions, List<ReceivedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try {
            portions.apply(List.copyOf(events));
        } catch (RuntimeException failure) {
            if (Failures.mayPass(failure)) {
                throw failure;
            }
            if (events.size() > 1) {
                int half = events.size() / 2;
                apply(portions, events.subList(0, half));
                apply(portions, events.subList(half, events.size()));
            }
        }
    }

    private static boolean isBehind(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }
}
