package id.tumbuh.reporting.stream;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.messaging.KafkaClients;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * One subscriber being served, in a virtual thread of its own that blocks on its slow connection and on nothing else.
 *
 * <p>It moves between two states: following the shared tail, and catching up from the topics when its position is older than
 * the tail. The position decides what is sent, so the change between the two loses and repeats nothing.
 */
final class Subscription {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration CATCH_UP_POLL = Duration.ofMillis(200);
    private static final int AT_A_TIME = 500;

    /** What the subscriber asked for and may see. */
    record Wish(String area, Set<String> types, Scope scope, Instant until) {
        boolean includes(StreamedEvent event) {
            return (types.isEmpty() || types.contains(event.shortType())) && event.isFor(scope, area);
        }
    }

    private final LiveTail.Started live;
    private final KafkaClients kafka;
    private final Wish wish;
    private final Position position;
    private final OutputStream out;
    private final Clock clock;
    private Instant lastWrite;

    Subscription(
            LiveTail.Started live, KafkaClients kafka, Wish wish, Position position, OutputStream out, Clock clock) {
        this.live = live;
        this.kafka = kafka;
        this.wish = wish;
        this.position = position.copy();
        this.out = out;
        this.clock = clock;
        this.lastWrite = clock.instant();
    }

    /** Serves until the connection or the token ends; an {@link IOException} is the subscriber hanging up. */
    void serve() throws IOException, InterruptedException {
        write("retry: 3000\n\n");
        out.flush(); // a browser counts itself connected from the first byte on
        while (clock.instant().isBefore(wish.until())) {
            Optional<Long> start = live.tail().enter(position);
            if (start.isPresent()) {
                follow(start.get());
            } else {
                catchUp();
            }
        }
    }

    /** Returns when the subscriber fell behind the tail, or its time is over. */
    private void follow(long start) throws IOException, InterruptedException {
        long number = start;
        while (clock.instant().isBefore(wish.until())) {
            Optional<List<StreamedEvent>> events = live.tail().from(number, AT_A_TIME, untilHeartbeat());
            if (events.isEmpty()) {
                return;
            }
            for (StreamedEvent event : events.get()) {
                consider(event);
            }
            number += events.get().size();
            afterEvents(events.get().isEmpty());
        }
    }

    private void catchUp() throws IOException {
        try (Consumer<String, byte[]> consumer = kafka.reader()) {
            consumer.assign(live.topics().partitions());
            tellOfGap(live.topics().beginning(consumer));
            for (int i = 0; i < position.partitions(); i++) {
                consumer.seek(live.topics().partition(i), position.next(i));
            }
            while (clock.instant().isBefore(wish.until())
                    && live.tail().enter(position).isEmpty()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(CATCH_UP_POLL)) {
                    int partition = live.topics().indexOf(new TopicPartition(record.topic(), record.partition()));
                    consider(new StreamedEvent(partition, record));
                }
                // Offsets of compacted records are passed without ever being seen.
                for (int i = 0; i < position.partitions(); i++) {
                    position.advance(i, consumer.position(live.topics().partition(i)) - 1);
                }
                afterEvents(false);
            }
        }
    }

    /** Events older than the topics keep are gone: the subscriber is told, and goes on with the oldest that are left. */
    private void tellOfGap(Position kept) throws IOException {
        boolean gap = false;
        for (int i = 0; i < position.partitions(); i++) {
            if (position.next(i) < kept.next(i)) {
                gap = true;
                position.advance(i, kept.next(i) - 1);
            }
        }
        if (gap) {
            write("event: gap\nid: " + position.encoded() + "\ndata: {\"reason\":\"CURSOR_OLDER_THAN_KEPT\"}\n\n");
        }
    }

    private void consider(StreamedEvent event) throws IOException {
        if (position.includes(event.partition(), event.offset())) {
            return;
        }
        position.advance(event.partition(), event.offset());
        if (wish.includes(event)) {
            write("id: " + position.encoded() + "\nevent: " + event.shortType() + "\ndata: ");
            out.write(event.json());
            write("\n\n");
        }
    }

    private void afterEvents(boolean idle) throws IOException {
        if (idle && !clock.instant().isBefore(lastWrite.plus(HEARTBEAT))) {
            write(": \n\n");
        }
        out.flush();
    }

    private Duration untilHeartbeat() {
        Duration left = Duration.between(clock.instant(), lastWrite.plus(HEARTBEAT));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        lastWrite = clock.instant();
    }
}
