package id.tumbuh.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A service as somebody of the kabupaten speaks to it. */
final class ServiceApi {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED_LATER = 202;
    private static final int UNCHANGED = 204;

    /** Somebody decided otherwise since: that stays. */
    private static final int CONFLICT = 409;

    private static final int CHANGED_MEANWHILE = 412;
    private static final int ATTEMPTS = 3;

    private static final Set<Integer> ACCEPTED = Set.of(OK, CREATED, ACCEPTED_LATER, UNCHANGED, CONFLICT);

    private final URI service;
    private final String token;
    private final HttpClient http = Http.client();

    ServiceApi(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    /** What was answered, and the version of it if it has one. */
    record Answer(int status, String body, Optional<String> version) {

        /** The first group of each place where the pattern is found. */
        List<String> all(Pattern pattern) {
            return pattern.matcher(body)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }

        String first(Pattern pattern) {
            return all(pattern).stream().findFirst().orElse("");
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body) throws IOException, InterruptedException {
        return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A change of what stands at another path, in the version that is there now. */
    Answer putOn(String read, String path, String body) throws IOException, InterruptedException {
        return changed(read, path, HttpRequest.Builder::PUT, body);
    }

    /** A change of what stands at another path, in the version that is there now. */
    Answer postOn(String read, String path, String body) throws IOException, InterruptedException {
        return changed(read, path, HttpRequest.Builder::POST, body);
    }

    /** The service itself may change it at the same time, as when a promise becomes overdue. */
    private Answer changed(
            String read,
            String path,
            BiFunction<HttpRequest.Builder, HttpRequest.BodyPublisher, HttpRequest.Builder> method,
            String body)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            HttpRequest.Builder request = request(path);
            get(read).version().ifPresent(version -> request.header("If-Match", version));
            HttpResponse<String> response = answered(method.apply(request, HttpRequest.BodyPublishers.ofString(body)));
            if (response.statusCode() != CHANGED_MEANWHILE || attempt == ATTEMPTS) {
                return accepted(response);
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return accepted(answered(request));
    }

    private HttpResponse<String> answered(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Answer accepted(HttpResponse<String> response) throws IOException {
        if (!ACCEPTED.contains(response.statusCode())) {
            throw new IOException("the demo is refused: " + response.uri().getPath() + ": " + response.statusCode()
                    + " " + response.body());
        }
        return new Answer(
                response.statusCode(), response.body(), response.headers().firstValue("ETag"));
    }
}
