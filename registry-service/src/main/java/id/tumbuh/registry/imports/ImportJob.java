package id.tumbuh.registry.imports;

import id.tumbuh.registry.batch.Actor;
import java.util.UUID;

/** An import that this worker holds the lease of. */
@SuppressWarnings("ArrayRecordComponent") // handed on, compared by nobody
record ImportJob(UUID id, UUID holder, Actor actor, boolean dryRun, byte[] dataKey, int lastRow) {}
