package id.tumbuh.platform.messaging;

import java.time.Duration;

/** Waiting times that double up to a limit. Not shared between threads. */
final class Backoff {
    private final Duration first;
    private final Duration atMost;
    private Duration next;

    Backoff(Duration first, Duration atMost) {
        this.first = first;
        this.atMost = atMost;
        this.next = first;
    }

    Duration next() {
        Duration current = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(atMost) > 0 ? atMost : doubled;
        return current;
    }

    void reset() {
        next = first;
    }
}
