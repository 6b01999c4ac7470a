package id.tumbuh.reporting.targets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The target an area works towards: its own last one if that is still ahead, else the last of the national path.
 *
 * @param own whether the area set it itself
 */
public record Goal(int year, BigDecimal percent, boolean own) {
    private static final int DECIMALS = 2;

    /** Empty when no target is ahead of the year. */
    static Optional<Goal> from(int year, List<AreaTarget> own, List<NationalPath.Point> national) {
        return own.stream()
                .filter(target -> target.year() >= year)
                .max(Comparator.comparingInt(AreaTarget::year))
                .map(target -> new Goal(target.year(), target.percent(), true))
                .or(() -> national.stream()
                        .filter(point -> point.year() >= year)
                        .max(Comparator.comparingInt(NationalPath.Point::year))
                        .map(point -> new Goal(point.year(), point.percent(), false)));
    }

    /**
     * Percentage points to come down in each year that is left, and in this one alone when it is the last; 0 where the target is met.
     */
    BigDecimal pointsAYear(BigDecimal standing, int thisYear) {
        int years = Math.max(1, year - thisYear);
        return standing.subtract(percent)
                .max(BigDecimal.ZERO)
                .divide(BigDecimal.valueOf(years), DECIMALS, RoundingMode.HALF_UP);
    }

    /** How many of so many children are more than the target allows. */
    long tooMany(long stunted, long of) {
        long allowed = percent.multiply(BigDecimal.valueOf(of))
                .movePointLeft(2)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        return Math.max(0, stunted - allowed);
    }

    /** How many children of all the survey lets expect are more than the target allows. */
    @Nullable
    Long tooManyBySurvey(@Nullable BigDecimal survey, long children) {
        return survey == null || children == 0
                ? null
                : survey.subtract(percent)
                        .max(BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(children))
                        .movePointLeft(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
    }
}
