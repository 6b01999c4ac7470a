package id.tumbuh.reporting.rebuild;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A building of the projections.
 *
 * @param events read from the topics so far, once for each consumer that wants them
 * @param differences by table, how many rows only one side has; null before they are compared
 * @param failure the kind of it, in words of the program
 */
@Schema(name = "Rebuild")
record RebuildRun(
        UUID id,
        State state,
        boolean replace,
        Instant startedAt,
        @Nullable Instant endedAt,
        long events,
        @Nullable Map<String, Long> differences,
        @Nullable String failure) {
    static final String EXAMPLE = """
            {"id": "0198c1a0-0000-7000-8000-0000000000f7", "state": "SAME", "replace": false, "startedAt": "2026-08-15T02:00:00Z",
             "endedAt": "2026-08-15T02:01:12Z", "events": 1482113, "differences": {}}""";

    /** How far it is. */
    enum State {
        RUNNING,
        /** Compared, and thrown away. */
        SAME,
        /** Compared, and thrown away: those that are read differ. */
        DIFFERENT,
        /** What was built is read now. */
        REPLACED,
        FAILED
    }
}
