package id.tumbuh.reporting.arrival;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/** Looks for the area in the body of an event and reads no further. */
final class AreaOfEvent {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int KABUPATEN_LENGTH = 5;

    private AreaOfEvent() {}

    /** Empty when the event tells none, or can't be read: whoever has use for it will say so. */
    static Optional<String> kabupaten(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean area = parser.currentName().equals("areaCode");
                parser.nextToken();
                if (area) {
                    return Optional.ofNullable(parser.getValueAsString())
                            .filter(code -> code.length() >= KABUPATEN_LENGTH)
                            .map(code -> code.substring(0, KABUPATEN_LENGTH));
                }
                parser.skipChildren();
            }
        } catch (IOException unreadable) {
            // as above
        }
        return Optional.empty();
    }
}
