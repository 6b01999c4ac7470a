package id.tumbuh.reporting.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TailTest {
    private static final Duration NOW = Duration.ZERO;

    @Test
    void whoeverNeedsAnEventThatFellOffIsSentToTheTopics() throws InterruptedException {
        Tail tail = new Tail(4, 1_000, new Position(new long[] {10}));
        tail.add(events(10, 16));

        assertThat(tail.enter(new Position(new long[] {11}))).isEmpty();
        assertThat(tail.enter(new Position(new long[] {12}))).isPresent();
        assertThat(tail.from(1, 10, NOW)).isEmpty();
        assertThat(offsets(tail.from(2, 10, NOW).orElseThrow())).containsExactly(12L, 13L, 14L, 15L);
        assertThat(offsets(tail.from(2, 2, NOW).orElseThrow())).containsExactly(12L, 13L);
    }

    @Test
    void atTheEndThereIsNothingYet() throws InterruptedException {
        Tail tail = new Tail(4, 1_000, new Position(new long[] {0}));
        assertThat(tail.from(0, 10, NOW).orElseThrow()).isEmpty();
        tail.add(events(0, 2));
        assertThat(offsets(tail.from(0, 10, NOW).orElseThrow())).containsExactly(0L, 1L);
        assertThat(tail.from(2, 10, NOW).orElseThrow()).isEmpty();
    }

    @Test
    void largeEventsFallOffSooner() throws InterruptedException {
        Tail tail = new Tail(4, 5, new Position(new long[] {0}));
        tail.add(events(0, 3)); // two bytes each

        assertThat(tail.enter(new Position(new long[] {0}))).isEmpty();
        assertThat(tail.enter(new Position(new long[] {1}))).contains(1L);
        assertThat(offsets(tail.from(1, 10, NOW).orElseThrow())).containsExactly(1L, 2L);
    }

    @Test
    void whoIsNotAheadIsInStepWithTheNextEventHoweverFarBehindItFollows() {
        Tail tail = new Tail(4, 1_000, new Position(new long[] {0}));
        tail.add(events(0, 3));

        assertThat(tail.inStepFrom(new Position(new long[] {3}))).contains(3L);
        assertThat(tail.inStepFrom(new Position(new long[] {1}))).contains(3L);
        assertThat(tail.inStepFrom(new Position(new long[] {4}))).isEmpty();
    }

    @Test
    void whoWasAheadIsInStepWhenTheTailHasComeAsFar() {
        Tail tail = new Tail(4, 1_000, new Position(new long[] {0}));
        Position ahead = new Position(new long[] {2});
        assertThat(tail.inStepFrom(ahead)).isEmpty();
        tail.add(events(0, 2));
        assertThat(tail.inStepFrom(ahead)).contains(2L);
    }

    private static List<StreamedEvent> events(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(offset -> new StreamedEvent(0, record(offset)))
                .toList();
    }

    private static ConsumerRecord<String, byte[]> record(long offset) {
        return new ConsumerRecord<>(
                "measurement.children",
                0,
                offset,
                0L,
                TimestampType.CREATE_TIME,
                3,
                2,
                "key",
                new byte[] {'{', '}'},
                new RecordHeaders(),
                Optional.empty());
    }

    private static List<Long> offsets(List<StreamedEvent> events) {
        return events.stream().map(StreamedEvent::offset).toList();
    }
}
