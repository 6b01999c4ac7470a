package id.tumbuh.measurement.growth;

import org.jspecify.annotations.Nullable;

/**
 * What was taken of a child on one day. A number that was not taken is {@link #NONE}; a number that is not positive
 * counts as not taken. No limit of plausibility is applied: any positive value is computed.
 */
public record Measures(
        double weightKg,
        double lengthHeightCm,
        @Nullable Position position,
        double headCircumferenceCm,
        double armCircumferenceCm,
        double tricepsMm,
        double subscapularMm,
        boolean oedema) {

    /** Not taken. */
    public static final double NONE = Double.NaN;
}
