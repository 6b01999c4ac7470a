package id.tumbuh.reporting.page;

import id.tumbuh.reporting.reconciliation.Compared;
import id.tumbuh.reporting.reconciliation.Numbers;
import id.tumbuh.reporting.reconciliation.Reconciliation;
import id.tumbuh.reporting.reconciliation.Routine;
import id.tumbuh.reporting.survey.SurveyEstimate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The two sides in words, question by question, and the share of cases found. */
record SurveySides(SurveyMessages words, Numbers numbers, Wording wording) {

    List<SurveyPage.Row> rows(Compared compared) {
        SurveyEstimate survey = compared.survey();
        Routine routine = compared.routine();
        String none = words.none();
        return List.of(
                new SurveyPage.Row(
                        words.prevalence(),
                        survey == null ? none : prevalence(survey),
                        numbers.share(routine.prevalence()) + " (" + wording.month(routine.month()) + ")"),
                new SurveyPage.Row(
                        words.meaning(),
                        compared.expected() == null ? none : words.about(numbers.count(compared.expected())),
                        words.named(numbers.count(routine.stunted()))),
                new SurveyPage.Row(words.whoMeasured(), survey == null ? none : sample(survey), measured(routine)),
                new SurveyPage.Row(words.howMeasured(), survey == null ? none : words.enumerators(), kader(compared)),
                new SurveyPage.Row(
                        words.meanHeight(),
                        survey == null ? none : mean(compared.means().survey()),
                        mean(compared.means().routine())),
                new SurveyPage.Row(
                        words.source(), survey == null ? none : wording.cited(survey.source()), words.routineSource()));
    }

    private String mean(OptionalDouble deviations) {
        return deviations.isEmpty() ? words.notComputable() : words.deviations(numbers.deviations(deviations));
    }

    private String prevalence(SurveyEstimate survey) {
        SurveyEstimate.Interval interval = survey.interval();
        String range = interval == null
                ? words.noInterval()
                : words.interval(numbers.percent(interval.low()), numbers.percent(interval.high()));
        return numbers.percent(survey.percent()) + " (" + survey.instrument() + " " + survey.year() + "; " + range
                + ")";
    }

    private String sample(SurveyEstimate survey) {
        return survey.sampleSize() == null ? words.sample() : words.sampleOf(numbers.count((long) survey.sampleSize()));
    }

    private String measured(Routine routine) {
        return words.ofChildren(
                numbers.share(routine.children() == 0 ? null : routine.measured()),
                numbers.count(routine.plausible()),
                numbers.count(routine.children()));
    }

    private String kader(Compared compared) {
        long posyandu = compared.quality().posyandu();
        return posyandu == 0 ? words.kader() : words.kaderAt(numbers.count(posyandu));
    }

    SurveyPage.@Nullable Found found(Compared compared) {
        Double found = compared.found();
        Long expected = compared.expected();
        if (found == null || expected == null) {
            return null;
        }
        long stunted = compared.routine().stunted();
        return new SurveyPage.Found(
                words.foundOf(numbers.roughly(found), numbers.count(stunted), numbers.count(expected)),
                numbers.count(stunted),
                numbers.count(expected),
                numbers.count(Math.max(0, expected - stunted)),
                String.format(Locale.ROOT, "%.1f", 100 * Math.min(1, found)));
    }

    List<SurveyPage.Bound> bounds(Compared compared) {
        Reconciliation between = compared.between();
        return between == null
                ? List.of()
                : List.of(
                        new SurveyPage.Bound(words.lowest(), numbers.share(between.lowest())),
                        new SurveyPage.Bound(words.highest(), numbers.share(between.highest())),
                        new SurveyPage.Bound(
                                words.required(),
                                between.requiredAmongUnmeasured().isEmpty()
                                        ? words.none()
                                        : numbers.roughly(between.requiredAmongUnmeasured()
                                                .getAsDouble())));
    }
}
