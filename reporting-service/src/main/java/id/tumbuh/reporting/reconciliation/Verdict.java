package id.tumbuh.reporting.reconciliation;

import id.tumbuh.reporting.quality.MeasuringQuality;
import id.tumbuh.reporting.survey.RecordedFigure;
import id.tumbuh.reporting.survey.SurveyEstimate;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in plain sentences what a comparison shows, in the order a reader asks. */
public final class Verdict {
    private final VerdictMessages words;
    private final Numbers numbers;

    private Verdict(VerdictMessages words, Numbers numbers) {
        this.words = words;
        this.numbers = numbers;
    }

    public static Verdict in(Locale locale) {
        VerdictMessages words = locale.getLanguage().equals("en")
                ? MessageBundles.get(VerdictMessages.class, Localized.Literal.of("en"))
                : MessageBundles.get(VerdictMessages.class);
        return new Verdict(words, new Numbers(locale));
    }

    public List<String> sentences(Compared compared) {
        List<String> sentences = new ArrayList<>();
        bothSides(compared).ifPresent(sentences::add);
        sentences.add(explanation(compared));
        found(compared).ifPresent(sentences::add);
        Routine routine = compared.routine();
        if (routine.isThere() && routine.absent() > 0) {
            sentences.add(words.absent(
                    numbers.count(routine.absent()), numbers.share(Shares.of(routine.absent(), routine.children()))));
        }
        Compared.Means means = compared.means();
        if (means.routine().isPresent() && means.survey().isPresent()) {
            sentences.add(words.means(numbers.deviations(means.routine()), numbers.deviations(means.survey())));
        }
        sentences.addAll(quality(compared));
        compared.recorded().forEach(figure -> flaw(figure).ifPresent(sentences::add));
        return sentences;
    }

    /** The one sentence that says what to make of the difference. */
    public String headline(Compared compared) {
        return explanation(compared);
    }

    private Optional<String> bothSides(Compared compared) {
        SurveyEstimate survey = compared.survey();
        Routine routine = compared.routine();
        return survey == null || compared.between() == null
                ? Optional.empty()
                : Optional.of(words.bothSides(
                        survey.instrument() + " " + survey.year(),
                        numbers.percent(survey.percent()),
                        numbers.share(routine.prevalence()),
                        words.ofCounts(numbers.count(routine.stunted()), numbers.count(routine.plausible()))));
    }

    private Optional<String> found(Compared compared) {
        Double found = compared.found();
        return found == null
                ? Optional.empty()
                : Optional.of(words.casesFound(
                        numbers.count(compared.expected()),
                        numbers.count(compared.routine().stunted()),
                        numbers.roughly(found)));
    }

    private String explanation(Compared compared) {
        return switch (compared.explanation()) {
            case AGREE -> words.agree();
            case ALL_MEASURED -> words.allMeasured();
            case OUTSIDE_BOUNDS -> words.outsideBounds();
            case NO_SURVEY -> words.noSurvey();
            case NO_ROUTINE_DATA -> words.noRoutine();
            case COVERAGE_CAN -> words.coverageCan(required(compared), times(compared));
            case COVERAGE_ALONE_NOT_CREDIBLE ->
                compared.routine().stunted() == 0
                        ? words.coverageCannotFromNone(required(compared))
                        : words.coverageCannot(required(compared), times(compared));
        };
    }

    private String required(Compared compared) {
        return compared.between() == null
                ? numbers.roughly(null)
                : numbers.roughly(compared.between().requiredAmongUnmeasured().orElse(0));
    }

    private String times(Compared compared) {
        double ratio = compared.between() == null
                ? 0
                : compared.between().requiredRatio().orElse(0);
        return numbers.decimal(BigDecimal.valueOf(ratio), ratio < 10 ? 1 : 0);
    }

    private List<String> quality(Compared compared) {
        List<String> sentences = new ArrayList<>();
        MeasuringQuality quality = compared.quality();
        if (quality.noCase() > 0) {
            sentences.add(words.noCase(numbers.count(quality.noCase()), numbers.count(quality.posyandu())));
        }
        if (quality.heights() > 0) {
            sentences.add(words.rounded(numbers.roughly(Shares.of(quality.roundedHeights(), quality.heights()))));
        }
        if (!compared.remeasureFirst().isEmpty()) {
            sentences.add(words.remeasure(
                    numbers.count((long) compared.remeasureFirst().size())));
        }
        return sentences;
    }

    private Optional<String> flaw(RecordedFigure figure) {
        RecordedFigure.Said said = figure.said();
        BigDecimal percent = said.percent();
        BigDecimal computed = said.computedPercent();
        if (percent == null || computed == null || !Boolean.FALSE.equals(said.percentFollows())) {
            return Optional.empty();
        }
        return Optional.of(words.doesNotFollow(
                numbers.stated(percent),
                figure.source().author(),
                words.ofCounts(numbers.count(said.numerator()), numbers.count(said.denominator())),
                numbers.decimal(computed, 2) + "%"));
    }
}
