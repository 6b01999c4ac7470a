package id.tumbuh.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** The language between the services, as it lies in the repository. */
public final class Contracts {
    static final Path REGISTRY = Path.of(System.getProperty("tumbuh.root"), "contracts", "registry");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Contracts() {}

    public static JsonNode example(String event) throws IOException {
        return JSON.readTree(
                REGISTRY.resolve(event + ".v1").resolve("example.json").toFile());
    }
}
