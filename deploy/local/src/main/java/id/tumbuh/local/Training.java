package id.tumbuh.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Consumer;

/**
 * A first run, on free ports and with throw-away data, in which every process notes the classes that it needs, so that
 * later starts find them loaded.
 */
final class Training {

    private static final List<String> PATHS =
            List.of("/q/health/live", "/q/health/ready", "/q/openapi", "/q/metrics", "/v1/", "/");

    private Training() {}

    static void run(Path root, Consumer<String> tell) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("tumbuh-training-");
        Installation.Options options = new Installation.Options(root, data, PortPlan.free(), tell, true);
        try (Installation installation = Installation.start(options)) {
            String token = installation.token("tpps", "36.04");
            try (HttpClient http = Http.client()) {
                for (Component service : Component.SERVICES) {
                    for (String path : PATHS) {
                        URI uri = installation.uri(service).resolve(path);
                        http.send(get(uri).build(), HttpResponse.BodyHandlers.discarding());
                        http.send(
                                get(uri).header("Authorization", "Bearer " + token)
                                        .build(),
                                HttpResponse.BodyHandlers.discarding());
                    }
                }
            }
        } finally {
            deleteAll(data);
        }
    }

    private static HttpRequest.Builder get(URI uri) {
        return HttpRequest.newBuilder(uri).GET();
    }

    private static void deleteAll(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path directory, java.io.@org.jspecify.annotations.Nullable IOException problem) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
