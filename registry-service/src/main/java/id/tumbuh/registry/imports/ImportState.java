package id.tumbuh.registry.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as its uploader sees it. */
record ImportState(
        UUID id,
        String format,
        boolean dryRun,
        String state,
        @Nullable String problem,
        @Nullable Integer problemRow,
        @Nullable Integer rowsInFile,
        Counts counts,
        Instant receivedAt,
        @Nullable Instant finishedAt) {

    /** Rows by outcome so far; {@code rows} is their sum. */
    record Counts(int rows, int created, int matched, int updated, int unchanged, int rejected, int toDecide) {}

    boolean isRunning() {
        return state.equals("RUNNING");
    }
}
