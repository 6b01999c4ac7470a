package id.tumbuh.registry.imports;

import id.tumbuh.registry.batch.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import that this worker holds the lease of.
 *
 * @param source null for imports taken before sources were known
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, compared by nobody
record ImportJob(
        UUID id,
        UUID holder,
        Actor actor,
        boolean dryRun,
        byte[] dataKey,
        int lastRow,
        ImportKind kind,
        @Nullable UUID source,
        long mappingVersion) {}
