package id.tumbuh.reporting.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A part of a whole, as text and as the length of a bar.
 *
 * @param percent null when there is no whole
 */
record Portion(@Nullable BigDecimal percent) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Portion of(long part, long whole) {
        return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    static Portion of(BigDecimal part, BigDecimal whole) {
        return new Portion(whole.signum() == 0 ? null : part.multiply(HUNDRED).divide(whole, 4, RoundingMode.HALF_UP));
    }

    String text(Wording wording) {
        return wording.percent(percent);
    }

    /** From 0 to 100, however much more than the whole it is. */
    String bar() {
        return percent == null
                ? "0"
                : percent.min(HUNDRED).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
