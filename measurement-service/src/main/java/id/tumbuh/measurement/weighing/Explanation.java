package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.growth.Assessment;
import id.tumbuh.measurement.growth.WeightVelocity;
import id.tumbuh.measurement.kms.VelocityNote;
import org.jspecify.annotations.Nullable;

/**
 * A measurement for a person to understand: what other systems say about the same figures, and what the gain means.
 *
 * @param completedMonths age in calendar months, by which most systems look a child up
 * @param byCompletedMonths what the standard says at that age; the figure is the one by day
 * @param gain since the weighing before, by WHO's weight velocity; null where it has none
 */
record Explanation(
        AssessedMeasurement assessed,
        int completedMonths,
        Assessment byCompletedMonths,
        WeightVelocity.@Nullable Gain gain,
        @Nullable VelocityNote note) {}
