package id.tumbuh.load;

import id.tumbuh.local.Component;
import id.tumbuh.local.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of a kabupaten's system through the real service, until their last row is committed, and the memory of the registry
 * beside it. It prints figures and judges nothing.
 */
public final class ImportBenchmark {
    private static final int KILOBYTES_A_MEGABYTE = 1024;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");
    private static final Pattern COUNTS = Pattern.compile("\"counts\":\\{([^}]*)}");

    private final Installation installation;
    private final Target target;
    private final String token;
    private final Map<String, Integer> settings;

    private ImportBenchmark(Installation installation, Map<String, Integer> settings) {
        this.installation = installation;
        this.target = new Target(installation);
        this.token = installation.token("tpps", "36.04");
        this.settings = settings;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Integer> settings = new HashMap<>(Map.of("--families", 1_000_000, "--children", 1_000_000));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            settings.put(arguments[i], Integer.valueOf(arguments[i + 1]));
        }
        Path data = Files.createTempDirectory("tumbuh-load-");
        try (Installation installation = OwnInstallation.start(data)) {
            new ImportBenchmark(installation, settings).run(data);
        }
    }

    private void run(Path folder) throws Exception {
        Machine.print();
        int families = settings.getOrDefault("--families", 0);
        int children = settings.getOrDefault("--children", 0);
        ImportFile files = new ImportFile(folder, target.desaOf("36.04.05"));
        Path familiesFile = files.families(families);
        long idle = resident();
        System.out.printf("registry idle: %d MB%n", idle / KILOBYTES_A_MEGABYTE);
        send("families", familiesFile, families, idle);
        send("children", files.children(children, families), children, idle);
        send("families", familiesFile, families, idle);
    }

    private void send(String format, Path file, int rows, long idle) throws Exception {
        long begun = System.nanoTime();
        String id = upload(format, file);
        double taken = (System.nanoTime() - begun) / 1e9;
        long peak = resident();
        String state = state(id);
        while (find(STATE, state).equals("RUNNING")) {
            LockSupport.parkNanos(LOOK.toNanos());
            peak = Math.max(peak, resident());
            state = state(id);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%s: %d rows of %d MB taken in %.1f s, done after %.1f s: %.0f rows/s; registry at most %d MB over idle; %s %s%n",
                format,
                rows,
                Files.size(file) / KILOBYTES_A_MEGABYTE / KILOBYTES_A_MEGABYTE,
                taken,
                seconds,
                rows / seconds,
                (peak - idle) / KILOBYTES_A_MEGABYTE,
                find(STATE, state),
                find(COUNTS, state).replace("\"", ""));
    }

    private String upload(String format, Path file) throws IOException, InterruptedException {
        String boundary = UUID.randomUUID().toString();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\n" + format
                + "\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"source\"\r\n\r\nbenchmark\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"data\"\r\nContent-Type:"
                + " application/octet-stream\r\n\r\n";
        HttpResponse<String> answer = Target.HTTP.send(
                HttpRequest.newBuilder(URI.create(installation.uri(Component.REGISTRY) + "/v1/imports"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.concat(
                                HttpRequest.BodyPublishers.ofString(head),
                                HttpRequest.BodyPublishers.ofFile(file),
                                HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("the file was answered " + answer.statusCode() + " " + answer.body());
        }
        return find(ID, answer.body());
    }

    private String state(String id) throws IOException, InterruptedException {
        return Target.HTTP
                .send(
                        HttpRequest.newBuilder(URI.create(installation.uri(Component.REGISTRY) + "/v1/imports/" + id))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Kilobytes of the registry's process that are in memory. */
    private long resident() throws IOException {
        List<String> status =
                Files.readAllLines(Path.of("/proc", Long.toString(installation.pid(Component.REGISTRY)), "status"));
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static String find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }
}
