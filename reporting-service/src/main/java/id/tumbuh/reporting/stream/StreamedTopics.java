package id.tumbuh.reporting.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** The topics subscribers may follow, and their partitions in a fixed order, which cursors rely on. */
final class StreamedTopics {
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Integer> index = new HashMap<>();

    private StreamedTopics(List<TopicPartition> partitions) {
        this.partitions = List.copyOf(partitions);
        for (int i = 0; i < partitions.size(); i++) {
            index.put(partitions.get(i), i);
        }
    }

    static StreamedTopics of(Consumer<?, ?> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : StreamedTopic.names()) {
            List<PartitionInfo> infos = consumer.partitionsFor(topic);
            if (infos == null || infos.isEmpty()) {
                // Cursors would mean something else once the topic is there.
                throw new IllegalStateException("topic " + topic + " is not there yet");
            }
            infos.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        partitions.sort(Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
        return new StreamedTopics(partitions);
    }

    Collection<TopicPartition> partitions() {
        return partitions;
    }

    int count() {
        return partitions.size();
    }

    int indexOf(TopicPartition partition) {
        Integer known = index.get(partition);
        if (known == null) {
            throw new IllegalArgumentException("not a streamed partition: " + partition);
        }
        return known;
    }

    TopicPartition partition(int number) {
        return partitions.get(number);
    }

    Position end(Consumer<?, ?> consumer) {
        return position(consumer.endOffsets(partitions));
    }

    Position beginning(Consumer<?, ?> consumer) {
        return position(consumer.beginningOffsets(partitions));
    }

    /** Where to read on, in the partitions that have something more. */
    Map<TopicPartition, Long> toRead(Position from, Position end) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        for (int i = 0; i < partitions.size(); i++) {
            if (from.next(i) < end.next(i)) {
                wanted.put(partitions.get(i), from.next(i));
            }
        }
        return wanted;
    }

    /** The first events not before the moment; the end where there is none. */
    Position at(Consumer<?, ?> consumer, Instant moment) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, moment.toEpochMilli()));
        Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(partitions));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
        found.forEach((partition, known) -> {
            if (known != null) {
                offsets.put(partition, known.offset());
            }
        });
        return position(offsets);
    }

    private Position position(Map<TopicPartition, Long> offsets) {
        long[] next = new long[partitions.size()];
        offsets.forEach((partition, offset) -> next[indexOf(partition)] = offset);
        return new Position(next);
    }
}
