package id.tumbuh.reporting.page;

import id.tumbuh.reporting.reconciliation.Compared;
import id.tumbuh.reporting.reconciliation.Numbers;
import id.tumbuh.reporting.statement.Source;
import id.tumbuh.reporting.survey.RecordedFigure;
import id.tumbuh.reporting.survey.SurveyEstimate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What others said, with what is odd about it; the newest first. */
record CitedView(SurveyMessages words, Numbers numbers, Wording wording) {

    List<SurveyPage.Cited> of(Compared compared) {
        List<SurveyPage.Cited> surveys = compared.others().stream()
                .map(other -> survey(other, compared.survey()))
                .toList();
        List<SurveyPage.Cited> recorded = compared.recorded().reversed().stream()
                .map(figure -> recorded(figure, compared.recorded()))
                .toList();
        return Stream.concat(surveys.stream(), recorded.stream()).toList();
    }

    private SurveyPage.Cited survey(SurveyEstimate other, @Nullable SurveyEstimate shown) {
        boolean differs = shown != null && shown.percent().compareTo(other.percent()) != 0;
        return cited(
                Integer.toString(other.year()),
                new Said(other.instrument() + " " + numbers.percent(other.percent()), false),
                other.source(),
                differs ? List.of(words.contradicts()) : List.of());
    }

    private record Said(String text, boolean words) {}

    private SurveyPage.Cited recorded(RecordedFigure figure, List<RecordedFigure> all) {
        Integer month = figure.month();
        return cited(
                month == null ? Integer.toString(figure.year()) : wording.month(YearMonth.of(figure.year(), month)),
                said(figure.said()),
                figure.source(),
                notes(figure, all));
    }

    private SurveyPage.Cited cited(String when, Said said, Source source, List<String> notes) {
        return new SurveyPage.Cited(when, said.text(), said.words(), wording.cited(source), source.url(), notes);
    }

    private List<String> notes(RecordedFigure figure, List<RecordedFigure> all) {
        List<String> notes = new ArrayList<>();
        if (all.stream().anyMatch(figure::contradicts)) {
            notes.add(words.contradicts());
        }
        if (figure.said().computedPercent() != null
                && Boolean.FALSE.equals(figure.said().percentFollows())) {
            notes.add(words.wrongPercent(numbers.decimal(figure.said().computedPercent(), 2) + "%"));
        }
        return notes;
    }

    private Said said(RecordedFigure.Said said) {
        List<String> parts = new ArrayList<>();
        if (said.numerator() != null) {
            parts.add(
                    said.denominator() == null
                            ? numbers.count(said.numerator()) + " " + words.childrenWord()
                            : words.counts(numbers.count(said.numerator()), numbers.count(said.denominator())));
        }
        if (said.percent() != null) {
            parts.add(numbers.stated(said.percent()));
        }
        String statement = said.statement();
        if (statement != null) {
            parts.add(statement);
        }
        return new Said(String.join("; ", parts), statement != null);
    }
}
