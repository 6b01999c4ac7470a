package id.tumbuh.reporting.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The last events of all streamed topics, shared by every subscriber of this replica. Bounded by number and by bytes: what
 * falls off is read from the topics again by whoever still needs it.
 */
final class Tail {
    private final int capacity;
    private final StreamedEvent[] ring;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();

    /** For each partition the first offset from which on the ring has everything. */
    private final long[] completeFrom;

    /** Number of the next event; the ring holds those from {@code next - held} on. */
    private long next;

    private int held;

    Tail(int capacity, Position start) {
        this.capacity = capacity;
        this.ring = new StreamedEvent[capacity];
        this.completeFrom = new long[start.partitions()];
        for (int i = 0; i < completeFrom.length; i++) {
            completeFrom[i] = start.next(i);
        }
    }

    void add(List<StreamedEvent> events) {
        lock.lock();
        try {
            for (StreamedEvent event : events) {
                int slot = (int) (next % capacity);
                if (held == capacity) {
                    StreamedEvent fallen = ring[slot];
                    completeFrom[fallen.partition()] = fallen.offset() + 1;
                } else {
                    held++;
                }
                ring[slot] = event;
                next++;
            }
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Where to start for a subscriber at this position; empty if events it still needs have fallen off. */
    Optional<Long> enter(Position position) {
        lock.lock();
        try {
            for (int i = 0; i < completeFrom.length; i++) {
                if (position.next(i) < completeFrom[i]) {
                    return Optional.empty();
                }
            }
            return Optional.of(next - held);
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
                events.add(ring[(int) (i % capacity)]);
            }
            return Optional.of(events);
        } finally {
            lock.unlock();
        }
    }
}
