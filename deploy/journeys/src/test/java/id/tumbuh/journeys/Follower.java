package id.tumbuh.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A dashboard with a bad connection: it is cut off every few events and comes back with the last id it saw. */
final class Follower implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Subjects of the events in the order seen; one that stands twice was sent twice. */
    final List<String> subjects = new CopyOnWriteArrayList<>();

    private final URI stream;
    private final String token;
    private final Random cuts;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean steady;
    private volatile boolean connected;
    private final AtomicInteger connections = new AtomicInteger();
    private @Nullable String lastEventId;

    Follower(String stream, String token, long seed) {
        this.stream = URI.create(stream);
        this.token = token;
        this.cuts = new Random(seed);
        this.thread = Thread.ofVirtual().start(this::run);
    }

    int connections() {
        return connections.get();
    }

    boolean connected() {
        return connected;
    }

    /** From now on the connection holds. */
    void staySteady() {
        steady = true;
    }

    private void run() {
        while (!closed) {
            try (HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                follow(client);
                client.shutdownNow();
            } catch (IOException lost) {
                connected = false;
            } catch (InterruptedException stop) {
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void follow(HttpClient client) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(stream).header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            return;
        }
        connections.incrementAndGet();
        int events = steady ? Integer.MAX_VALUE : 1 + cuts.nextInt(60);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            connected = true;
            read(lines, events);
        } finally {
            connected = false;
        }
    }

    private void read(BufferedReader lines, int atMost) throws IOException {
        int events = 0;
        String id = lastEventId;
        for (String line = lines.readLine(); line != null && events < atMost && !closed; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("data: ")) {
                subjects.add(subject(line));
                lastEventId = id;
                events++;
            }
        }
    }

    private static String subject(String data) {
        int start = data.indexOf("\"subject\":\"") + 11;
        return data.substring(start, data.indexOf('"', start));
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
