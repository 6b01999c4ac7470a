package id.tumbuh.measurement.quality;

import org.jspecify.annotations.Nullable;

/**
 * One sign of one posyandu, measurer or kit.
 *
 * @param value numerator by denominator; for SPREAD the standard deviation of the denominator's z-scores; null of nothing
 */
record Reading(
        Sign sign, int numerator, int denominator, @Nullable Double value, Verdict verdict) {}
