package id.tumbuh.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends a synthetic e-PPGBM file of Kabupaten Serang to registry, as the kabupaten's own system would. */
final class Demo {

    static final int CHILDREN = 10_000;
    static final Grant KABUPATEN_SYSTEM = Grant.of("system", List.of("36.04"), Optional.of("demo"));

    /** Tunjung Teja, whose posyandu the demo's kader weighs in. */
    static final String KECAMATAN = "36.04.20";

    private static final long SEED = 1;
    private static final int ACCEPTED = 202;
    private static final int OK = 200;
    private static final Duration LONGEST_IMPORT = Duration.ofMinutes(15);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"(\\w+)\"");
    private static final Pattern COUNTS = Pattern.compile("\"counts\"\\s*:\\s*\\{([^}]*)}");

    /** Writes the file; the same seed gives the same children. */
    @FunctionalInterface
    interface Generator {
        void write(Path file, int children, long seed) throws IOException;
    }

    /** The kader of the weighing day. */
    static final Grant KADER = Grant.of("kader", List.of(KECAMATAN), Optional.of("demo"));

    private final URI registry;
    private final String token;
    private final Consumer<String> tell;
    private final HttpClient http = Http.client();

    Demo(URI registry, String token, Consumer<String> tell) {
        this.registry = registry;
        this.token = token;
        this.tell = tell;
    }

    /** Where the demo's posyandu lies, a day begins earlier than on most servers. */
    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Jakarta"));
    }

    /** Generates, uploads and waits for the end; tells the counts. */
    void load(Generator generator, int children) throws IOException, InterruptedException {
        Path file = Files.createTempFile("tumbuh-demo-", ".csv");
        try {
            generator.write(file, children, SEED);
            URI location = upload(file);
            tell.accept(outcome(location));
        } finally {
            Files.delete(file);
        }
    }

    private URI upload(Path file) throws IOException, InterruptedException {
        String boundary = "tumbuh-" + UUID.randomUUID();
        String before = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\neppgbm\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"serang.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        HttpRequest request = authorized("/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(
                        text(before), HttpRequest.BodyPublishers.ofFile(file), text("\r\n--" + boundary + "--\r\n")))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != ACCEPTED) {
            throw new IOException(
                    "registry does not take the demo file: " + response.statusCode() + " " + response.body());
        }
        String location = response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("registry took the demo file but names no import"));
        return registry.resolve(location);
    }

    private String outcome(URI location) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_IMPORT.toNanos();
        while (System.nanoTime() < end) {
            HttpResponse<String> response =
                    http.send(authorized(location.getPath()).GET().build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new IOException(
                        "the demo import cannot be read: " + response.statusCode() + " " + response.body());
            }
            switch (first(STATE, response.body())) {
                case "DONE" -> {
                    return "Demo data loaded: "
                            + first(COUNTS, response.body())
                                    .replace("\"", "")
                                    .replace(":", " ")
                                    .replace(",", ", ");
                }
                case "FAILED" -> throw new IOException("the demo import failed: " + response.body());
                default -> LockSupport.parkNanos(POLL.toNanos());
            }
        }
        throw new IOException("the demo import did not end within " + LONGEST_IMPORT.toMinutes() + " minutes");
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(registry.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static HttpRequest.BodyPublisher text(String text) {
        return HttpRequest.BodyPublishers.ofString(text, StandardCharsets.US_ASCII);
    }
}
