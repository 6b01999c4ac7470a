package id.tumbuh.measurement.roster;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.measurement.Contracts;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.roster.RosterConsumer.ChildState;
import id.tumbuh.platform.messaging.ReceivedEvent;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterContractTest {

    @ParameterizedTest
    @ValueSource(strings = {"child-registered", "child-changed"})
    void childOfTheRegistryIsUnderstood(String event) {
        ChildState child = new ReceivedEvent(
                        UUID.randomUUID(),
                        "id.tumbuh.registry." + event + ".v1",
                        "registry.children",
                        0,
                        0,
                        "key",
                        1,
                        Instant.EPOCH,
                        null,
                        Contracts.example("registry", event))
                .read(ChildState.class);

        assertThat(child.childId()).isNotNull();
        assertThat(child.familyId()).isNotNull();
        assertThat(child.areaCode().value()).hasSize(13);
        assertThat(child.version()).isPositive();
        assertThat(child.sex()).isIn((Object[]) Sex.values());
        assertThat(child.birthDate()).isBefore("2030-01-01");
    }
}
