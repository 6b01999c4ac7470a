package id.tumbuh.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked for and told, against answers as OpenAPI documents show them; the real services are in the journeys. */
class DemoSponsorshipsTest {
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final List<String> told = new ArrayList<>();
    private final Deque<Integer> needs = new ArrayDeque<>();
    private String placements = "[]";
    private HttpServer service;

    @BeforeEach
    void listen() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(Ports.LOOPBACK), 0), 0);
        service.createContext("/", this::answer);
        service.start();
    }

    @AfterEach
    void fallSilent() {
        service.stop(0);
    }

    @Test
    void childrenWhoseNeedsComeInBurstsAreAllWaitedFor() throws Exception {
        needs.addAll(List.of(0, 0, 0, 0, 4, 4, 9, 9, 9, 30));

        sponsorships().fill(LocalDate.of(2026, 9, 1));

        assertThat(needs).containsExactly(30);
        assertThat(told).singleElement().asString().startsWith("Sponsors: 9 children in need");
    }

    @Test
    void whereAnybodyHasASponsorNothingIsSent() throws Exception {
        placements = "[{\"id\":\"%s\"}]".formatted(UUID.randomUUID());

        sponsorships().fill(LocalDate.of(2026, 9, 1));

        assertThat(sent).isEmpty();
        assertThat(told).containsExactly("Sponsors of the demo are there already");
    }

    private DemoSponsorships sponsorships() {
        URI uri = URI.create(
                "http://" + Ports.LOOPBACK + ":" + service.getAddress().getPort());
        ServiceApi api = new ServiceApi(uri, "token");
        return new DemoSponsorships(api, api, told::add, Duration.ofMillis(1));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean asked = exchange.getRequestMethod().equals("GET");
        if (!asked) {
            sent.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
        byte[] answer = (asked ? answer(path) : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String answer(String path) {
        if (path.equals("/v1/needs")) {
            return IntStream.range(0, needs.remove())
                    .mapToObj(number -> "{\"id\":\"%s\",\"childId\":\"%s\"}".formatted(uuid(number), uuid(number)))
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return path.startsWith("/v1/matchings/") ? "{\"state\":\"DONE\",\"placed\":1000}" : placements;
    }

    private static UUID uuid(int number) {
        return new UUID(7, number);
    }
}
