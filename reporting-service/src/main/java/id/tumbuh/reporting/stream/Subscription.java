package id.tumbuh.reporting.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/**
 * One subscriber being served, in a virtual thread of its own that blocks on its slow connection and on nothing else.
 *
 * <p>It moves between two states: following the shared tail, and catching up from the topics when its position is older than
 * the tail. The position decides what is sent, so the change between the two loses and repeats nothing.
 */
final class Subscription {
    private static final int AT_A_TIME = 500;
    private static final Duration BROKER_AWAY = Duration.ofSeconds(1);

    private final Source source;
    private final Wish wish;
    private final Wire wire;
    private final Clock clock;
    private Position position;
    private Instant lastWrite;

    /** Where events come from. */
    record Source(LiveTail.Started live, Archive archive, Duration heartbeat) {}

    Subscription(Source source, Wish wish, Position position, Wire wire) {
        this.source = source;
        this.wish = wish;
        this.position = position.copy();
        this.wire = wire;
        this.clock = Clock.systemUTC();
        this.lastWrite = clock.instant();
    }

    /** Serves until the connection or the token ends; an {@link IOException} is the subscriber hanging up. */
    void serve() throws IOException, InterruptedException {
        while (isAllowed()) {
            Optional<Long> start = source.live().tail().enter(position);
            if (start.isPresent()) {
                follow(start.get());
            } else {
                catchUp();
            }
        }
    }

    private boolean isAllowed() {
        return clock.instant().isBefore(wish.until());
    }

    /** Returns when the subscriber fell behind the tail, or its time is over. */
    private void follow(long start) throws IOException, InterruptedException {
        Tail tail = source.live().tail();
        Optional<Long> inStepFrom = tail.inStepFrom(position);
        long number = start;
        while (isAllowed()) {
            Optional<List<StreamedEvent>> events = tail.from(number, AT_A_TIME, patience());
            if (events.isEmpty()) {
                return;
            }
            for (StreamedEvent event : events.get()) {
                consider(event, inStepFrom.isPresent() && number >= inStepFrom.get());
                number++;
            }
            inStepFrom = inStepFrom.or(() -> tail.inStepFrom(position));
            afterEvents();
        }
    }

    private void catchUp() throws IOException, InterruptedException {
        try {
            Optional<Portion> portion = source.archive().read(source.live().topics(), position, patience());
            if (portion.isPresent()) {
                take(portion.get());
            }
        } catch (KafkaException brokerAway) {
            Thread.sleep(BROKER_AWAY);
        }
        afterEvents();
    }

    private void take(Portion portion) throws IOException, InterruptedException {
        if (!portion.start().isSameAs(position)) {
            // Events older than the topics keep are gone: it is told, and goes on with the oldest that are left.
            position = portion.start().copy();
            say("event: gap\nid: " + position.encoded() + "\ndata: {\"reason\":\""
                    + StreamProblem.CURSOR_OLDER_THAN_KEPT + "\"}\n\n");
        }
        for (StreamedEvent event : portion.events()) {
            consider(event, false);
        }
        position = position.notBefore(portion.after());
    }

    /** What is made for one in step is made once for all of them: the position after an event is the costly part of it. */
    private void consider(StreamedEvent event, boolean inStep) throws IOException, InterruptedException {
        if (position.includes(event.partition(), event.offset())) {
            return;
        }
        position.advance(event.partition(), event.offset());
        if (wish.includes(event)) {
            wire.add(inStep ? event.frame(position) : event.frameOnce(position));
        }
    }

    /** Also who hears of nothing, in whatever happens elsewhere, is told that the connection stands. */
    private void afterEvents() throws IOException, InterruptedException {
        if (wire.isEmpty() && !clock.instant().isBefore(lastWrite.plus(source.heartbeat()))) {
            say(": \n\n");
        }
        send();
    }

    /** To the next heartbeat, and no longer than the token. */
    private Duration patience() {
        Instant now = clock.instant();
        Instant heartbeat = lastWrite.plus(source.heartbeat());
        Duration left = Duration.between(now, heartbeat.isBefore(wish.until()) ? heartbeat : wish.until());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void say(String text) throws IOException, InterruptedException {
        wire.add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void send() throws IOException, InterruptedException {
        if (!wire.isEmpty()) {
            wire.send();
            lastWrite = clock.instant();
        }
    }
}
