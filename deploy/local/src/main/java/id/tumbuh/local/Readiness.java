package id.tumbuh.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Whether a process can do its work, as it says itself. */
sealed interface Readiness {

    boolean reached() throws InterruptedException;

    /** A service says so over HTTP. */
    record Health(HttpClient http, int port) implements Readiness {
        private static final Duration PATIENCE = Duration.ofSeconds(3);
        private static final int OK = 200;

        @Override
        public boolean reached() throws InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://" + Ports.LOOPBACK + ":" + port + "/q/health/ready"))
                    .timeout(PATIENCE)
                    .build();
            try {
                return http.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == OK;
            } catch (IOException _) {
                return false;
            }
        }
    }

    /** PostgreSQL and Kafka say so in the file that their output goes to. */
    record Announced(Path output) implements Readiness {
        @Override
        public boolean reached() {
            try {
                return Files.exists(output)
                        && Files.readString(output).lines().anyMatch(line -> line.startsWith("READY "));
            } catch (IOException _) {
                return false;
            }
        }
    }
}
