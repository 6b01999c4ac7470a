package id.tumbuh.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServersOptionsTest {

    @Test
    void anyFreePortsAndGeneratedPasswordsUnlessToldOtherwise() {
        ServersOptions options = ServersOptions.parse(List.of("--data", "/data"));

        assertThat(options.postgresPort()).isZero();
        assertThat(options.kafkaPort()).isZero();
        assertThat(options.password()).isEmpty();
        assertThat(options.exitWithStdin()).isFalse();
    }

    @Test
    void everyOptionIsTaken() {
        ServersOptions options = ServersOptions.parse(List.of(
                "--data",
                "/data",
                "--postgres-port",
                "0",
                "--kafka-port",
                "65535",
                "--password",
                "x",
                "--exit-with-stdin"));

        assertThat(options.kafkaPort()).isEqualTo(65_535);
        assertThat(options.password()).contains("x");
        assertThat(options.exitWithStdin()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", ""})
    void whatIsNoPortIsRefusedByName(String port) {
        assertThatThrownBy(() -> ServersOptions.parse(List.of("--data", "/data", "--kafka-port", port)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--kafka-port");
    }

    @Test
    void theDataFolderIsDemanded() {
        assertThatThrownBy(() -> ServersOptions.parse(List.of())).hasMessageContaining("--data");
        assertThatThrownBy(() -> ServersOptions.parse(List.of("--data"))).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> ServersOptions.parse(List.of("--date", "x"))).hasMessageContaining("--date");
    }
}
