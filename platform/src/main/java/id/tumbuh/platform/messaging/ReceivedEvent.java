package id.tumbuh.platform.messaging;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came from Kafka, not yet read.
 *
 * @param sequence version of the aggregate after the change it tells
 * @param body JSON; empty for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, compared by nobody
public record ReceivedEvent(
        UUID id,
        String type,
        String topic,
        int partition,
        long offset,
        String key,
        long sequence,
        Instant time,
        @Nullable String traceparent,
        byte[] body) {

    /** Consumers read the fields they need; others may come at any time (contracts only ever grow). */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final ClassValue<ObjectReader> READERS = new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> view) {
            return JSON.readerFor(view);
        }
    };

    /** Whether the aggregate was erased. */
    public boolean isTombstone() {
        return body.length == 0;
    }

    /** The consumer's own view of the body. An unreadable one is set aside: reading it again will not mend it. */
    public <T> T read(Class<T> view) {
        try {
            T value = view.cast(READERS.get(view).readValue(body));
            if (value == null) {
                throw new UnreadableEvent("BODY_EMPTY");
            }
            return value;
        } catch (IOException unreadable) {
            // The parser's message quotes the body, so it goes no further.
            throw new UnreadableEvent("BODY_UNREADABLE");
        }
    }
}
