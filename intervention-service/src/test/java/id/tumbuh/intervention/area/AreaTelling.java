package id.tumbuh.intervention.area;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hands lists of areas to the consumer as the platform does. */
@ApplicationScoped
public class AreaTelling {
    private final Database database;
    private final AreaListConsumer consumer;

    AreaTelling(Database database, AreaListConsumer consumer) {
        this.database = database;
        this.consumer = consumer;
    }

    /** The list of a kabupaten, with the names of what lies below it. */
    public void publish(String kabupaten, long version, Map<String, String> names) {
        String areas = names.entrySet().stream()
                .map(area -> "{\"code\":\"%s\",\"name\":\"%s\"}".formatted(area.getKey(), area.getValue()))
                .collect(Collectors.joining(",", "[", "]"));
        tell(kabupaten, version, """
                {"code":"%1$s","name":"Kabupaten %1$s","level":"KABUPATEN_KOTA","parentCode":"87","parentName":"Contoh",
                 "version":%2$d,"areas":%3$s}""".formatted(kabupaten, version, areas));
    }

    /** The example of registry's contract. */
    void example() throws IOException {
        tell(
                "36.04",
                1,
                Files.readString(Path.of(
                        System.getProperty("tumbuh.root"),
                        "contracts",
                        "registry",
                        "areas-published.v1",
                        "example.json")));
    }

    private void tell(String kabupaten, long version, String body) {
        ReceivedEvent event = new ReceivedEvent(
                UUID.randomUUID(),
                "id.tumbuh.registry.areas-published.v1",
                "registry.areas",
                0,
                0,
                kabupaten,
                version,
                Instant.EPOCH,
                null,
                body.getBytes(StandardCharsets.UTF_8));
        database.<@Nullable Object>write(Scope.everywhere(), tx -> {
            consumer.apply(tx, List.of(event));
            return null;
        });
    }
}
