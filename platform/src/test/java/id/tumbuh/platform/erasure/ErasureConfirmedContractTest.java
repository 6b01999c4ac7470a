package id.tumbuh.platform.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureConfirmedContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"measurement", "intervention", "reporting"})
    void whatAServiceConfirmsIsItsExample(String service) throws IOException {
        JsonNode example = JSON.readTree(
                Path.of(System.getProperty("tumbuh.root"), "contracts", service, "erasure-confirmed.v1", "example.json")
                        .toFile());
        Map<String, Long> counts = new TreeMap<>();
        example.get("counts")
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));

        ErasureConfirmed event =
                new ErasureConfirmed(UUID.fromString("0198c1a0-0000-7000-8000-000000000091"), 1, service, counts);

        assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(example);
        assertThat(event.topic()).isEqualTo(service + ".erasures");
        assertThat(event.type()).isEqualTo("id.tumbuh." + service + ".erasure-confirmed.v1");
    }
}
