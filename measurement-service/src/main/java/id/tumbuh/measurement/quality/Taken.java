package id.tumbuh.measurement.quality;

import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Stunting;
import org.jspecify.annotations.Nullable;

/**
 * One measurement, as far as it tells of measuring. Figures not taken are NaN.
 *
 * @param heightZ height for age on two decimals
 * @param implausible whether any index is flagged
 * @param stunting what it says, or null when it has no say
 * @param standingAge old enough to be measured standing
 * @param before the weight and height the time before, NaN for none
 */
record Taken(
        double weightKg,
        double heightCm,
        @Nullable Position position,
        double heightZ,
        boolean implausible,
        @Nullable Stunting stunting,
        boolean standingAge,
        Before before) {

    /** The child's measurement before this one. */
    record Before(double weightKg, double heightCm) {}

    boolean hasHeight() {
        return heightCm > 0;
    }

    boolean hasWeight() {
        return weightKg > 0;
    }
}
