package id.tumbuh.reporting.survey;

import id.tumbuh.reporting.statement.Source;
import id.tumbuh.reporting.statement.Statement;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a survey found in a kabupaten or kota, a province or the country.
 *
 * @param percent the point estimate
 * @param interval null where the source gives none
 * @param sampleSize null where the source gives none
 */
public record SurveyEstimate(
        UUID id,
        long version,
        String area,
        String indicator,
        String instrument,
        int year,
        BigDecimal percent,
        @Nullable Interval interval,
        @Nullable Integer sampleSize,
        String definition,
        Source source)
        implements Statement<SurveyEstimate> {
    static final String KIND = "survey-estimate";

    /** The bounds a survey gives with its estimate, in percent. */
    public record Interval(BigDecimal low, BigDecimal high) {}

    @Override
    public SurveyEstimate withVersion(long other) {
        return new SurveyEstimate(
                id, other, area, indicator, instrument, year, percent, interval, sampleSize, definition, source);
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
