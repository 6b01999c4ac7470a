package id.tumbuh.reporting.stream;

import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real client of the stream: reads lines from a socket and can hang up. */
final class Subscriber implements AutoCloseable {
    /** One event as it arrived; a heartbeat is none. */
    record Received(String id, String event, String data) {}

    final List<Received> received = new CopyOnWriteArrayList<>();

    /** Lines that only say that the connection stands. */
    final AtomicInteger heartbeats = new AtomicInteger();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<InputStream> response;
    private final Thread reader;
    private volatile boolean ended;

    private Subscriber(HttpRequest request) throws IOException, InterruptedException {
        response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        reader = Thread.ofVirtual().unstarted(this::read);
    }

    /** Connects and takes nothing until {@link #reads}. */
    static Subscriber notReading(String url, String token, @Nullable String lastEventId) {
        return connected(url, token, lastEventId);
    }

    static Subscriber to(String url, String token, @Nullable String lastEventId) {
        Subscriber subscriber = connected(url, token, lastEventId);
        subscriber.reads();
        return subscriber;
    }

    void reads() {
        reader.start();
    }

    private static Subscriber connected(String url, String token, @Nullable String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new Subscriber(request.build());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    int status() {
        return response.statusCode();
    }

    boolean ended() {
        return ended;
    }

    List<String> ids() {
        return received.stream().map(Received::data).map(Subscriber::eventId).toList();
    }

    List<String> subjects() {
        return received.stream()
                .map(it -> JsonPath.from(it.data()).getString("subject"))
                .toList();
    }

    String lastCursor() {
        return received.getLast().id();
    }

    private static String eventId(String data) {
        int start = data.indexOf("\"id\":\"") + 6;
        return data.substring(start, data.indexOf('"', start));
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = "";
            String event = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.startsWith(":")) {
                    heartbeats.incrementAndGet();
                } else if (line.isEmpty() && !data.isEmpty()) { // an event that was cut off is none
                    received.add(new Received(id, event, data));
                    data = "";
                }
            }
        } catch (IOException hungUp) {
            // closed by the test
        }
        ended = true;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException gone) {
            // already closed
        }
        reader.interrupt();
        client.shutdownNow();
    }
}
