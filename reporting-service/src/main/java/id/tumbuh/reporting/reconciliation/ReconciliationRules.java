package id.tumbuh.reporting.reconciliation;

import id.tumbuh.platform.rules.Rule;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import id.tumbuh.reporting.survey.SurveyEstimate;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The rules of comparing survey and routine, as they hold in a month. */
@ApplicationScoped
public class ReconciliationRules {
    private static final String CUT_OFF = "reconciliation.cut-off-sd";
    private static final String ROUTINE_SD = "reconciliation.routine-sd";
    private static final String SURVEY_SD = "reconciliation.survey-sd";
    private static final String RATIO = "reconciliation.largest-ratio";
    private static final String POINTS = "reconciliation.agrees-within-points";
    private static final String MONTHS = "reconciliation.quality-months";

    private final RuleBook rules;

    ReconciliationRules(RuleBook rules) {
        this.rules = rules;
    }

    /** A rule that an answer was made with. */
    public record Used(String code, int version, BigDecimal value, String source, String note) {}

    /** The values themselves. */
    public record Values(
            double cutOff,
            double routineDeviation,
            double surveyDeviation,
            double largestRatio,
            double points,
            int qualityMonths,
            List<Used> used) {

        Limits limits(SurveyEstimate estimate) {
            SurveyEstimate.Interval interval = estimate.interval();
            return interval == null
                    ? Limits.around(Shares.of(estimate.percent()), points, largestRatio)
                    : new Limits(largestRatio, Shares.of(interval.low()), Shares.of(interval.high()));
        }
    }

    public Values on(YearMonth month) {
        RuleSet set = rules.on(month.atEndOfMonth());
        return new Values(
                set.number(CUT_OFF).doubleValue(),
                set.number(ROUTINE_SD).doubleValue(),
                set.number(SURVEY_SD).doubleValue(),
                set.number(RATIO).doubleValue(),
                set.number(POINTS).doubleValue(),
                set.number(MONTHS).intValueExact(),
                Stream.of(CUT_OFF, ROUTINE_SD, SURVEY_SD, RATIO, POINTS, MONTHS)
                        .map(code -> used(set, code))
                        .toList());
    }

    private static Used used(RuleSet set, String code) {
        Rule rule = set.rule(code);
        return new Used(code, rule.version(), set.number(code), rule.source(), rule.note() == null ? "" : rule.note());
    }
}
