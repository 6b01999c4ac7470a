package id.tumbuh.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak as it is distributed, with a realm of a kabupaten, in a process of its own and a database in memory. It is another
 * site than the services: browsers tell {@code localhost} from {@code 127.0.0.1}.
 */
final class Keycloak implements AutoCloseable {
    private static final Path UNPACKED = Path.of("target", "keycloak");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final int port;
    private final String password = UUID.randomUUID().toString();
    private final String secret = UUID.randomUUID().toString();
    private @Nullable Process process;

    Keycloak(int port) {
        this.port = port;
    }

    /** What a service is told. */
    String realm() {
        return "http://localhost:" + port + "/realms/tumbuh";
    }

    /** Of every person in the realm; made for this run. */
    String password() {
        return password;
    }

    /** Returns when it answers; {@code places} are filled into the realm's file. */
    void start(Map<String, String> places) throws IOException {
        Path home = home();
        Path imports = Files.createDirectories(home.resolve("data/import"));
        String realm = text("/keycloak/tumbuh-realm.json")
                .replace("{password}", password)
                .replace("{secret}", secret);
        for (Map.Entry<String, String> place : places.entrySet()) {
            realm = realm.replace("{" + place.getKey() + "}", place.getValue());
        }
        Files.writeString(imports.resolve("tumbuh-realm.json"), realm);
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        home.resolve("bin/kc.sh").toAbsolutePath().toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=http://localhost:" + port))
                .redirectErrorStream(true)
                .redirectOutput(home.resolveSibling("keycloak.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m");
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        Process started = builder.start();
        process = started;
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> answers(started));
    }

    /** A token that a system gets by itself, for the API. */
    String systemToken() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=sistem-kabupaten&client_secret=" + secret))
                .build();
        return Api.json(sent(request).body()).get("access_token").asText();
    }

    private boolean answers(Process started) throws IOException {
        if (!started.isAlive()) {
            throw new IllegalStateException("Keycloak ended; its last words are in target/keycloak/keycloak.log");
        }
        try {
            return sent(HttpRequest.newBuilder(URI.create(realm() + "/.well-known/openid-configuration"))
                                    .build())
                            .statusCode()
                    == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private static HttpResponse<String> sent(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static Path home() throws IOException {
        try (Stream<Path> unpacked = Files.list(UNPACKED)) {
            return unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static String text(String resource) throws IOException {
        try (InputStream file = Objects.requireNonNull(Keycloak.class.getResourceAsStream(resource))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Its script starts a second program; both are ended by their handles. */
    @Override
    public void close() {
        Process started = process;
        if (started == null) {
            return;
        }
        List<ProcessHandle> all = Stream.concat(started.descendants(), Stream.of(started.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        try {
            started.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }
}
