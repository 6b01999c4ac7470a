package id.tumbuh.reporting.reconciliation;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What follows from a routine prevalence, the share of children it stands for, and a survey; all are shares from 0 to 1.
 *
 * <p>Nothing is known of the children who were not measured. So the true value lies between two bounds: none of them is stunted, or
 * all are.
 *
 * @param measured share of the children who have a plausible height for age
 * @param routine share of the measured who are stunted
 * @param survey share of all children who are stunted, by the survey
 */
public record Reconciliation(double measured, double routine, double survey) {
    /** Shares are no exact binary fractions: a bound that is just met is met. */
    static final double EXACT = 1e-9;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    public Reconciliation {
        if (isNoShare(measured) || isNoShare(routine) || isNoShare(survey)) {
            throw new IllegalArgumentException("a share lies between 0 and 1");
        }
    }

    private static boolean isNoShare(double share) {
        return !(share >= 0 && share <= 1);
    }

    /** The true value if nobody who was not measured is stunted. */
    public double lowest() {
        return measured * routine;
    }

    /** The true value if everybody who was not measured is stunted. */
    public double highest() {
        return lowest() + unmeasured();
    }

    public double unmeasured() {
        return 1 - measured;
    }

    /**
     * How many of the children who were not measured would have to be stunted for the survey to be right. Below 0 or above 1 it can't
     * be. Empty when everybody was measured.
     */
    public OptionalDouble requiredAmongUnmeasured() {
        return unmeasured() == 0 ? OptionalDouble.empty() : OptionalDouble.of((survey - lowest()) / unmeasured());
    }

    /** How many times as often stunted as those measured they would have to be; empty when there is nothing to compare. */
    public OptionalDouble requiredRatio() {
        OptionalDouble required = requiredAmongUnmeasured();
        return required.isEmpty() || routine == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(required.getAsDouble() / routine);
    }

    /** What can explain the difference, by the limits of the rules. */
    public Explanation explanation(Limits limits) {
        if (limits.agree(routine, survey)) {
            return Explanation.AGREE;
        }
        OptionalDouble required = requiredAmongUnmeasured();
        if (required.isEmpty()) {
            return Explanation.ALL_MEASURED;
        }
        if (required.getAsDouble() < -EXACT || required.getAsDouble() > 1 + EXACT) {
            return Explanation.OUTSIDE_BOUNDS;
        }
        OptionalDouble ratio = requiredRatio();
        return ratio.isPresent() && ratio.getAsDouble() <= limits.largestRatio() + EXACT
                ? Explanation.COVERAGE_CAN
                : Explanation.COVERAGE_ALONE_NOT_CREDIBLE;
    }

    /**
     * The mean height for age at which so many lie below the cut-off, if heights follow a normal curve; empty for none and for all,
     * where no curve fits.
     */
    public static OptionalDouble impliedMean(double prevalence, double cutOff, double deviation) {
        return prevalence <= 0 || prevalence >= 1
                ? OptionalDouble.empty()
                : OptionalDouble.of(cutOff - deviation * NORMAL.inverseCumulativeProbability(prevalence));
    }

    /** How many of so many children the survey lets expect to be stunted. */
    public static long expected(double survey, long children) {
        return Math.round(survey * children);
    }
}
