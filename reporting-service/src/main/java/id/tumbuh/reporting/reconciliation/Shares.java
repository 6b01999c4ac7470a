package id.tumbuh.reporting.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares from 0 to 1, and as percentages on the wire. */
final class Shares {
    private static final int DECIMALS = 4;

    private Shares() {}

    static double of(BigDecimal percent) {
        return percent.movePointLeft(2).doubleValue();
    }

    /** Null when there is nothing to divide by. */
    static @Nullable Double of(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    static @Nullable BigDecimal percent(@Nullable Double share) {
        return share == null ? null : BigDecimal.valueOf(share * 100).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
