package id.tumbuh.reporting.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndicatorsChangedContractTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Test
    void theEventIsWrittenExactlyAsItsExample() throws IOException {
        IndicatorsChanged event = new IndicatorsChanged(
                "36.04",
                YearMonth.of(2024, 7),
                3,
                Instant.parse("2024-07-31T02:12:04.120Z"),
                List.of(
                        new IndicatorsChanged.Moved(
                                "stunting-prevalence",
                                5408,
                                110431,
                                new BigDecimal("4.8972"),
                                new BigDecimal("86.1490")),
                        new IndicatorsChanged.Moved("severe-stunting", 0, 0, null, null)));
        Path example =
                Path.of(System.getProperty("tumbuh.root"), "contracts/reporting/indicators-changed.v1/example.json");

        assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(JSON.readTree(Files.readString(example)));
        assertThat(event.type()).isEqualTo("id.tumbuh.reporting.indicators-changed.v1");
        assertThat(event.key()).isEqualTo("36.04/2024-07");
    }
}
