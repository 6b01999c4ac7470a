package id.tumbuh.reporting.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/**
 * Events of the topics after a position, in the order of their partitions.
 *
 * @param start where the reading began: later than asked for when older events are gone
 * @param after the position when all of them are considered
 * @param end what the topics had
 */
record Portion(Position start, List<StreamedEvent> events, Position after, Position end) {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration AT_MOST = Duration.ofSeconds(2);

    Portion {
        events = List.copyOf(events);
    }

    boolean isLast() {
        return !after.isOlderThan(end);
    }

    /** One poll that brought something, or nothing if there is nothing. */
    static Portion read(Consumer<String, byte[]> consumer, StreamedTopics topics, Position from) {
        Position kept = topics.beginning(consumer);
        Position end = topics.end(consumer);
        Position start = from.notBefore(kept);
        Map<TopicPartition, Long> wanted = topics.toRead(start, end);
        Position after = start.copy();
        List<StreamedEvent> events = new ArrayList<>();
        if (!wanted.isEmpty()) {
            consumer.assign(wanted.keySet());
            wanted.forEach(consumer::seek);
            long until = System.nanoTime() + AT_MOST.toNanos();
            boolean there = true;
            while (there && events.isEmpty() && after.isOlderThan(end) && System.nanoTime() < until) {
                there = poll(consumer, topics, events);
                // Offsets of compacted records are passed without ever being seen.
                wanted.keySet().forEach(it -> after.advance(topics.indexOf(it), consumer.position(it) - 1));
            }
        }
        return new Portion(start, events, after, end);
    }

    private static boolean poll(Consumer<String, byte[]> consumer, StreamedTopics topics, List<StreamedEvent> events) {
        try {
            ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : polled) {
                int partition = topics.indexOf(new TopicPartition(record.topic(), record.partition()));
                events.add(new StreamedEvent(partition, record));
            }
            return true;
        } catch (OffsetOutOfRangeException deletedMeanwhile) {
            return false; // the next portion begins where the topic begins now, and tells of the gap
        }
    }
}
