package id.tumbuh.load;

import id.tumbuh.local.Component;
import id.tumbuh.local.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The installation under load, over HTTP/1.1 on loopback. */
final class Target {
    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Pattern MEASUREMENT_OFFSETS =
            Pattern.compile("\"measurement\\.measurements\",\"partition\":\\d+,\"nextOffset\":(\\d+)");
    private static final Pattern VALUE = Pattern.compile("\\{[^}]*} ([0-9.E+]+)|^\\S+ ([0-9.E+]+)$", Pattern.MULTILINE);

    private final Installation installation;
    private final String system;
    private final String tpps;
    private final String admin;

    Target(Installation installation) {
        this(installation, "36.04");
    }

    /** Whose people ask: an area code. */
    Target(Installation installation, String area) {
        this.installation = installation;
        this.system = installation.token("system", "36");
        this.tpps = installation.token("tpps", area);
        this.admin = installation.token("admin", "*");
    }

    /** Sends one batch; anything but 200 ends the run, because a refused batch is no measured one. */
    String post(Component service, String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(
                HttpRequest.newBuilder(URI.create(installation.uri(service) + path))
                        .header("Authorization", "Bearer " + system)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** Asks as a person of the kabupaten would; anything but 200 ends the run. */
    String ask(Component service, String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(
                HttpRequest.newBuilder(URI.create(installation.uri(service) + path))
                        .header("Authorization", "Bearer " + tpps)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** Codes of the desa of a kecamatan. */
    List<String> desaOf(String kecamatan) throws IOException, InterruptedException {
        return below(kecamatan);
    }

    /** Codes of the areas directly below one. */
    List<String> below(String area) throws IOException, InterruptedException {
        return Pattern.compile("\"(" + Pattern.quote(area) + "\\.\\d+)\"")
                .matcher(get(Component.REGISTRY, "/v1/areas/" + area + "/children"))
                .results()
                .map(it -> it.group(1))
                .distinct()
                .toList();
    }

    /** Measurements whose events reporting has applied. */
    long visible() throws IOException, InterruptedException {
        Matcher offsets = MEASUREMENT_OFFSETS.matcher(
                get(Component.REPORTING, "/v1/indicators/weighing-coverage?area=36.04&month=2024-07"));
        return offsets.results().mapToLong(it -> Long.parseLong(it.group(1))).sum();
    }

    /** Sum of a gauge or counter of a service over its tags. */
    double metric(Component service, String name) throws IOException, InterruptedException {
        String metrics = get(service, "/q/metrics");
        return metrics.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .map(VALUE::matcher)
                .filter(Matcher::find)
                .map(Matcher::toMatchResult)
                .mapToDouble(Target::number)
                .sum();
    }

    /** A counter of a service by the consumer group it counts for. */
    Map<String, Double> counters(Component service, String name) throws IOException, InterruptedException {
        Pattern line = Pattern.compile(
                Pattern.quote(name) + "\\{[^}]*group=\"([^\"]+)\"[^}]*} ([0-9.E+]+)", Pattern.MULTILINE);
        return line.matcher(get(service, "/q/metrics"))
                .results()
                .collect(Collectors.toMap(it -> it.group(1), it -> Double.parseDouble(it.group(2)), Double::sum));
    }

    HttpRequest stream() {
        return HttpRequest.newBuilder(URI.create(installation.uri(Component.REPORTING)
                        + "/v1/stream?area=36.04&types=measurement.child-measured"))
                .header("Authorization", "Bearer " + tpps)
                .build();
    }

    /** The status a person of the kabupaten gets; the body is read whole. */
    int status(Component service, String path) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(installation.uri(service) + path))
                                .header("Authorization", "Bearer " + tpps)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .statusCode();
    }

    void begin(Component service, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(
                HttpRequest.newBuilder(URI.create(installation.uri(service) + path))
                        .header("Authorization", "Bearer " + admin)
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 202) {
            throw new IOException(path + " answered " + response.statusCode() + " " + response.body());
        }
    }

    /** Where the building of the projections tells how far it is. */
    String beginRebuild() throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(
                HttpRequest.newBuilder(URI.create(installation.uri(Component.REPORTING) + "/v1/projections:rebuild"))
                        .header("Authorization", "Bearer " + admin)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return URI.create(response.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new IOException("not begun: " + response.statusCode())))
                .getPath();
    }

    /** Everything counted from scratch and compared. */
    String verifyFigures() throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(installation.uri(Component.REPORTING) + "/v1/figures:verify"))
                                .header("Authorization", "Bearer " + admin)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    String asAdmin(Component service, String path) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(installation.uri(service) + path))
                                .header("Authorization", "Bearer " + admin)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static double number(MatchResult match) {
        String value = match.group(1) != null ? match.group(1) : match.group(2);
        return Double.parseDouble(value);
    }

    private String get(Component service, String path) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(installation.uri(service) + path))
                                .header("Authorization", "Bearer " + tpps)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
