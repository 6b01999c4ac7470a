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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The public API over HTTP, with the token of one caller. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"?next\"?");

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
        HttpResponse<String> response = uploaded(Component.REGISTRY, "/v1/imports", part("format", "eppgbm"), file);
        if (response.statusCode() != 202) {
            throw new IllegalStateException("import refused: " + response.statusCode() + " " + response.body());
        }
        return URI.create(response.headers().firstValue("Location").orElseThrow())
                .getPath();
    }

    /** Sends a list as a form in a browser does, to be tried or to be kept. */
    public Answer upload(Component service, String path, boolean dryRun, Path file) {
        HttpResponse<String> response = uploaded(service, path, part("dryRun", Boolean.toString(dryRun)), file);
        return new Answer(response.statusCode(), json(response.body()));
    }

    private static String part(String name, String value) {
        return "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value;
    }

    private HttpResponse<String> uploaded(Component service, String path, String field, Path file) {
        String boundary = "tumbuh-" + UUID.randomUUID();
        String before = "--" + boundary + "\r\n" + field + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getFileName()
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        try {
            return exchanged(HttpRequest.newBuilder(installation.uri(service).resolve(path))
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.concat(
                            HttpRequest.BodyPublishers.ofString(before, StandardCharsets.US_ASCII),
                            HttpRequest.BodyPublishers.ofFile(file),
                            HttpRequest.BodyPublishers.ofString(
                                    "\r\n--" + boundary + "--\r\n", StandardCharsets.US_ASCII))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The rows of a list, page by page as its links lead. */
    public List<JsonNode> all(Component service, String path) {
        List<JsonNode> rows = new ArrayList<>();
        Optional<URI> next = Optional.of(URI.create(installation.uri(service) + path));
        while (next.isPresent()) {
            HttpResponse<String> response =
                    exchanged(HttpRequest.newBuilder(next.get()).GET());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
            }
            json(response.body()).forEach(rows::add);
            next = response.headers().allValues("Link").stream()
                    .map(NEXT::matcher)
                    .filter(Matcher::find)
                    .map(link -> URI.create(link.group(1)))
                    .findFirst();
        }
        return rows;
    }

    /** A page of the dashboard as its reader's browser gets it. */
    public String page(String path) {
        HttpResponse<String> response =
                exchanged(HttpRequest.newBuilder(URI.create(installation.uri(Component.REPORTING) + path))
                        .GET());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + response.statusCode());
        }
        return response.body();
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
        HttpResponse<String> response = exchanged(request.uri(URI.create(installation.uri(service) + path)));
        return new Answer(response.statusCode(), json(response.body()));
    }

    private HttpResponse<String> exchanged(HttpRequest.Builder request) {
        try {
            return HTTP.send(
                    request.timeout(PATIENCE)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    static JsonNode json(String body) {
        try {
            return body.isEmpty() ? JSON.nullNode() : JSON.readTree(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
