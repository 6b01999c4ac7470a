package id.tumbuh.reporting.reconciliation;

import id.tumbuh.platform.http.Languages;
import id.tumbuh.reporting.quality.MeasuringQuality;
import id.tumbuh.reporting.quality.WeakPosyandu;
import id.tumbuh.reporting.survey.EstimateView;
import id.tumbuh.reporting.survey.FigureView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Survey and routine in JSON; shares are percentages. */
@Schema(name = "Reconciliation", examples = ReconciliationView.EXAMPLE)
record ReconciliationView(
        String area,
        String name,
        YearMonth month,
        RoutineSide routine,
        @Nullable SurveySide survey,
        @Nullable Between between,
        VerdictView verdict,
        Quality measuring,
        List<WeakPosyandu> remeasureFirst,
        List<EstimateView> otherSurveys,
        List<FigureView> recordedFigures,
        List<ReconciliationRules.Used> rules,
        @Nullable Instant asOf) {
    static final String EXAMPLE = """
            {"area": "36.04", "name": "Kabupaten Serang", "month": "2024-07",
             "routine": {"numerator": 5408, "denominator": 110431, "percent": 4.8972, "children": 128185, "weighed": 110431,
              "coverage": 86.1497, "absent": 17754, "absentPercent": 13.8503, "impliedMean": -0.34},
             "survey": {"estimate": {"area": "36.04", "instrument": "SSGI", "year": 2022, "percent": 26.40}, "expectedChildren": 33841,
              "impliedMean": -1.24},
             "between": {"lowest": 4.2189, "highest": 18.0692, "requiredAmongUnmeasured": 160.1492, "requiredRatio": 32.7,
              "foundPercent": 15.9807},
             "verdict": {"code": "OUTSIDE_BOUNDS", "id": ["Menurut SSGI 2022, 26,4% balita stunting. …"],
              "en": ["By SSGI 2022, 26.4% of children under five are stunted. …"]},
             "measuring": {"posyandu": 1538, "noCase": 41, "poor": 12, "roundedHeightsPercent": 63.0, "implausiblePercent": 0.8,
              "spread": 1.12},
             "remeasureFirst": [], "otherSurveys": [], "recordedFigures": [], "rules": [], "asOf": "2024-07-31T03:12:04Z"}""";

    /** What posyandu measured; {@code coverage} is the share of the children the denominator stands for. */
    @Schema(name = "ReconciliationRoutine")
    record RoutineSide(
            long numerator,
            long denominator,
            @Nullable BigDecimal percent,
            long children,
            long weighed,
            @Nullable BigDecimal coverage,
            long absent,
            @Nullable BigDecimal absentPercent,
            @Nullable BigDecimal impliedMean) {}

    /** What the survey found, and how many children that would be here. */
    @Schema(name = "ReconciliationSurvey")
    record SurveySide(
            EstimateView estimate,
            @Nullable Long expectedChildren,
            @Nullable BigDecimal impliedMean) {}

    /** What follows of both; in percent but for the ratio. */
    @Schema(name = "ReconciliationBetween")
    record Between(
            @Nullable BigDecimal lowest,
            @Nullable BigDecimal highest,
            @Nullable BigDecimal requiredAmongUnmeasured,
            @Nullable BigDecimal requiredRatio,
            @Nullable BigDecimal foundPercent) {}

    /** The verdict as a code and in sentences. */
    @Schema(name = "ReconciliationVerdict")
    record VerdictView(Explanation code, List<String> id, List<String> en) {}

    /** How well the posyandu measure. */
    @Schema(name = "MeasuringQuality")
    record Quality(
            long posyandu,
            long noCase,
            long poor,
            @Nullable BigDecimal roundedHeightsPercent,
            @Nullable BigDecimal implausiblePercent,
            @Nullable BigDecimal spread) {
        static Quality of(MeasuringQuality one) {
            return new Quality(
                    one.posyandu(),
                    one.noCase(),
                    one.poor(),
                    Shares.percent(Shares.of(one.roundedHeights(), one.heights())),
                    Shares.percent(Shares.of(one.implausible(), one.checked())),
                    one.spread() == null ? null : rounded(one.spread()));
        }
    }

    static ReconciliationView of(Compared compared) {
        return new ReconciliationView(
                compared.area().code(),
                compared.area().name(),
                compared.routine().month(),
                routine(compared),
                survey(compared),
                between(compared),
                new VerdictView(
                        compared.explanation(),
                        Verdict.in(Languages.INDONESIAN).sentences(compared),
                        Verdict.in(Locale.ENGLISH).sentences(compared)),
                Quality.of(compared.quality()),
                compared.remeasureFirst(),
                compared.others().stream().map(EstimateView::of).toList(),
                FigureView.all(compared.recorded()),
                compared.rules().used(),
                compared.asOf());
    }

    private static RoutineSide routine(Compared compared) {
        Routine routine = compared.routine();
        return new RoutineSide(
                routine.stunted(),
                routine.plausible(),
                Shares.percent(routine.prevalence()),
                routine.children(),
                routine.weighed(),
                Shares.percent(Shares.of(routine.plausible(), routine.children())),
                routine.absent(),
                Shares.percent(Shares.of(routine.absent(), routine.children())),
                rounded(compared.means().routine()));
    }

    private static @Nullable SurveySide survey(Compared compared) {
        return compared.survey() == null
                ? null
                : new SurveySide(
                        EstimateView.of(compared.survey()),
                        compared.expected(),
                        rounded(compared.means().survey()));
    }

    private static @Nullable Between between(Compared compared) {
        Reconciliation one = compared.between();
        if (one == null) {
            return null;
        }
        OptionalDouble required = one.requiredAmongUnmeasured();
        return new Between(
                Shares.percent(one.lowest()),
                Shares.percent(one.highest()),
                required.isEmpty() ? null : Shares.percent(required.getAsDouble()),
                rounded(one.requiredRatio()),
                Shares.percent(compared.found()));
    }

    private static @Nullable BigDecimal rounded(OptionalDouble number) {
        return number.isEmpty() ? null : rounded(number.getAsDouble());
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP);
    }
}
