package id.tumbuh.measurement.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class ExchangeConfigTest {

    @Inject
    ExchangeConfig config;

    @Test
    void nothingIsSentUnlessAnEndpointIsGiven() {
        assertThat(config.endpoint()).isEmpty();
        assertThat(config.tokenFile()).isEmpty();
        assertThat(config.pseudonymKeyFile()).isEmpty();
        assertThat(config.destination()).isEqualTo("satusehat");
        assertThat(config.batchSize()).isEqualTo(100);
        assertThat(config.atATime()).isEqualTo(4);
        assertThat(config.lookEvery()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.compareAllEvery()).isEqualTo(Duration.ofDays(1));
        assertThat(config.overlap()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.retryFirst()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.retryAtMost()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.largestAnswer().asLongValue()).isEqualTo(1024 * 1024);
        assertThat(config.subjectSystem()).isEqualTo("urn:tumbuh:child");
        assertThat(config.exportsAtATime()).isEqualTo(2);
    }
}
