package id.tumbuh.reporting.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.messaging.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ToldTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    /** A state with an id. */
    record State(UUID id, String word) {}

    @Test
    void ofEachThingTheNewestStaysInTheOrderOfTheIds() {
        List<ReceivedEvent> events =
                List.of(event(3, state(TWO, "c")), event(1, state(ONE, "a")), event(2, state(TWO, "b")), event(9, ""));

        assertThat(Told.newest(events, State.class, State::id))
                .containsExactly(new Told<>(new State(ONE, "a"), 1), new Told<>(new State(TWO, "c"), 3));
    }

    @Test
    void whatHasNoIdIsUnreadable() {
        assertThatThrownBy(() -> Told.newest(List.of(event(1, "{\"word\":\"a\"}")), State.class, State::id))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("ID_MISSING");
    }

    private static String state(UUID id, String word) {
        return "{\"id\":\"%s\",\"word\":\"%s\"}".formatted(id, word);
    }

    private static ReceivedEvent event(long version, String body) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                "told",
                "topic",
                0,
                0,
                "key",
                version,
                Instant.EPOCH,
                null,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
