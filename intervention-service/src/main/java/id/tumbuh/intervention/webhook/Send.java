package id.tumbuh.intervention.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one request, to the very address that was looked at, under the name that was asked for: certificate and Host are of the name.
 * Only the status is read, so a receiver can't keep us with what it sends.
 */
@ApplicationScoped
class Send {
    private static final int GONE = 410;

    private final Targets targets;
    private final WebhookConfig config;
    private final HttpClient http;
    private final Clock clock = Clock.systemUTC();

    Send(Targets targets, WebhookConfig config, Vertx vertx) {
        this.targets = targets;
        this.config = config;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(config.atOnce())
                .setVerifyHost(true)
                .setTrustOptions(TrustOptions.wrap(Trust.with(config.trust().orElse(List.of()))))
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis())));
    }

    @PreDestroy
    void stop() {
        http.close();
    }

    Answer send(Attempt attempt) {
        Optional<Targets.Target> target = targets.of(attempt.url());
        return target.isEmpty()
                ? new Answer.Failed(Answer.Why.TARGET, null)
                : send(attempt, options(target.get(), attempt));
    }

    private Answer send(Attempt attempt, RequestOptions options) {
        AtomicReference<@Nullable HttpClientRequest> open = new AtomicReference<>();
        try {
            int status = http.request(options)
                    .compose(request -> {
                        open.set(request);
                        return request.send(Buffer.buffer(attempt.body()));
                    })
                    .map(response -> response.exceptionHandler(cutOff -> {}).statusCode()) // the rest of it is not read
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(config.totalTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return answer(status);
        } catch (TimeoutException late) {
            return new Answer.Failed(Answer.Why.TIMEOUT, null);
        } catch (ExecutionException failed) {
            return new Answer.Failed(Answer.Why.CONNECTION, null);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Answer.Failed(Answer.Why.CONNECTION, null);
        } finally {
            HttpClientRequest request = open.get();
            if (request != null) {
                request.reset();
            }
        }
    }

    private static Answer answer(int status) {
        if (status >= 200 && status < 300) {
            return new Answer.Taken(status);
        }
        return status == GONE ? new Answer.Gone() : new Answer.Failed(Answer.Why.ANSWER, status);
    }

    private RequestOptions options(Targets.Target target, Attempt attempt) {
        Instant now = clock.instant();
        String id = attempt.eventId().toString();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), target.address().getHostAddress()))
                .setHost(target.uri().getHost())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(path(target.uri()))
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Tumbuh-Webhooks/1")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader(
                        "webhook-signature",
                        attempt.secrets().stream()
                                .map(secret -> secret.signature(id, now, attempt.body()))
                                .collect(Collectors.joining(" ")));
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
