package id.tumbuh.reporting.publication;

import id.tumbuh.reporting.indicator.Figure;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a snapshot, exact and as it is shown.
 *
 * @param coverage in percent, exact
 */
record PublishedFigure(
        String area,
        String name,
        String indicator,
        long numerator,
        long denominator,
        @Nullable BigDecimal coverage,
        Shown shown) {

    @Nullable
    BigDecimal percent() {
        return new Figure(numerator, denominator, OptionalDouble.empty()).percent();
    }

    String key() {
        return area + "/" + indicator;
    }
}
