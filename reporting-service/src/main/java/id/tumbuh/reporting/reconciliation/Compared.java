package id.tumbuh.reporting.reconciliation;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.quality.MeasuringQuality;
import id.tumbuh.reporting.quality.WeakPosyandu;
import id.tumbuh.reporting.survey.RecordedFigure;
import id.tumbuh.reporting.survey.SurveyEstimate;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Survey and routine of an area beside each other.
 *
 * @param survey the newest up to the month's year; null where none speaks of the area
 * @param between what follows of both; null when one is missing
 * @param others what else surveys said of the same year
 * @param asOf when the latest event happened that is included
 */
public record Compared(
        Area area,
        Routine routine,
        @Nullable SurveyEstimate survey,
        @Nullable Reconciliation between,
        Explanation explanation,
        Means means,
        MeasuringQuality quality,
        List<WeakPosyandu> remeasureFirst,
        List<SurveyEstimate> others,
        List<RecordedFigure> recorded,
        ReconciliationRules.Values rules,
        @Nullable Instant asOf) {

    /** The mean heights for age that both sides imply, in SD. */
    public record Means(OptionalDouble routine, OptionalDouble survey) {}

    /** Stunted children the survey lets expect among all. */
    public @Nullable Long expected() {
        return between == null ? null : Reconciliation.expected(between.survey(), routine.children());
    }

    /** The share of them that routine data found; null when there is nothing to find. */
    public @Nullable Double found() {
        return between == null || between.survey() == 0
                ? null
                : routine.stunted() / (between.survey() * routine.children());
    }
}
