package id.tumbuh.reporting.reconciliation;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.growth.GrowthConsumer;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.population.PopulationConsumer;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.quality.Qualities;
import id.tumbuh.reporting.quality.QualityConsumer;
import id.tumbuh.reporting.survey.Question;
import id.tumbuh.reporting.survey.RecordedFigures;
import id.tumbuh.reporting.survey.SurveyEstimate;
import id.tumbuh.reporting.survey.SurveyEstimates;
import id.tumbuh.reporting.survey.SurveyRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts survey and routine of an area beside each other. */
@ApplicationScoped
public class Compare {
    private static final String STUNTING = "stunting-prevalence";
    private static final List<String> SOURCES =
            List.of(GrowthConsumer.GROUP, PopulationConsumer.GROUP, QualityConsumer.GROUP);

    private final Figures figures;
    private final SurveyEstimates estimates;
    private final RecordedFigures recorded;
    private final Qualities qualities;
    private final Progress progress;
    private final SurveyRules surveys;
    private final ReconciliationRules rules;

    Compare(
            Figures figures,
            SurveyEstimates estimates,
            RecordedFigures recorded,
            Qualities qualities,
            Progress progress,
            SurveyRules surveys,
            ReconciliationRules rules) {
        this.figures = figures;
        this.estimates = estimates;
        this.recorded = recorded;
        this.qualities = qualities;
        this.progress = progress;
        this.surveys = surveys;
        this.rules = rules;
    }

    /** What to compare, and how many posyandu to name. */
    public record Wanted(Area area, YearMonth month, int posyandu) {}

    public Compared of(Handle sql, Wanted wanted) {
        String area = wanted.area().code();
        ReconciliationRules.Values values = rules.on(wanted.month());
        Routine routine = Routine.of(
                wanted.month(), figures.sums(sql, List.of(area), wanted.month()).getOrDefault(area, Sums.NONE));
        List<SurveyEstimate> known = estimates.of(sql, Question.of(area, STUNTING));
        SurveyEstimate survey = newest(known, wanted.month().getYear()).orElse(null);
        Reconciliation between = between(routine, survey);
        Qualities.Window window = new Qualities.Window(area, wanted.month(), values.qualityMonths());
        return new Compared(
                wanted.area(),
                routine,
                survey,
                between,
                explanation(routine, survey, between, values),
                means(routine, survey, values),
                qualities.of(sql, window),
                qualities.weakest(sql, window, wanted.posyandu()),
                others(known, survey),
                recorded.of(sql, Question.of(area, STUNTING)),
                values,
                progress.asOf(sql, SOURCES).orElse(null));
    }

    /** Of the newest year the preferred instrument, of that the one published last. */
    private Optional<SurveyEstimate> newest(List<SurveyEstimate> known, int year) {
        List<String> preferred = surveys.instruments();
        // The list comes in the order of publication; max keeps the last of equals.
        return known.stream()
                .filter(estimate -> estimate.year() <= year)
                .reduce((one, other) -> order(preferred).compare(one, other) > 0 ? one : other);
    }

    private static Comparator<SurveyEstimate> order(List<String> preferred) {
        return Comparator.comparingInt(SurveyEstimate::year)
                .thenComparingInt(estimate -> -rank(preferred, estimate.instrument()));
    }

    /** An instrument that left the list comes after all that are in it. */
    private static int rank(List<String> preferred, String instrument) {
        int place = preferred.indexOf(instrument);
        return place < 0 ? preferred.size() : place;
    }

    private static List<SurveyEstimate> others(List<SurveyEstimate> known, @Nullable SurveyEstimate survey) {
        return survey == null
                ? List.of()
                : known.stream()
                        .filter(other -> other.year() == survey.year() && !other.equals(survey))
                        .toList();
    }

    private static @Nullable Reconciliation between(Routine routine, @Nullable SurveyEstimate survey) {
        Double prevalence = routine.prevalence();
        return survey == null || prevalence == null || !routine.isThere()
                ? null
                : new Reconciliation(routine.measured(), prevalence, Shares.of(survey.percent()));
    }

    private static Explanation explanation(
            Routine routine,
            @Nullable SurveyEstimate survey,
            @Nullable Reconciliation between,
            ReconciliationRules.Values values) {
        if (!routine.isThere()) {
            return Explanation.NO_ROUTINE_DATA;
        }
        return survey == null || between == null ? Explanation.NO_SURVEY : between.explanation(values.limits(survey));
    }

    private static Compared.Means means(
            Routine routine, @Nullable SurveyEstimate survey, ReconciliationRules.Values values) {
        Double prevalence = routine.prevalence();
        return new Compared.Means(
                prevalence == null
                        ? OptionalDouble.empty()
                        : Reconciliation.impliedMean(prevalence, values.cutOff(), values.routineDeviation()),
                survey == null
                        ? OptionalDouble.empty()
                        : Reconciliation.impliedMean(
                                Shares.of(survey.percent()), values.cutOff(), values.surveyDeviation()));
    }
}
