package id.tumbuh.measurement.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The other system over HTTP: one transaction bundle a call. Whatever it answers is taken for hostile. */
final class Destination implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ISSUE_CODE = Pattern.compile("[a-z-]{1,40}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private final URI endpoint;
    private final ExchangeConfig config;
    private final HttpClient http;

    Destination(URI endpoint, ExchangeConfig config) {
        this.endpoint = endpoint;
        this.config = config;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .followRedirects(HttpClient.Redirect.NEVER) // the token goes to nobody else
                .build();
    }

    /** @param entries how many answers a transaction of this size has */
    Answer send(String bundle, int entries) throws InterruptedException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                    .timeout(config.timeout())
                    .header("Content-Type", "application/fhir+json")
                    .header("Accept", "application/fhir+json")
                    .POST(HttpRequest.BodyPublishers.ofString(bundle));
            if (config.tokenFile().isPresent()) {
                String token = Files.readString(config.tokenFile().get(), StandardCharsets.UTF_8);
                request.header("Authorization", "Bearer " + token.strip());
            }
            HttpResponse<byte[]> response = http.send(
                    request.build(),
                    BodyHandlers.limiting(
                            BodyHandlers.ofByteArray(), config.largestAnswer().asLongValue()));
            return answer(response, entries);
        } catch (HttpTimeoutException late) {
            return new Answer.Away(0, "TIMEOUT", true, null);
        } catch (IOException unreachable) {
            return new Answer.Away(0, "UNREACHABLE", true, null);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response, int entries) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return taken(status, response.body(), entries);
        }
        return switch (status) {
            // whatever is sent would fare alike: a spent token must not set a whole day's weighing aside
            case 401, 403, 404, 405, 429, 502, 503, 504 ->
                new Answer.Away(status, "HTTP_" + status, true, retryAfter(response));
            case 408 -> new Answer.Away(status, "HTTP_408", false, null);
            default ->
                status / 100 == 4
                        ? new Answer.Refused(status, issue(response.body()))
                        : new Answer.Away(status, "HTTP_" + status, status / 100 != 5, null);
        };
    }

    /** A 200 of something in between is no acceptance: every entry must be answered, and well. */
    private static Answer taken(int status, byte[] body, int entries) {
        try {
            JsonNode answers = JSON.readTree(body).path("entry");
            if (answers.size() != entries) {
                return new Answer.Away(status, "NOT_A_TRANSACTION_RESPONSE", true, null);
            }
            for (JsonNode entry : answers) {
                String said = entry.path("response").path("status").asText("");
                if (said.startsWith("4")) {
                    return new Answer.Refused(
                            statusOf(said), issue(entry.path("response").path("outcome")));
                }
                if (!said.startsWith("2")) {
                    return new Answer.Away(status, "ENTRY_NOT_TAKEN", false, null);
                }
            }
            return new Answer.Accepted(status);
        } catch (IOException notJson) {
            return new Answer.Away(status, "NOT_A_TRANSACTION_RESPONSE", true, null);
        }
    }

    private static int statusOf(String said) {
        String digits = said.substring(0, Math.min(3, said.length()));
        return SECONDS.matcher(digits).matches() ? Integer.parseInt(digits) : 400;
    }

    private static String issue(byte[] body) {
        try {
            return issue(JSON.readTree(body));
        } catch (IOException notJson) {
            return "unspecified";
        }
    }

    private static String issue(@Nullable JsonNode outcome) {
        String code = outcome == null
                ? ""
                : outcome.path("issue").path(0).path("code").asText("");
        return ISSUE_CODE.matcher(code).matches() ? code : "unspecified";
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
