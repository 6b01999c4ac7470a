package id.tumbuh.intervention.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a child grew in some time: a pure function of its weighings.
 *
 * @param gramsPerMonth over 30.4375 days
 * @param gained marks N of the growth card, {@code notGained} marks T
 */
@Schema(name = "GrowthInTime")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Growth(
        LocalDate from,
        LocalDate to,
        int weighings,

        @Schema(description = "Weight gained, over 30.4375 days; missing without two weighings far enough apart")
        @Nullable
        BigDecimal gramsPerMonth,

        @Schema(description = "Change of the z-score TB/U") @Nullable
        BigDecimal lengthForAgeChange,

        @Schema(description = "Change of the z-score BB/TB") @Nullable
        BigDecimal weightForLengthChange,

        @Schema(description = "Marks N of the growth card") int gained,
        @Schema(description = "Marks T of the growth card") int notGained) {
    private static final BigDecimal DAYS_OF_A_MONTH = new BigDecimal("30.4375");
    private static final BigDecimal GRAMS = new BigDecimal(1000);

    /** The days of a window, both included. */
    record Window(LocalDate from, LocalDate to) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    static Growth of(List<Weighed> weighings, Window window, OutcomeRules rules) {
        List<Weighed> inOrder =
                weighings.stream().sorted(Comparator.comparing(Weighed::day)).toList();
        List<Weighed> inside =
                inOrder.stream().filter(one -> window.contains(one.day())).toList();
        Reader reader = new Reader(inOrder, window, rules);
        return new Growth(
                window.from(),
                window.to(),
                inside.size(),
                reader.gramsPerMonth(),
                reader.change(Weighed::lengthForAge),
                reader.change(Weighed::weightForLength),
                marks(inside, "N"),
                marks(inside, "T"));
    }

    private static int marks(List<Weighed> inside, String mark) {
        return (int) inside.stream().filter(one -> mark.equals(one.mark())).count();
    }

    private record Reader(List<Weighed> inOrder, Window window, OutcomeRules rules) {

        @Nullable
        BigDecimal gramsPerMonth() {
            Pair pair = pair(Weighed::weightKg);
            return pair == null
                    ? null
                    : pair.change()
                            .multiply(GRAMS)
                            .multiply(DAYS_OF_A_MONTH)
                            .divide(BigDecimal.valueOf(pair.days()), 0, RoundingMode.HALF_UP);
        }

        @Nullable
        BigDecimal change(Function<Weighed, @Nullable BigDecimal> value) {
            Pair pair = pair(value);
            return pair == null ? null : pair.change().setScale(2, RoundingMode.HALF_UP);
        }

        /** From the last one at or shortly before the first day, or else the first inside, to the last inside. */
        private @Nullable Pair pair(Function<Weighed, @Nullable BigDecimal> value) {
            LocalDate earliest = window.from().minusDays(rules.leadDays());
            Weighed start = null;
            Weighed end = null;
            for (Weighed one : inOrder) {
                if (value.apply(one) == null
                        || one.day().isBefore(earliest)
                        || one.day().isAfter(window.to())) {
                    continue;
                }
                if (start == null || !one.day().isAfter(window.from())) {
                    start = one;
                }
                end = one;
            }
            if (start == null || end == null) {
                return null;
            }
            BigDecimal first = value.apply(start);
            BigDecimal last = value.apply(end);
            long days = ChronoUnit.DAYS.between(start.day(), end.day());
            return first == null || last == null || days < rules.leastDays() || !window.contains(end.day())
                    ? null
                    : new Pair(last.subtract(first), days);
        }
    }

    private record Pair(BigDecimal change, long days) {}
}
