package id.tumbuh.measurement.quality;

import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.quality.QualityPolicy.Limits;
import java.util.List;

/** Counts the signs in the measurements of one posyandu, measurer or kit, in one pass. */
final class Tally {

    private final QualityPolicy policy;
    private int measured;
    private int heights;
    private int weights;
    private int implausible;
    private int roundedHeights;
    private int roundedWeights;
    private int compared;
    private int repeats;
    private int shrunk;
    private int withPosition;
    private int againstAge;
    private int believable;
    private int cases;
    private double mean;
    private double squares;

    Tally(QualityPolicy policy) {
        this.policy = policy;
    }

    void add(Taken taken) {
        measured++;
        implausible += taken.implausible() ? 1 : 0;
        if (taken.hasWeight()) {
            weights++;
            roundedWeights += isRounded(taken.weightKg()) ? 1 : 0;
        }
        if (taken.hasHeight()) {
            heights++;
            roundedHeights += isRounded(taken.heightCm()) ? 1 : 0;
            addPosition(taken);
        }
        addComparison(taken);
        addScore(taken);
    }

    private void addPosition(Taken taken) {
        if (taken.position() != null) {
            withPosition++;
            againstAge += (taken.position() == Position.STANDING) == taken.standingAge() ? 0 : 1;
        }
    }

    private void addComparison(Taken taken) {
        Taken.Before before = taken.before();
        if (!taken.hasHeight() || !(before.heightCm() > 0)) {
            return;
        }
        compared++;
        boolean sameWeight = taken.hasWeight() && taken.weightKg() == before.weightKg();
        repeats += sameWeight && taken.heightCm() == before.heightCm() ? 1 : 0;
        shrunk += before.heightCm() - taken.heightCm() > policy.shrunkByCm() ? 1 : 0;
    }

    /** Welford: the spread in one pass, without the loss of figures that squares of sums have. */
    private void addScore(Taken taken) {
        if (taken.stunting() == null) {
            return;
        }
        believable++;
        cases += taken.stunting() == Stunting.NORMAL ? 0 : 1;
        double delta = taken.heightZ() - mean;
        mean += delta / believable;
        squares += delta * (taken.heightZ() - mean);
    }

    /** Of tenths, two in ten end in 0 or 5 by chance; a figure with hundredths is none of them unless it is round. */
    private static boolean isRounded(double value) {
        double halves = value * 2;
        return Math.abs(halves - Math.rint(halves)) < 1e-6;
    }

    int measured() {
        return measured;
    }

    List<Reading> readings() {
        return List.of(
                share(Sign.IMPLAUSIBLE, implausible, measured, policy.implausible()),
                spread(),
                share(Sign.ROUNDED_HEIGHTS, roundedHeights, heights, policy.roundedHeights()),
                share(Sign.ROUNDED_WEIGHTS, roundedWeights, weights, policy.roundedWeights()),
                share(Sign.REPEATS, repeats, compared, policy.repeats()),
                share(Sign.SHRUNK, shrunk, compared, policy.shrunk()),
                share(Sign.POSITION_AGAINST_AGE, againstAge, withPosition, policy.positionAgainstAge()),
                noCase());
    }

    private Reading share(Sign sign, int numerator, int denominator, Limits limits) {
        if (denominator == 0) {
            return new Reading(sign, numerator, denominator, null, Verdict.TOO_FEW);
        }
        double value = numerator / (double) denominator;
        boolean enough = denominator >= policy.leastMeasured();
        return new Reading(sign, numerator, denominator, value, enough ? limits.of(value) : Verdict.TOO_FEW);
    }

    private Reading spread() {
        if (believable < Math.max(2, policy.leastMeasured())) {
            return new Reading(Sign.SPREAD, 0, believable, null, Verdict.TOO_FEW);
        }
        double deviation = Math.sqrt(squares / (believable - 1));
        Verdict verdict = deviation < policy.tooNarrow()
                ? Verdict.ATTENTION
                : policy.spread().of(deviation);
        return new Reading(Sign.SPREAD, believable, believable, deviation, verdict);
    }

    private Reading noCase() {
        Verdict verdict = Verdict.TOO_FEW;
        if (believable >= policy.noCaseFrom()) {
            verdict = cases == 0 ? Verdict.ATTENTION : Verdict.GOOD;
        }
        return new Reading(
                Sign.NO_CASE, cases, believable, believable == 0 ? null : cases / (double) believable, verdict);
    }

    /** The worst that any sign says. */
    Verdict verdict() {
        return readings().stream().map(Reading::verdict).reduce(Verdict.TOO_FEW, Verdict::worse);
    }
}
