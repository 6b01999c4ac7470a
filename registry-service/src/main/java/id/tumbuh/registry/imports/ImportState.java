package id.tumbuh.registry.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as its uploader sees it. */
@SuppressWarnings("ArrayRecordComponent") // answered, compared by nobody
record ImportState(
        UUID id,
        ImportKind kind,
        boolean dryRun,
        String state,
        @Nullable String source,
        @Nullable UUID sourceId,
        long mappingVersion,
        @Nullable String batchId,
        byte @Nullable [] contentHash,
        @Nullable LocalDate ledgerDay,
        @Nullable String problem,
        @Nullable Integer problemRow,
        List<String> problemColumns,
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
