package id.tumbuh.platform.audit;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.platform.messaging.KafkaClients;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a service as they lie in the topic, in the order they were announced. A service has one partition, so this is
 * the order of the chain.
 */
final class PublishedBlocks implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final int LATEST = 2_000;
    private static final ObjectReader JSON = JsonMapper.builder().build().readerFor(AuditSealed.class);

    private final String service;
    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private final Deque<AuditBlock> read = new ArrayDeque<>();
    /** The relay repeats what it did not hear an answer to: the same block, shortly after. */
    private final Map<Long, AuditBlock> latest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, AuditBlock> eldest) {
            return size() > LATEST;
        }
    };

    /** Notes the ends first: what is announced while the database is compared does not count as missing there. */
    PublishedBlocks(KafkaClients kafka, String service) {
        this.service = service;
        this.consumer = kafka.reader();
        List<PartitionInfo> known = consumer.partitionsFor(AuditSealed.TOPIC);
        List<TopicPartition> partitions = known == null
                ? List.of()
                : known.stream()
                        .map(partition -> new TopicPartition(AuditSealed.TOPIC, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.ends = Map.copyOf(consumer.endOffsets(partitions));
    }

    AuditBlock next() {
        AuditBlock block = peek();
        if (block == null) {
            throw new NoSuchElementException();
        }
        return read.removeFirst();
    }

    @Nullable
    AuditBlock peek() {
        long patience = System.nanoTime() + AT_MOST.toNanos();
        while (read.isEmpty() && behind()) {
            long before = position();
            consumer.poll(POLL).forEach(this::keep);
            if (position() > before) {
                patience = System.nanoTime() + AT_MOST.toNanos();
            }
            if (System.nanoTime() > patience) {
                throw new TimeoutException("the broker did not answer");
            }
        }
        return read.peekFirst();
    }

    private boolean behind() {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private long position() {
        return ends.keySet().stream().mapToLong(consumer::position).sum();
    }

    private void keep(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null || !record.key().startsWith(service + "/")) {
            return; // another service's; a block that was erased here is missing, which is said
        }
        try {
            AuditSealed sealed = JSON.readValue(record.value());
            AuditBlock block = sealed.toBlock();
            AuditBlock before = latest.put(block.number(), block);
            if (before == null || !before.sameAs(block)) {
                read.addLast(block);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("a head of the audit can't be read");
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
