package id.tumbuh.reporting.arrival;

import id.tumbuh.reporting.area.Area;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What arrived of one kabupaten.
 *
 * @param lastReceived null when nothing ever did, as far back as it is kept
 * @param events within the window
 * @param delay at most so long 19 of 20 of them were on their way; null without events or beyond {@link #longestDelay}
 */
public record Arrived(
        Area area,
        State state,
        @Nullable Instant lastOccurred,
        @Nullable Instant lastReceived,
        long events,
        @Nullable Duration delay,
        List<Schema> schemas) {
    public Arrived {
        schemas = List.copyOf(schemas);
    }

    /** How it stands, by the rules. */
    public enum State {
        /** Arrives in time. */
        FINE,
        /** One event in twenty is longer on its way than the rule allows. */
        LATE,
        /** Nothing came for longer than the rule allows. */
        SILENT,
        /** Nothing is known of it. */
        UNKNOWN
    }

    /** A kind of event in a version of its schema, and how many of it came within the window. */
    public record Schema(String type, long events, Instant lastReceived) {}

    /** The longest delay that is told exactly; beyond it only that it was longer. */
    public static Duration longestDelay() {
        return AgeOnArrival.Delay.longest();
    }
}
