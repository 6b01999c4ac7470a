package id.tumbuh.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoTest {

    private record Answer(int status, String body) {}

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private HttpServer registry;

    @BeforeEach
    void listen() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(Ports.LOOPBACK), 0), 0);
        registry.createContext("/", this::answer);
        registry.start();
    }

    @AfterEach
    void fallSilent() {
        registry.stop(0);
    }

    @Test
    void sendsTheGeneratedFileAndTellsTheCountsWhenTheImportIsDone() throws Exception {
        answers.add(new Answer(202, ""));
        answers.add(new Answer(200, "{\"state\":\"RUNNING\",\"counts\":{\"rows\":0}}"));
        answers.add(new Answer(200, "{\"id\":\"7\",\"state\":\"DONE\",\"counts\":{\"rows\":3,\"created\":3}}"));

        demo().load((file, children, _) -> Files.writeString(file, "rows: " + children), 3);

        assertThat(requests.getFirst())
                .startsWith("POST /v1/imports Bearer token")
                .contains("name=\"format\"\r\n\r\neppgbm\r\n", "filename=\"serang.csv\"", "\r\n\r\nrows: 3\r\n--");
        assertThat(requests.subList(1, 3)).allMatch(request -> request.startsWith("GET /v1/imports/7 Bearer token"));
        assertThat(told).containsExactly("Demo data loaded: rows 3, created 3");
    }

    @Test
    void saysWhyTheFileIsNotTaken() {
        answers.add(new Answer(503, "database away"));

        assertThatThrownBy(() -> demo().load((file, _, _) -> Files.writeString(file, "x"), 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("503 database away");
    }

    @Test
    void saysThatAnImportFailed() {
        answers.add(new Answer(202, ""));
        answers.add(new Answer(200, "{\"state\":\"FAILED\"}"));

        assertThatThrownBy(() -> demo().load((file, _, _) -> Files.writeString(file, "x"), 1))
                .hasMessageContaining("the demo import failed");
    }

    private Demo demo() {
        return new Demo(
                URI.create(
                        "http://" + Ports.LOOPBACK + ":" + registry.getAddress().getPort()),
                "token",
                told::add);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + "\n"
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Answer answer = answers.remove();
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", "/v1/imports/7");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
