package id.tumbuh.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in binary mode on Kafka: attributes as headers, the JSON body as the record's value. */
final class CloudEvents {
    private final String source;

    CloudEvents(String service) {
        this.source = "/tumbuh/" + service;
    }

    /** Turns the current row of the outbox into the records that announce it: one, or one in every partition. */
    List<ProducerRecord<String, byte[]>> records(ResultSet row, Function<String, List<PartitionInfo>> partitions)
            throws SQLException {
        int count = partitions.apply(row.getString("topic")).size();
        String partitionKey = row.getString("partition_key");
        if (!partitionKey.equals(Announcement.EVERY_PARTITION)) {
            return List.of(record(row, partition(partitionKey, count)));
        }
        List<ProducerRecord<String, byte[]>> everywhere = new ArrayList<>(count);
        for (int partition = 0; partition < count; partition++) {
            everywhere.add(record(row, partition));
        }
        return everywhere;
    }

    private ProducerRecord<String, byte[]> record(ResultSet row, int partition) throws SQLException {
        String topic = row.getString("topic");
        String type = row.getString("type");
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(topic, partition, row.getString("key"), row.getBytes("body"));
        Headers headers = event.headers();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", row.getString("event_id"));
        add(headers, "ce_source", source);
        add(headers, "ce_type", type);
        add(
                headers,
                "ce_time",
                row.getObject("occurred_at", OffsetDateTime.class).toString());
        add(headers, "ce_subject", row.getString("key"));
        add(headers, "ce_sequence", row.getString("sequence"));
        add(headers, "ce_dataschema", schemaOf(type));
        add(headers, "content-type", "application/json");
        String traceparent = row.getString("traceparent");
        if (traceparent != null) {
            add(headers, "ce_traceparent", traceparent);
        }
        return event;
    }

    /** Kafka's own default for keys, applied to the family instead of the aggregate. */
    static int partition(String partitionKey, int partitions) {
        return Utils.toPositive(Utils.murmur2(Outbox.bytes(partitionKey))) % partitions;
    }

    /** {@code id.tumbuh.registry.child-registered.v1} has its schema in {@code /contracts/registry/child-registered.v1}. */
    static String schemaOf(String type) {
        String[] parts = type.split("\\.", 4);
        return "/contracts/" + parts[2] + "/" + parts[3] + "/schema.json";
    }

    static ReceivedEvent received(ConsumerRecord<String, byte[]> record) {
        try {
            return new ReceivedEvent(
                    UUID.fromString(required(record, "ce_id")),
                    required(record, "ce_type"),
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    required(record.key(), "key"),
                    Long.parseLong(required(record, "ce_sequence")),
                    OffsetDateTime.parse(required(record, "ce_time")).toInstant(),
                    optional(record, "ce_traceparent"),
                    record.value() == null ? new byte[0] : record.value());
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            throw new UnreadableEvent("ENVELOPE_UNREADABLE");
        }
    }

    private static String required(ConsumerRecord<String, byte[]> record, String header) {
        return required(optional(record, header), header);
    }

    private static String required(@Nullable String value, String what) {
        if (value == null) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return value;
    }

    private static @Nullable String optional(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
