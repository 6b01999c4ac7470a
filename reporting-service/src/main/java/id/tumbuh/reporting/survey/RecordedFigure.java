package id.tumbuh.reporting.survey;

import id.tumbuh.reporting.statement.Source;
import id.tumbuh.reporting.statement.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of the routine figures of an area: counts, a percentage, or words.
 *
 * @param month null where it was said of the whole year
 */
public record RecordedFigure(
        UUID id,
        long version,
        String area,
        String indicator,
        int year,
        @Nullable Integer month,
        Said said,
        String definition,
        Source source)
        implements Statement<RecordedFigure> {
    static final String KIND = "recorded-figure";

    /** The numbers themselves; words where there was no number. */
    public record Said(
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable BigDecimal percent,
            @Nullable String statement) {
        private static final int DECIMALS = 4;

        /** Numerator over denominator in percent; null without both. */
        public @Nullable BigDecimal computedPercent() {
            return numerator == null || denominator == null ? null : share(DECIMALS, RoundingMode.HALF_UP);
        }

        /** Whether the stated percentage is what the counts give, rounded or cut at its own decimals; null when nobody can tell. */
        public @Nullable Boolean percentFollows() {
            if (percent == null || numerator == null || denominator == null) {
                return null;
            }
            int decimals = Math.max(0, percent.stripTrailingZeros().scale());
            return percent.compareTo(share(decimals, RoundingMode.HALF_UP)) == 0
                    || percent.compareTo(share(decimals, RoundingMode.DOWN)) == 0;
        }

        private BigDecimal share(int decimals, RoundingMode rounding) {
            return BigDecimal.valueOf(numerator == null ? 0 : numerator)
                    .multiply(BigDecimal.valueOf(100))
                    .divide(BigDecimal.valueOf(denominator == null ? 1 : denominator), decimals, rounding);
        }
    }

    /** Whether the two speak of the same and do not say the same. */
    public boolean contradicts(RecordedFigure other) {
        return area.equals(other.area)
                && indicator.equals(other.indicator)
                && year == other.year
                && (month == null || other.month == null || month.equals(other.month))
                && differ(said, other.said);
    }

    private static boolean differ(Said one, Said other) {
        if (one.numerator != null && other.numerator != null) {
            return !one.numerator.equals(other.numerator);
        }
        if (one.percent != null && other.percent != null) {
            return one.percent.compareTo(other.percent) != 0;
        }
        return one.statement != null && other.statement != null && !one.statement.equals(other.statement);
    }

    @Override
    public RecordedFigure withVersion(long other) {
        return new RecordedFigure(id, other, area, indicator, year, month, said, definition, source);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String key() {
        return id.toString();
    }
}
