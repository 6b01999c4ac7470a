package id.tumbuh.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which services keep what they say to each other. */
public final class Contracts {

    private static final Path FOLDER = Path.of(System.getProperty("tumbuh.root"), "contracts");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Contracts() {}

    public static byte[] example(String service, String event) {
        return read(service, event, "example.json");
    }

    /** The producer says exactly the example, in the same order, and the example satisfies the schema. */
    public static void assertProduces(String event, byte[] body) {
        assertThat(pretty(body)).isEqualTo(pretty(example("measurement", event)));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(text("measurement", event, "schema.json"))
                        .validate(text("measurement", event, "example.json"), InputFormat.JSON))
                .isEmpty();
    }

    private static String pretty(byte[] json) {
        try {
            JsonNode tree = JSON.readTree(json);
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(String service, String event, String file) {
        return new String(read(service, event, file), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] read(String service, String event, String file) {
        try {
            return Files.readAllBytes(
                    FOLDER.resolve(service).resolve(event + ".v1").resolve(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
