package id.tumbuh.reporting.reconciliation;

/**
 * When two figures agree and when a difference is believable, by dated rules.
 *
 * @param largestRatio the most that children who were not measured may be stunted, as a multiple of those who were
 * @param low the lowest routine share that agrees with the survey
 * @param high the highest
 */
public record Limits(double largestRatio, double low, double high) {
    /** The survey's own interval where it has one, else so many points around it. */
    static Limits around(double survey, double points, double largestRatio) {
        return new Limits(largestRatio, survey - points / 100, survey + points / 100);
    }

    boolean agree(double routine, double survey) {
        return routine >= Math.min(low, survey) - Reconciliation.EXACT
                && routine <= Math.max(high, survey) + Reconciliation.EXACT;
    }
}
