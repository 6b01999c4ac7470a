package id.tumbuh.measurement.exchange;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Observation;
import org.jspecify.annotations.Nullable;

/** A FHIR server over real HTTP that takes transactions of conditional updates, and can go away in every way there is. */
final class FhirStub implements AutoCloseable {

    static final FhirContext FHIR = FhirContext.forR4Cached();

    enum Mood {
        WELL,
        BUSY,
        BROKEN,
        /** Takes what comes, and never says so. */
        SILENT,
        UNAUTHORIZED,
        /** A page of something in between, with a 200. */
        PORTAL,
        REFUSING_HEADS
    }

    private final Map<String, Observation> held = new ConcurrentHashMap<>();
    private final List<String> tokens = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger updates = new AtomicInteger();
    private final int port;
    private volatile Mood mood = Mood.WELL;
    private volatile CountDownLatch silence = new CountDownLatch(1);
    private @Nullable HttpServer server;

    FhirStub() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port + "/fhir");
    }

    void feels(Mood newMood) {
        mood = newMood;
        silence.countDown();
        silence = new CountDownLatch(1);
    }

    /** Its port refuses connections. */
    void goAway() {
        HttpServer running = server;
        if (running != null) {
            silence.countDown();
            running.stop(0);
            server = null;
        }
    }

    void comeBack() {
        server = listen(port);
    }

    /** By identifier, as it was put last. */
    Map<String, Observation> held() {
        return Map.copyOf(held);
    }

    int requests() {
        return requests.get();
    }

    int updates() {
        return updates.get();
    }

    List<String> tokens() {
        synchronized (tokens) {
            return List.copyOf(tokens);
        }
    }

    private HttpServer listen(int onPort) {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 0);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext("/fhir", this::handle);
            started.start();
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            synchronized (tokens) {
                tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            }
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            switch (mood) {
                case WELL -> answer(exchange, 200, take(body));
                case BUSY -> answer(exchange, 503, "");
                case BROKEN -> answer(exchange, 500, "java.lang.NullPointerException of Budi, NIK 3604000000000000");
                case UNAUTHORIZED -> answer(exchange, 401, "");
                case PORTAL -> answer(exchange, 200, "<html>Please sign in</html>");
                case SILENT -> {
                    CountDownLatch until = silence;
                    take(body);
                    until.await();
                }
                case REFUSING_HEADS -> {
                    if (body.contains("9843-4")) {
                        answer(exchange, 422, """
                                {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"business-rule",
                                "diagnostics":"Budi has no such head"}]}""");
                    } else {
                        answer(exchange, 200, take(body));
                    }
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private String take(String body) {
        IParser parser = FHIR.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        Bundle transaction = parser.parseResource(Bundle.class, body);
        if (transaction.getType() != BundleType.TRANSACTION) {
            throw new IllegalStateException("no transaction");
        }
        Bundle answer = new Bundle().setType(BundleType.TRANSACTIONRESPONSE);
        for (BundleEntryComponent entry : transaction.getEntry()) {
            String url = URLDecoder.decode(entry.getRequest().getUrl(), StandardCharsets.UTF_8);
            Observation observation = (Observation) entry.getResource();
            var identifier = observation.getIdentifierFirstRep();
            if (!url.equals("Observation?identifier=" + identifier.getSystem() + "|" + identifier.getValue())) {
                throw new IllegalStateException("not put under its own identifier");
            }
            boolean created = held.put(identifier.getValue(), observation) == null;
            updates.incrementAndGet();
            answer.addEntry().getResponse().setStatus(created ? "201 Created" : "200 OK");
        }
        return FHIR.newJsonParser().encodeResourceToString(answer);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        goAway();
    }
}
