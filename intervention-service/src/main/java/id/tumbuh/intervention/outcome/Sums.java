package id.tumbuh.intervention.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Figures of many children; none of fewer than the rule allows. */
final class Sums {
    private Sums() {}

    /** A mean with how many children it rests on; both missing when they are too few. */
    @Schema(name = "MeanOfChildren")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mean(@Nullable BigDecimal mean, @Nullable Integer children) {
        static final Mean TOO_FEW = new Mean(null, null);
    }

    /** A share with its numerator and denominator; all missing when the children are too few. */
    @Schema(name = "ShareOfChildren")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Share(
            @Nullable Integer numerator,
            @Nullable Integer denominator,
            @Nullable BigDecimal share) {
        static final Share TOO_FEW = new Share(null, null, null);
    }

    /** What happened in one window. */
    @Schema(name = "GrowthOfChildren")
    record Window(Mean gramsPerMonth, Mean lengthForAgeChange, Mean weightForLengthChange, Share gained) {

        static Window of(List<Growth> growths, int least) {
            return new Window(
                    mean(growths, Growth::gramsPerMonth, 0, least),
                    mean(growths, Growth::lengthForAgeChange, 2, least),
                    mean(growths, Growth::weightForLengthChange, 2, least),
                    gained(growths, least));
        }

        private static Mean mean(
                List<Growth> growths, Function<Growth, @Nullable BigDecimal> value, int decimals, int least) {
            List<BigDecimal> known = new ArrayList<>();
            for (Growth growth : growths) {
                BigDecimal one = value.apply(growth);
                if (one != null) {
                    known.add(one);
                }
            }
            return Sums.mean(known, decimals, least);
        }

        /** Marks N of all marks N and T, of children who have any. */
        private static Share gained(List<Growth> growths, int least) {
            List<Growth> marked = growths.stream()
                    .filter(one -> one.gained() + one.notGained() > 0)
                    .toList();
            int gained = marked.stream().mapToInt(Growth::gained).sum();
            int all = gained + marked.stream().mapToInt(Growth::notGained).sum();
            return marked.size() < least ? Share.TOO_FEW : share(gained, all);
        }
    }

    /** Recovered of those who were wasted and were measured again. */
    static Share recovered(List<ChildOutcome> outcomes, int least) {
        int recovered = count(outcomes, ChildOutcome.Recovery.RECOVERED);
        int all = recovered + count(outcomes, ChildOutcome.Recovery.STILL_WASTED);
        return all < least ? Share.TOO_FEW : share(recovered, all);
    }

    static Mean mean(List<BigDecimal> values, int decimals, int least) {
        if (values.size() < least || values.isEmpty()) {
            return Mean.TOO_FEW;
        }
        BigDecimal sum = values.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Mean(sum.divide(BigDecimal.valueOf(values.size()), decimals, RoundingMode.HALF_UP), values.size());
    }

    private static int count(List<ChildOutcome> outcomes, ChildOutcome.Recovery recovery) {
        return (int) outcomes.stream().filter(one -> one.recovery() == recovery).count();
    }

    private static Share share(int numerator, int denominator) {
        return new Share(
                numerator,
                denominator,
                BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), 3, RoundingMode.HALF_UP));
    }
}
