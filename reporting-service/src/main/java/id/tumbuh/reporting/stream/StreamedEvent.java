package id.tumbuh.reporting.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.reporting.Country;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record of a streamed topic. It is looked into only when a subscriber is there to see it, and once for all of them.
 *
 * <p>Whoever may write to the topic wrote it: headers and body are written anew as JSON on one line, and what is no JSON object, of
 * no known type or of no area is nobody's.
 */
final class StreamedEvent {
    /** Few buffers for all: kept by thread, as is usual, each subscriber's thread would keep its own. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.newBoundedPool(16))
            .build();

    private static final String TYPE_START = "id.tumbuh.";

    private final int partition;
    private final String topicName;
    private final long offset;
    private final Heading heading;
    private final byte @Nullable [] body;
    private volatile @Nullable Content content;
    private volatile byte @Nullable [] frame;

    /** To be called by whoever polled the record: Kafka reads a header when it is first asked for, which is for one thread only. */
    StreamedEvent(int partition, ConsumerRecord<String, byte[]> record) {
        this.partition = partition;
        this.topicName = record.topic();
        this.offset = record.offset();
        this.heading = Heading.of(record.headers());
        this.body = record.value();
    }

    /** Attributes of the CloudEvent, empty where the record has none. */
    private record Heading(String id, String source, String type, String subject, String time, String sequence) {
        static Heading of(Headers headers) {
            return new Heading(
                    text(headers, "ce_id"),
                    text(headers, "ce_source"),
                    text(headers, "ce_type"),
                    text(headers, "ce_subject"),
                    text(headers, "ce_time"),
                    text(headers, "ce_sequence"));
        }

        private static String text(Headers headers, String name) {
            Header header = headers.lastHeader(name);
            return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        }
    }

    /** What it says; the area is empty when it is nobody's. */
    private record Content(Optional<StreamedTopic> topic, String type, String areaText, Optional<AreaCode> area) {}

    /** Index in the fixed order of partitions. */
    int partition() {
        return partition;
    }

    long offset() {
        return offset;
    }

    int bytes() {
        return body == null ? 0 : body.length;
    }

    /** Empty for a type that is not of its topic. */
    Optional<StreamedTopic> topic() {
        return content().topic();
    }

    /** CloudEvents type without {@code id.tumbuh.} and version: {@code measurement.child-measured}. */
    String shortType() {
        return content().type();
    }

    /** Whether a subscriber with this scope may see it, and asked for this area. Without an area it is nobody's. */
    boolean isFor(Scope scope, String wantedArea) {
        Content known = content();
        if (known.areaText().equals(Country.CODE)) {
            return scope.unlimited() && wantedArea.equals(Country.CODE);
        }
        return known.area()
                .filter(scope::allows)
                .filter(where -> wantedArea.equals(Country.CODE) || isIn(wantedArea, where.value()))
                .isPresent();
    }

    private static boolean isIn(String wanted, String area) {
        return area.startsWith(wanted) && (area.length() == wanted.length() || area.charAt(wanted.length()) == '.');
    }

    /** The event as CloudEvents JSON, on one line. */
    byte[] json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes() + 400);
        try (JsonGenerator json = JSON.createGenerator(out);
                JsonParser content = JSON.createParser(body)) {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", heading.id());
            json.writeStringField("source", heading.source());
            json.writeStringField("type", heading.type());
            json.writeStringField("subject", heading.subject());
            json.writeStringField("time", heading.time());
            json.writeStringField("sequence", heading.sequence());
            json.writeStringField("datacontenttype", "application/json");
            json.writeFieldName("data");
            content.nextToken();
            json.copyCurrentStructureExact(content);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException("an event that was read can't be read again", impossible);
        }
        return out.toByteArray();
    }

    /** As it is sent to everybody who is at the same position after it; made once for all of them. */
    byte[] frame(Position after) {
        byte[] known = frame;
        if (known == null) {
            known = frameOnce(after);
            frame = known;
        }
        return known;
    }

    /** As it is sent to one subscriber whose position is its own. */
    byte[] frameOnce(Position after) {
        byte[] head =
                ("id: " + after.encoded() + "\nevent: " + shortType() + "\ndata: ").getBytes(StandardCharsets.UTF_8);
        byte[] json = json();
        ByteArrayOutputStream out = new ByteArrayOutputStream(head.length + json.length + 2);
        out.writeBytes(head);
        out.writeBytes(json);
        out.write('\n');
        out.write('\n');
        return out.toByteArray();
    }

    private Content content() {
        Content known = content;
        if (known == null) {
            known = read();
            content = known;
        }
        return known;
    }

    private Content read() {
        String type = heading.type();
        int version = type.lastIndexOf(".v");
        String shortType = type.startsWith(TYPE_START) && version > TYPE_START.length()
                ? type.substring(TYPE_START.length(), version)
                : "";
        Optional<StreamedTopic> topic =
                StreamedTopic.named(topicName).filter(it -> it.types().contains(shortType));
        String area = topic.isPresent() && body != null ? readArea(body) : "";
        return new Content(
                topic,
                shortType,
                area,
                Optional.of(area).filter(AreaCode::isValid).map(AreaCode::new));
    }

    /** Reads to the end, so that a body that is cut off is nobody's. */
    private static String readArea(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            String area = "";
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("areaCode");
                parser.nextToken();
                if (found) {
                    area = parser.getValueAsString("");
                }
                parser.skipChildren();
            }
            return parser.nextToken() == null ? area : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
