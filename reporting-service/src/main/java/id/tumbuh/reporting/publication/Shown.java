package id.tumbuh.reporting.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A figure as everybody may see it; null is hidden. Percentages are of the rounded counts, so that they tell nothing that the counts do not.
 */
record Shown(
        @Nullable Long numerator,
        @Nullable Long denominator,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal coverage) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    static @Nullable BigDecimal percent(@Nullable Long part, @Nullable Long whole) {
        return part == null || whole == null || whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(WHOLE).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
