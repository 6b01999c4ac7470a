package id.tumbuh.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent, against answers as intervention's OpenAPI document shows them. */
class DemoDeliveriesTest {
    private static final String DELIVERY = """
            {"id":"7b1f6a54-3f0e-3c11-9d3a-0d2f6f0a0%s","placementId":"0198c1a0-0000-7000-8000-0000000000e1",
            "area":"36.04.20.2006","item":"FOOD","planned":true,"plannedOn":"2026-08-15","plannedQuantity":7,"unit":"MEAL_DAY",
            "state":"%s"%s,"version":2}""".replace("\n", "");

    private final List<String> sent = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private String planned = "";
    private String missed = "";
    private HttpServer intervention;

    @BeforeEach
    void listen() throws IOException {
        intervention = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(Ports.LOOPBACK), 0), 0);
        intervention.createContext("/", this::answer);
        intervention.start();
    }

    @AfterEach
    void fallSilent() {
        intervention.stop(0);
    }

    @Test
    void whatIsDueIsReportedAndWhatSomebodyToldStays() throws Exception {
        planned = DELIVERY.formatted("001", "PLANNED", "");
        missed = DELIVERY.formatted("002", "MISSED", ",\"reason\":\"NOT_REPORTED\"") + ","
                + DELIVERY.formatted("003", "MISSED", ",\"reason\":\"CHILD_ILL\"");

        deliveries().send(told::add);

        assertThat(sent).singleElement().asString().contains("0d2f6f0a0001", "0d2f6f0a0002", "\"day\": \"2026-08-15\"");
        assertThat(sent.getFirst()).doesNotContain("0d2f6f0a0003");
        assertThat(told).containsExactly("2 deliveries reported");
    }

    @Test
    void oneThatTimeMakesMissedMeanwhileIsReportedOnce() throws Exception {
        planned = DELIVERY.formatted("001", "PLANNED", "") + "," + DELIVERY.formatted("002", "PLANNED", "");
        missed = DELIVERY.formatted("002", "MISSED", ",\"reason\":\"NOT_REPORTED\"");

        deliveries().send(told::add);

        assertThat(sent).singleElement().asString().containsOnlyOnce("0d2f6f0a0002");
        assertThat(told).containsExactly("2 deliveries reported");
    }

    @Test
    void whereNothingIsDueNothingIsSent() throws Exception {
        deliveries().send(told::add);

        assertThat(sent).isEmpty();
        assertThat(told).singleElement().asString().startsWith("No delivery is due");
    }

    private DemoDeliveries deliveries() {
        URI uri = URI.create(
                "http://" + Ports.LOOPBACK + ":" + intervention.getAddress().getPort());
        return new DemoDeliveries(new ServiceApi(uri, "token"), LocalDate.of(2026, 9, 1));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean asked = exchange.getRequestMethod().equals("GET");
        if (!asked) {
            sent.add(body);
        }
        boolean ofPlanned = exchange.getRequestURI().getQuery() != null
                && exchange.getRequestURI().getQuery().contains("PLANNED");
        byte[] answer = ("[" + (asked ? ofPlanned ? planned : missed : "") + "]").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
