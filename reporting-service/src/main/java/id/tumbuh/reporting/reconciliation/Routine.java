package id.tumbuh.reporting.reconciliation;

import id.tumbuh.reporting.indicator.Sums;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The routine figures of an area and month.
 *
 * @param children who should have come (S)
 * @param weighed who came (D)
 * @param plausible of them with a plausible height for age
 * @param stunted of those stunted
 */
public record Routine(YearMonth month, long children, long weighed, long plausible, long stunted) {
    static Routine of(YearMonth month, Sums sums) {
        return new Routine(month, sums.children(), sums.weighed(), sums.heightPlausible(), sums.stunted());
    }

    public boolean isThere() {
        return children > 0 && plausible > 0;
    }

    public @Nullable Double prevalence() {
        return Shares.of(stunted, plausible);
    }

    /** More may have come than are registered: they stand for all of them, not for more. */
    public double measured() {
        return children == 0 ? 0 : Math.min(1, (double) plausible / children);
    }

    public long absent() {
        return Math.max(0, children - weighed);
    }
}
