package id.tumbuh.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.local.Component;
import id.tumbuh.local.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.UUID;

/** The public API over HTTP, with the token of one caller. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Installation installation;
    private final String token;

    Api(Installation installation, String token) {
        this.installation = installation;
        this.token = token;
    }

    /** Status and body of an answer. */
    public record Answer(int status, JsonNode body) {}

    public String token() {
        return token;
    }

    public Answer get(Component service, String path) {
        return send(service, path, HttpRequest.newBuilder().GET());
    }

    public Answer post(Component service, String path, String json) {
        return send(
                service,
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Something new under an id that the sender made. */
    public Answer put(Component service, String path, String json) {
        return send(
                service,
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** A correction of the version named by {@code tag}. */
    public Answer put(Component service, String path, String tag, String json) {
        return send(
                service,
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .header("If-Match", tag)
                        .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Something that is done to the version of a family, child, … named by {@code tag}. */
    public Answer change(String path, String tag, String json) {
        return change(Component.REGISTRY, path, tag, json);
    }

    /** The same of something of another service. */
    public Answer change(Component service, String path, String tag, String json) {
        return send(
                service,
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .header("If-Match", tag)
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Uploads an e-PPGBM file and returns the path of the import. */
    public String importFile(Path file) {
        String boundary = "tumbuh-" + UUID.randomUUID();
        String before =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\neppgbm\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getFileName()
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        try {
            HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(before, StandardCharsets.US_ASCII),
                    HttpRequest.BodyPublishers.ofFile(file),
                    HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n", StandardCharsets.US_ASCII));
            HttpResponse<String> response = HTTP.send(
                    HttpRequest.newBuilder(installation.uri(Component.REGISTRY).resolve("/v1/imports"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .POST(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 202) {
                throw new IllegalStateException("import refused: " + response.statusCode() + " " + response.body());
            }
            return URI.create(response.headers().firstValue("Location").orElseThrow())
                    .getPath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** State and counts of an import. */
    public JsonNode importState(String path) {
        return get(Component.REGISTRY, path).body();
    }

    public JsonNode indicator(String code, String area, YearMonth month) {
        return get(Component.REPORTING, "/v1/indicators/" + code + "?area=" + area + "&month=" + month)
                .body();
    }

    private Answer send(Component service, String path, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(
                    request.uri(URI.create(installation.uri(service) + path))
                            .timeout(Duration.ofSeconds(30))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Answer(response.statusCode(), body.isEmpty() ? JSON.nullNode() : JSON.readTree(body));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
