package id.tumbuh.registry.child;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.registry.Contracts;
import id.tumbuh.registry.child.ChildEvent.Fact;
import id.tumbuh.registry.identity.Sex;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChildContractTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void eachEventIsWrittenAsItsExample() throws IOException {
        assertWritten("child-registered", event(Fact.REGISTERED, 1, LocalDate.of(2024, 3, 17)));
        assertWritten("child-changed", event(Fact.CHANGED, 2, LocalDate.of(2024, 3, 7)));
    }

    private static ChildEvent event(Fact fact, long version, LocalDate birthDate) {
        return new ChildEvent(
                fact,
                UUID.fromString("0198c1a0-0000-7000-8000-000000000002"),
                version,
                UUID.fromString("0198c1a0-0000-7000-8000-000000000001"),
                "36.04.20.2006",
                UUID.fromString("0198c1a0-0000-7000-8000-000000000003"),
                Sex.P,
                birthDate,
                true,
                null);
    }

    private static void assertWritten(String name, ChildEvent event) throws IOException {
        assertThat(event.type()).isEqualTo("id.tumbuh.registry." + name + ".v1");
        assertThat(event.partitionKey()).isEqualTo(event.familyId().toString());
        assertThat(JSON.readTree(JSON.writeValueAsBytes(event))).isEqualTo(Contracts.example(name));
    }
}
