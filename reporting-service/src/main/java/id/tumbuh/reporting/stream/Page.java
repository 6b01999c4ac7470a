package id.tumbuh.reporting.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of history being filled: bounded in events, in bytes, in what is looked through and in time. */
final class Page {
    private static final int BYTES = 1 << 20;
    private static final int LOOKED_THROUGH = 20_000;
    private static final Duration TIME = Duration.ofSeconds(2);

    private final Wish wish;
    private final int limit;
    private final List<EventsResource.Event> events = new ArrayList<>();
    private final long until = System.nanoTime() + TIME.toNanos();
    private Position position;
    private @Nullable Position missing;
    private boolean more = true;
    private int bytes;
    private int lookedThrough;

    Page(Wish wish, Position from, int limit) {
        this.wish = wish;
        this.position = from.copy();
        this.limit = limit;
    }

    /** Reads portions from wherever the position is. */
    interface Portions {
        Portion from(Position position);
    }

    void fill(Portions portions) {
        while (more && !isFull()) {
            Portion portion = portions.from(position);
            if (!portion.start().isSameAs(position)) {
                if (events.isEmpty()) {
                    missing = portion.start();
                }
                return; // else the page ends before the gap, and the next one tells of it
            }
            take(portion);
        }
    }

    private void take(Portion portion) {
        for (StreamedEvent event : portion.events()) {
            if (isFull()) {
                return;
            }
            position.advance(event.partition(), event.offset());
            lookedThrough++;
            if (wish.includes(event)) {
                String json = new String(event.json(), StandardCharsets.UTF_8);
                bytes += json.length();
                events.add(new EventsResource.Event(position.encoded(), event.shortType(), json));
            }
        }
        position = position.notBefore(portion.after());
        more = !portion.isLast();
    }

    private boolean isFull() {
        return events.size() >= limit || bytes >= BYTES || lookedThrough >= LOOKED_THROUGH || System.nanoTime() > until;
    }

    /** Where the topics begin now, if the events asked for are gone. */
    Optional<Position> missing() {
        return Optional.ofNullable(missing);
    }

    List<EventsResource.Event> events() {
        return events;
    }

    Position position() {
        return position;
    }

    boolean hasMore() {
        return more;
    }
}
