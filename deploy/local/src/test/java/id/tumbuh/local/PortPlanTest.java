package id.tumbuh.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortPlanTest {

    @Test
    void portsAreThoseThatToolsRelyOn() {
        PortPlan ports = PortPlan.fixed(Map.of());

        assertThat(ports.of(Component.REGISTRY)).isEqualTo(8081);
        assertThat(ports.of(Component.MEASUREMENT)).isEqualTo(8082);
        assertThat(ports.of(Component.INTERVENTION)).isEqualTo(8083);
        assertThat(ports.of(Component.REPORTING)).isEqualTo(8084);
        assertThat(ports.postgres()).isEqualTo(5442);
        assertThat(ports.kafka()).isEqualTo(9192);
    }

    @Test
    void environmentOverridesEachPort() {
        PortPlan ports = PortPlan.fixed(Map.of("TUMBUH_REPORTING_PORT", "18084", "TUMBUH_POSTGRES_PORT", "65535"));

        assertThat(ports.of(Component.REPORTING)).isEqualTo(18_084);
        assertThat(ports.postgres()).isEqualTo(65_535);
        assertThat(ports.of(Component.REGISTRY)).isEqualTo(8081);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "999999"})
    void whatIsNoPortIsRefusedByTheNameOfItsVariable(String value) {
        assertThatThrownBy(() -> PortPlan.fixed(Map.of("TUMBUH_KAFKA_PORT", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TUMBUH_KAFKA_PORT must be a port from 1 to 65535, is " + value);
    }

    @Test
    void aTakenPortIsNamedWithTheWayAround() throws IOException {
        PortPlan free = PortPlan.free();
        assertThat(free.conflicts()).isEmpty();

        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.LOOPBACK))) {
            PortPlan taken = new PortPlan(free.postgres(), other.getLocalPort(), free.services());

            assertThat(taken.conflicts())
                    .singleElement()
                    .asString()
                    .startsWith("Port " + other.getLocalPort() + " (kafka) is in use by another program")
                    .contains("TUMBUH_KAFKA_PORT=");
        }
    }

    @Test
    void onePortForTwoPartsIsNoticedBeforeAnythingStarts() throws IOException {
        PortPlan free = PortPlan.free();
        Map<Component, Integer> services = new EnumMap<>(free.services());
        services.put(Component.REPORTING, free.of(Component.REGISTRY));

        assertThat(new PortPlan(free.postgres(), free.kafka(), services).conflicts())
                .singleElement()
                .asString()
                .contains("TUMBUH_REGISTRY_PORT", "TUMBUH_REPORTING_PORT");
    }

    @Test
    void noFreePortIsGivenTwiceOrToAnOutgoingConnection() throws IOException {
        Set<Integer> given = new HashSet<>();
        for (int number = 0; number < 300; number++) {
            assertThat(given.add(Ports.free())).isTrue();
        }

        assertThat(given).allSatisfy(port -> assertThat(port).isBetween(1_024, 32_767));
    }
}
