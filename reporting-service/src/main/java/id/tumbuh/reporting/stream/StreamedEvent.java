package id.tumbuh.reporting.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.reporting.Country;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of a streamed topic. It is looked into only when a subscriber is there to see it, and once for all of them.
 */
final class StreamedEvent {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String TYPE_START = "id.tumbuh.";

    private final int partition;
    private final long offset;
    private final ConsumerRecord<String, byte[]> record;
    private volatile String area;
    private volatile byte[] json;

    @SuppressWarnings("NullAway.Init") // area and JSON are read when first needed
    StreamedEvent(int partition, ConsumerRecord<String, byte[]> record) {
        this.partition = partition;
        this.offset = record.offset();
        this.record = record;
    }

    /** Index in the fixed order of partitions. */
    int partition() {
        return partition;
    }

    long offset() {
        return offset;
    }

    /** CloudEvents type without {@code id.tumbuh.} and version: {@code measurement.child-measured}; empty if it has none. */
    String shortType() {
        String type = header("ce_type");
        int version = type.lastIndexOf(".v");
        return type.startsWith(TYPE_START) && version > TYPE_START.length()
                ? type.substring(TYPE_START.length(), version)
                : "";
    }

    /** Whether a subscriber with this scope may see it, and asked for this area. Without an area it is nobody's. */
    boolean isFor(Scope scope, String wantedArea) {
        if (record.value() == null) {
            return false;
        }
        String where = area();
        if (where.equals(Country.CODE)) {
            return scope.unlimited() && wantedArea.equals(Country.CODE);
        }
        if (!AreaCode.isValid(where) || !scope.allows(new AreaCode(where))) {
            return false;
        }
        return wantedArea.equals(Country.CODE) || new AreaCode(wantedArea).contains(new AreaCode(where));
    }

    /** The event as CloudEvents JSON. */
    byte[] json() {
        byte[] known = json;
        if (known == null) {
            known = ("{\"specversion\":\"1.0\",\"id\":\"" + header("ce_id") + "\",\"source\":\"" + header("ce_source")
                            + "\",\"type\":\"" + header("ce_type") + "\",\"subject\":\"" + header("ce_subject")
                            + "\",\"time\":\"" + header("ce_time") + "\",\"sequence\":\"" + header("ce_sequence")
                            + "\",\"datacontenttype\":\"application/json\",\"data\":"
                            + new String(record.value(), StandardCharsets.UTF_8) + "}")
                    .getBytes(StandardCharsets.UTF_8);
            json = known;
        }
        return known;
    }

    private String area() {
        String known = area;
        if (known == null) {
            known = readArea(record.value());
            area = known;
        }
        return known;
    }

    private static String readArea(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("areaCode");
                parser.nextToken();
                if (found) {
                    return parser.getValueAsString("");
                }
                parser.skipChildren();
            }
            return "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private String header(String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
