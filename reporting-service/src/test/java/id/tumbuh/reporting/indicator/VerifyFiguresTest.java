package id.tumbuh.reporting.indicator;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A lock on what is counted makes a comparison take as long as the test wants. */
@QuarkusTest
@WithTestResource(RealServers.class)
class VerifyFiguresTest {
    @Inject
    Database database;

    @TestHTTPResource("/v1/figures:verify")
    @Nullable
    URI verify;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow(); // also where nobody reads to the end
    }

    @Test
    void whatTakesLongIsAnsweredBeforeItIsCountedAndToldInTheEnd() throws Exception {
        HttpResponse<InputStream> answer = database.write(Scope.everywhere(), tx -> {
            tx.sql().execute("lock table weighing in access exclusive mode");
            return send(); // comes back with the head of the answer, while the lock still holds
        });

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith(" ")
                .contains("\"growth\":{\"compared\":");
    }

    @Test
    void oneIsCountedAtATime() {
        HttpResponse<InputStream> other = database.write(Scope.everywhere(), tx -> {
            tx.sql().execute("lock table weighing in access exclusive mode");
            send();
            return send();
        });

        assertThat(other.statusCode()).isEqualTo(503);
        assertThat(other.headers().firstValue("Retry-After")).hasValue("60");
        await().until(() -> send().statusCode() == 200);
    }

    private HttpResponse<InputStream> send() {
        try {
            return client.send(
                    HttpRequest.newBuilder(requireNonNull(verify))
                            .timeout(Duration.ofSeconds(20))
                            .header("Authorization", "Bearer " + TestTokens.token("auditor", "*"))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopping);
        }
    }
}
