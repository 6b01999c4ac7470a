package id.tumbuh.reporting.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class TailTest {
    private static final Duration NOW = Duration.ZERO;

    @Test
    void whoeverNeedsAnEventThatFellOffIsSentToTheTopics() throws InterruptedException {
        Tail tail = new Tail(4, new Position(new long[] {10}));
        tail.add(events(10, 16));

        assertThat(tail.enter(new Position(new long[] {11}))).isEmpty();
        assertThat(tail.enter(new Position(new long[] {12}))).isPresent();
        assertThat(tail.from(1, 10, NOW)).isEmpty();
        assertThat(offsets(tail.from(2, 10, NOW).orElseThrow())).containsExactly(12L, 13L, 14L, 15L);
        assertThat(offsets(tail.from(2, 2, NOW).orElseThrow())).containsExactly(12L, 13L);
    }

    @Test
    void atTheEndThereIsNothingYet() throws InterruptedException {
        Tail tail = new Tail(4, new Position(new long[] {0}));
        assertThat(tail.from(0, 10, NOW).orElseThrow()).isEmpty();
        tail.add(events(0, 2));
        assertThat(offsets(tail.from(0, 10, NOW).orElseThrow())).containsExactly(0L, 1L);
        assertThat(tail.from(2, 10, NOW).orElseThrow()).isEmpty();
    }

    private static List<StreamedEvent> events(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(offset -> new StreamedEvent(
                        0, new ConsumerRecord<>("measurement.children", 0, offset, "key", new byte[] {'{', '}'})))
                .toList();
    }

    private static List<Long> offsets(List<StreamedEvent> events) {
        return events.stream().map(StreamedEvent::offset).toList();
    }
}
