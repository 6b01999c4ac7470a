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
    private final ConsumerRecord<String, byte[]> record;
    private volatile @Nullable Content content;
    private volatile byte @Nullable [] frame;

    StreamedEvent(int partition, ConsumerRecord<String, byte[]> record) {
        this.partition = partition;
        this.record = record;
    }

    /** What it says; the area is empty when it is nobody's. */
    private record Content(Optional<StreamedTopic> topic, String type, String areaText, Optional<AreaCode> area) {}

    /** Index in the fixed order of partitions. */
    int partition() {
        return partition;
    }

    long offset() {
        return record.offset();
    }

    int bytes() {
        return Math.max(0, record.serializedValueSize());
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
                .filter(where -> wantedArea.equals(Country.CODE)
                        || where.value().equals(wantedArea)
                        || where.value().startsWith(wantedArea + "."))
                .isPresent();
    }

    /** The event as CloudEvents JSON, on one line. */
    byte[] json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes() + 400);
        try (JsonGenerator json = JSON.createGenerator(out);
                JsonParser body = JSON.createParser(record.value())) {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", header("ce_id"));
            json.writeStringField("source", header("ce_source"));
            json.writeStringField("type", header("ce_type"));
            json.writeStringField("subject", header("ce_subject"));
            json.writeStringField("time", header("ce_time"));
            json.writeStringField("sequence", header("ce_sequence"));
            json.writeStringField("datacontenttype", "application/json");
            json.writeFieldName("data");
            body.nextToken();
            json.copyCurrentStructureExact(body);
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
        byte[] body = json();
        ByteArrayOutputStream out = new ByteArrayOutputStream(head.length + body.length + 2);
        out.writeBytes(head);
        out.writeBytes(body);
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
        String type = header("ce_type");
        int version = type.lastIndexOf(".v");
        String shortType = type.startsWith(TYPE_START) && version > TYPE_START.length()
                ? type.substring(TYPE_START.length(), version)
                : "";
        Optional<StreamedTopic> topic =
                StreamedTopic.named(record.topic()).filter(it -> it.types().contains(shortType));
        String area = topic.isPresent() && record.value() != null ? readArea(record.value()) : "";
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

    private String header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
