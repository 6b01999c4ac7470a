package id.tumbuh.journeys;

import id.tumbuh.local.Component;
import id.tumbuh.local.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Another process of a service as it is shipped, beside the running one and with its database, but told other things. */
final class Replica implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Process process;
    private final int port;

    private Replica(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Replica start(Tumbuh.Running tumbuh, Component service, int port, Map<String, String> settings)
            throws IOException {
        Installation installation = tumbuh.installation();
        String name = service.label();
        Path jar = Tumbuh.root().resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
        Path logs = Files.createDirectories(Path.of("target", "replicas"));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(logs.resolve(name + ".log").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put(
                "TUMBUH_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + installation.postgresPort() + "/" + name);
        environment.put("TUMBUH_DATABASE_OWNER_PASSWORD", installation.databasePassword(name + "_owner"));
        environment.put("TUMBUH_DATABASE_PASSWORD", installation.databasePassword(name + "_app"));
        environment.put("TUMBUH_KAFKA", "127.0.0.1:" + installation.kafkaPort());
        for (Component other : Component.SERVICES) {
            environment.put(
                    "TUMBUH_" + other.name() + "_URL", installation.uri(other).toString());
        }
        environment.putAll(settings);
        return new Replica(builder.start(), port);
    }

    Replica awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("a replica ended; its last words are in target/replicas");
                    }
                    return get("/q/health/ready").statusCode() == 200;
                });
        return this;
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    String at(String path) {
        return origin() + path;
    }

    /** Without following redirects; headers as name, value, name, value. */
    HttpResponse<String> get(String path, String... headers) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(at(path))).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sent(request.build());
    }

    HttpResponse<String> post(String path, String form, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(at(path)))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return sent(request.build());
    }

    private static HttpResponse<String> sent(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
