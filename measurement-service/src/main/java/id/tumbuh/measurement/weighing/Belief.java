package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.growth.GrowthPolicy;
import java.time.Instant;

/**
 * A revision of a measurement as it stood: what was believed, from when on, who had said so and why.
 *
 * @param assessment as it was stored with the revision, made with the birth date that was believed then
 */
record Belief(
        Measurement measurement,
        Assessment assessment,
        GrowthPolicy policy,
        Instant recordedAt,
        String recordedBy,
        RevisionReason reason) {}
