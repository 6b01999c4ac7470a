package id.tumbuh.reporting.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A share with what it is made of.
 *
 * @param coverage share of the children who should have come that the denominator stands for, 0 to 1
 */
public record Figure(long numerator, long denominator, OptionalDouble coverage) {
    /** Of nobody. */
    public static final Figure NONE = new Figure(0, 0, OptionalDouble.empty());

    private static final int DECIMALS = 4;

    /** In percent, or null when there is nothing to divide by: no data is not 0 %. */
    public @Nullable BigDecimal percent() {
        return denominator == 0
                ? null
                : BigDecimal.valueOf(numerator)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(denominator), DECIMALS, RoundingMode.HALF_UP);
    }

    /** In percent, as {@link #percent()}. */
    public @Nullable BigDecimal coveragePercent() {
        return coverage.isEmpty()
                ? null
                : BigDecimal.valueOf(coverage.getAsDouble() * 100).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
