package id.tumbuh.registry.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.registry.Contracts;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErasureContractTest {
    private static final UUID FAMILY = UUID.fromString("0198c1a0-0000-7000-8000-000000000001");
    private static final UUID CHILD = UUID.fromString("0198c1a0-0000-7000-8000-000000000002");
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void eachEventIsWrittenAsItsExampleAndReadBackByWhoEverKeepsCopies() throws IOException {
        ErasureNotice whole = assertWritten("family-erased", event(Erasure.Kind.FAMILY, 0x91));
        ErasureNotice alone = assertWritten("child-erased", event(Erasure.Kind.CHILD, 0x92));

        assertThat(whole.wholeFamily()).isTrue();
        assertThat(whole.erased()).containsExactlyInAnyOrder(FAMILY, CHILD);
        assertThat(alone.wholeFamily()).isFalse();
        assertThat(alone.erased()).containsExactly(CHILD);
    }

    private static ErasureEvent event(Erasure.Kind kind, int number) {
        UUID id = UUID.fromString("0198c1a0-0000-7000-8000-0000000000" + Integer.toHexString(number));
        return new ErasureEvent(
                kind, id, 1, FAMILY, "36.04.20.2006", List.of(CHILD), List.of(), LocalDate.of(2026, 12, 24));
    }

    private static ErasureNotice assertWritten(String name, ErasureEvent event) throws IOException {
        byte[] body = JSON.writeValueAsBytes(event);
        assertThat(event.type()).isEqualTo("id.tumbuh.registry." + name + ".v1");
        assertThat(JSON.readTree(body)).isEqualTo(Contracts.example(name));
        return ErasureNotice.of(new ReceivedEvent(
                UUID.randomUUID(), event.type(), event.topic(), 0, 0, event.key(), 1, Instant.EPOCH, null, body));
    }
}
