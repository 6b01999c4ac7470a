package id.tumbuh.measurement.skdn;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.tumbuh.measurement.skdn.Places.Names;
import id.tumbuh.measurement.skdn.RegistryPlaces.NamedPosyandu;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked and understood on the wire, answered as registry's OpenAPI document has it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class LookUpPlacesTest {

    private static final UUID MELATI = UUID.fromString("0198c1a0-0000-7000-8000-000000000003");

    private final List<String> asked = new ArrayList<>();
    private HttpServer wire;
    private int status = 200;

    @BeforeEach
    void listen() throws IOException {
        wire = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        wire.createContext("/", this::answer);
        wire.start();
    }

    @AfterEach
    void close() {
        wire.stop(0);
    }

    @Test
    void desaHasItsNameAndItsPosyandu() {
        Places places = lookUp().of(new AreaCode("36.04.20.2006"), "Bearer mine");

        assertThat(places.state()).isEqualTo(Names.SHOWN);
        assertThat(places.areaName()).isEqualTo("Bojong Menteng");
        assertThat(places.name(MELATI)).isEqualTo("Posyandu Melati 1");
        assertThat(places.posyandu().values())
                .containsExactly(new NamedPosyandu(MELATI, "36.04.20.2006", "Posyandu Melati 1"));
        assertThat(places.desaNames()).isEmpty();
        assertThat(asked)
                .containsExactly(
                        "Bearer mine /v1/areas/36.04.20.2006", "Bearer mine /v1/posyandu?area=36.04.20&limit=1000");
    }

    @Test
    void kecamatanHasItsDesaToo() {
        Places places = lookUp().of(new AreaCode("36.04.20"), "Bearer mine");

        assertThat(places.desaNames()).isEqualTo(Map.of("36.04.20.2006", "Bojong Menteng"));
        assertThat(asked).last().isEqualTo("Bearer mine /v1/areas/36.04.20/children");
    }

    @ParameterizedTest
    @CsvSource({"403, REFUSED", "401, REFUSED", "404, UNKNOWN", "500, AWAY", "503, AWAY"})
    void answerWithoutNamesIsNoFailure(int answered, Names expected) {
        status = answered;

        assertThat(lookUp().of(new AreaCode("36.04.20"), "Bearer mine")).isEqualTo(Places.without(expected));
        assertThat(asked).hasSize(1);
    }

    @Test
    void answerThatIsNoneIsNoFailureEither() {
        status = 299;

        assertThat(lookUp().of(new AreaCode("36.04.20"), "Bearer mine").state()).isEqualTo(Names.AWAY);
    }

    @Test
    void nobodyThereIsNoFailureEither() {
        wire.stop(0);

        assertThat(lookUp().of(new AreaCode("36.04.20"), "Bearer mine")).isEqualTo(Places.without(Names.AWAY));
    }

    private LookUpPlaces lookUp() {
        URI address = URI.create("http://127.0.0.1:" + wire.getAddress().getPort());
        return new LookUpPlaces(
                QuarkusRestClientBuilder.newBuilder().baseUri(address).build(RegistryPlaces.class));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + path);
        String area = """
                {"code":"36.04.20.2006","name":"Bojong Menteng","level":"DESA_KELURAHAN","parentCode":"36.04.20","active":true}""";
        String body = path.contains("posyandu")
                ? "[{\"id\":\"" + MELATI + "\",\"area\":\"36.04.20.2006\",\"name\":\"Posyandu Melati 1\"}]"
                : path.endsWith("children") ? "[" + area + "]" : area;
        byte[] bytes = (status == 299 ? "<html>" : body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
