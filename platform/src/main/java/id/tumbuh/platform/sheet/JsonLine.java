package id.tumbuh.platform.sheet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * One JSON object as names and texts. Objects inside are flattened ({@code conditions.latrine}); a list has no place in a
 * table. Figures keep the digits they are written with: a NIK is longer than what a double holds.
 */
final class JsonLine {
    private static final int DEPTH = 4;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNumberLength(100)
                    .maxNameLength(200)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, String> values = new HashMap<>();
    private final int mostFields;

    private JsonLine(int mostFields) {
        this.mostFields = mostFields;
    }

    /** Anything but one object, or an object with a list in it, is an {@link IOException}. */
    static Map<String, String> read(String line, int mostFields) throws IOException {
        JsonLine read = new JsonLine(mostFields);
        try (JsonParser parser = JSON.createParser(line)) {
            read.expect(parser.nextToken(), JsonToken.START_OBJECT);
            read.object(parser, "");
            if (parser.nextToken() != null) {
                throw new IOException("more than one value");
            }
        }
        return read.values;
    }

    private void object(JsonParser parser, String prefix) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            expect(parser.currentToken(), JsonToken.FIELD_NAME);
            String name = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            switch (value) {
                case START_OBJECT -> object(parser, name + ".");
                case VALUE_NULL -> put(name, "");
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    put(name, parser.getText());
                case null, default -> throw new IOException("no value of a table");
            }
        }
    }

    private void put(String name, String value) throws IOException {
        values.put(name, value);
        if (values.size() > mostFields) {
            throw new IOException("too many fields");
        }
    }

    private void expect(JsonToken found, JsonToken wanted) throws IOException {
        if (found != wanted) {
            throw new IOException("not " + wanted);
        }
    }
}
