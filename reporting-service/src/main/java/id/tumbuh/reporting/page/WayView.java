package id.tumbuh.reporting.page;

import id.tumbuh.reporting.reconciliation.Numbers;
import id.tumbuh.reporting.survey.SurveyEstimate;
import id.tumbuh.reporting.targets.AreaTarget;
import id.tumbuh.reporting.targets.Goal;
import id.tumbuh.reporting.targets.NationalPath;
import id.tumbuh.reporting.targets.TargetPath;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The path to the target in words, as a chart and as a table. */
record WayView(SurveyMessages words, Numbers numbers, Wording wording) {

    SurveyPage.Way of(TargetPath.Path path) {
        return new SurveyPage.Way(
                PathChart.of(path, numbers),
                sentences(path),
                years(path),
                path.parts().stream()
                        .map(part -> new SurveyPage.Part(
                                part.area().name(),
                                numbers.count(part.stunted()),
                                numbers.count(part.measured()),
                                numbers.count(part.tooMany())))
                        .toList(),
                path.month() == null ? "" : wording.month(path.month()));
    }

    private List<String> sentences(TargetPath.Path path) {
        List<String> sentences = new ArrayList<>();
        Goal goal = path.goal();
        if (goal == null) {
            return List.of(words.noPath());
        }
        String year = Integer.toString(goal.year());
        sentences.add(
                goal.own()
                        ? words.goalOwn(numbers.percent(goal.percent()), year)
                        : words.goalNational(numbers.percent(goal.percent()), year));
        if (path.standing() != null && path.pointsAYear() != null) {
            sentences.add(words.pointsAYear(
                    numbers.decimal(path.pointsAYear(), 1),
                    numbers.percent(path.standing().percent()) + " ("
                            + path.standing().instrument() + " "
                            + path.standing().year() + ")",
                    Integer.toString(path.fromYear())));
        }
        if (path.tooManyBySurvey() != null) {
            sentences.add(words.liftBySurvey(numbers.count(path.tooManyBySurvey())));
        }
        if (path.whole() != null) {
            sentences.add(words.liftByRoutine(numbers.count(path.whole().tooMany())));
        }
        return sentences;
    }

    private List<SurveyPage.Year> years(TargetPath.Path path) {
        SortedSet<Integer> years = Stream.of(
                        path.surveys().stream().map(SurveyEstimate::year),
                        path.national().stream().map(NationalPath.Point::year),
                        path.own().stream().map(AreaTarget::year))
                .flatMap(it -> it)
                .collect(Collectors.toCollection(TreeSet::new));
        return years.stream().map(year -> year(path, year)).toList();
    }

    private SurveyPage.Year year(TargetPath.Path path, int year) {
        return new SurveyPage.Year(
                year,
                path.surveys().stream()
                        .filter(survey -> survey.year() == year)
                        .map(survey -> numbers.percent(survey.percent()) + " " + survey.instrument())
                        .collect(Collectors.joining("; ")),
                path.national().stream()
                        .filter(point -> point.year() == year)
                        .map(point -> numbers.percent(point.percent())
                                + (point.interpolated() ? " (" + words.interpolated() + ")" : ""))
                        .collect(Collectors.joining("; ")),
                path.own().stream()
                        .filter(target -> target.year() == year)
                        .map(target -> numbers.percent(target.percent()))
                        .collect(Collectors.joining("; ")));
    }
}
