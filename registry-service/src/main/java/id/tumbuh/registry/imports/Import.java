package id.tumbuh.registry.imports;

import id.tumbuh.registry.batch.Actor;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is taken in: once it is stored, some worker will come to it.
 *
 * @param batchId chosen by the source, null for a file
 * @param contentHash SHA-256 of what was sent
 * @param day the day the source counts it on
 */
@SuppressWarnings("ArrayRecordComponent") // written once
record Import(
        UUID id,
        Actor actor,
        ImportKind kind,
        boolean dryRun,
        byte[] dataKey,
        Source source,
        long mappingVersion,
        @Nullable String batchId,
        byte[] contentHash,
        LocalDate day,
        long bytes) {}
