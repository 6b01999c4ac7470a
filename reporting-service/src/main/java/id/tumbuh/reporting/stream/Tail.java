package id.tumbuh.reporting.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The last events of all streamed topics, shared by every subscriber of this replica. Bounded by number and by bytes: what
 * falls off is read from the topics again by whoever still needs it.
 */
final class Tail {
    private final long bytesAtMost;
    private final @Nullable StreamedEvent[] ring;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();

    /** For each partition the first offset from which on the ring has everything. */
    private final Position completeFrom;

    /** Up to where the topics have been read. */
    private final Position end;

    /** Number of the next event; the ring holds those from {@code next - held} on. */
    private long next;

    private int held;
    private long bytes;

    Tail(int eventsAtMost, long bytesAtMost, Position start) {
        this.bytesAtMost = bytesAtMost;
        this.ring = new StreamedEvent[eventsAtMost];
        this.completeFrom = start.copy();
        this.end = start.copy();
    }

    void add(List<StreamedEvent> events) {
        lock.lock();
        try {
            for (StreamedEvent event : events) {
                while (held == ring.length || (held > 0 && bytes + event.bytes() > bytesAtMost)) {
                    dropOldest();
                }
                ring[(int) (next % ring.length)] = event;
                end.advance(event.partition(), event.offset());
                bytes += event.bytes();
                held++;
                next++;
            }
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void dropOldest() {
        int slot = (int) ((next - held) % ring.length);
        StreamedEvent fallen = ring[slot];
        if (fallen != null) {
            completeFrom.advance(fallen.partition(), fallen.offset());
            bytes -= fallen.bytes();
        }
        ring[slot] = null;
        held--;
    }

    /** Up to where the topics have been read: where a new subscriber begins. */
    Position end() {
        lock.lock();
        try {
            return end.copy();
        } finally {
            lock.unlock();
        }
    }

    /** Where to start for a subscriber at this position; empty if events it still needs have fallen off. */
    Optional<Long> enter(Position position) {
        lock.lock();
        try {
            return position.isOlderThan(completeFrom) ? Optional.empty() : Optional.of(next - held);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The event from which on a subscriber that considers all of the ring is after each event where every other one is, however
     * far behind it follows: one that is nowhere beyond the tail's end has, when it has considered all that is there now, read
     * exactly as far as the tail.
     *
     * @return empty for one that came from a replica that is ahead of this one: it may ask again
     */
    Optional<Long> inStepFrom(Position position) {
        lock.lock();
        try {
            return position.isBeyond(end) ? Optional.empty() : Optional.of(next);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The events from the number on, waiting for the first if there is none yet.
     *
     * @return empty if the subscriber was too slow and its next event has fallen off; an empty list if none came in time
     */
    Optional<List<StreamedEvent>> from(long number, int atMost, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long wait = patience.toNanos();
            while (number >= next && wait > 0) {
                wait = grown.awaitNanos(wait);
            }
            if (number < next - held) {
                return Optional.empty();
            }
            List<StreamedEvent> events = new ArrayList<>((int) Math.min(atMost, next - number));
            for (long i = number; i < next && events.size() < atMost; i++) {
                StreamedEvent event = ring[(int) (i % ring.length)];
                if (event != null) {
                    events.add(event);
                }
            }
            return Optional.of(events);
        } finally {
            lock.unlock();
        }
    }
}
