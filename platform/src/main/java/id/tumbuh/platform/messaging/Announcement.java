package id.tumbuh.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * An event ready to be published.
 *
 * @param body the JSON body in UTF-8; null is a tombstone, which erases the aggregate from the topic
 */
@SuppressWarnings("ArrayRecordComponent") // built once, compared by nobody
public record Announcement(
        String topic, String type, String key, String partitionKey, long sequence, byte @Nullable [] body) {

    /**
     * Stands for the partition of a tombstone: every one. Whoever changed families has events in several, and a tombstone erases
     * only in its own.
     */
    static final String EVERY_PARTITION = "*";

    /**
     * Erases an aggregate from a topic, in whatever partitions its events lie.
     *
     * @param sequence one more than the version it had
     */
    public static Announcement erasing(String topic, String type, Object key, long sequence) {
        return new Announcement(topic, type, key.toString(), EVERY_PARTITION, sequence, null);
    }

    public static Announcement of(IntegrationEvent event, ObjectMapper json) {
        try {
            return new Announcement(
                    event.topic(),
                    event.type(),
                    event.key(),
                    event.partitionKey(),
                    event.sequence(),
                    json.writeValueAsBytes(event));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("event " + event.type() + " can't be written", impossible);
        }
    }
}
