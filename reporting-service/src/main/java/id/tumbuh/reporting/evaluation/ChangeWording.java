package id.tumbuh.reporting.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sentences of a report: target and way, survey, what changed and what can't be told. */
final class ChangeWording {
    private final ReportWording wording;

    ChangeWording(ReportWording wording) {
        this.wording = wording;
    }

    private EvaluationMessages words() {
        return wording.words();
    }

    List<String> way(Report.Way way) {
        List<String> sentences = new ArrayList<>();
        String year = Integer.toString(way.year());
        sentences.add(
                way.thisYear() == null
                        ? words().noTarget(year)
                        : words().targetOf(year, percent(way.thisYear()), whose(way)));
        if (way.goalYear() != null) {
            String goalYear = way.goalYear().toString();
            sentences.add(
                    way.standing() == null || way.pointsAYear() == null || way.standingOf() == null
                            ? words().wayWithoutSurvey(percent(way.goal()), goalYear)
                            : words().wayTo(
                                            percent(way.goal()),
                                            goalYear,
                                            percent(way.standing()),
                                            way.standingOf(),
                                            wording.numbers().decimal(way.pointsAYear(), 2)));
        }
        if (way.liftBySurvey() != null) {
            sentences.add(words().liftBySurvey(count(way.liftBySurvey())));
        }
        if (way.liftByRoutine() != null) {
            sentences.add(words().liftByRoutine(count(way.liftByRoutine())));
        }
        return sentences;
    }

    private String whose(Report.Way way) {
        if (way.thisYearOwn()) {
            return words().ownTarget();
        }
        return way.interpolated() ? words().nationalBetween() : words().nationalPath();
    }

    List<String> survey(Report.Survey survey, Locale locale) {
        List<String> sentences = new ArrayList<>();
        if (survey.instrument() != null && survey.year() != null && survey.source() != null) {
            sentences.add(words().surveySays(
                            percent(survey.percent()),
                            survey.instrument(),
                            survey.year().toString(),
                            survey.low() == null ? "" : words().interval(percent(survey.low()), percent(survey.high())),
                            survey.source()));
        }
        sentences.add(words().routineSays(percent(survey.routinePercent()), wording.month(survey.routineMonth())));
        sentences.add(locale.getLanguage().equals("en") ? survey.verdictEnglish() : survey.verdict());
        return sentences;
    }

    List<String> changes(Report report) {
        Report.Changes changes = report.changes();
        List<String> sentences = new ArrayList<>();
        String before = wording.semester(changes.since().period());
        sentences.add(
                changes.since().submittedAt() == null
                        ? words().sinceCounted(before)
                        : words().sinceReport(
                                        before, wording.moment(changes.since().submittedAt())));
        changes.moved().stream()
                .filter(moved -> moved.recounted()
                        || moved.points() == null
                        || moved.points().signum() != 0)
                .forEach(moved -> sentences.add(moved(report, moved)));
        Report.Cases cases = changes.cases();
        sentences.add(words().newly(count(cases.newly())));
        sentences.add(words().recovered(count(cases.recovered())));
        sentences.add(words().agedOut(count(cases.agedOut())));
        sentences.add(words().rest(wording.numbers().decimal(BigDecimal.valueOf(cases.rest()), 0)));
        Report.Families families = changes.families();
        if (families != null) {
            sentences.add(words().families(
                            wording.month(families.until()), count(families.newAtRisk()), count(families.riskEnded())));
        }
        return sentences;
    }

    private String moved(Report report, Report.Moved moved) {
        String name = report.line(moved.code()).map(wording::name).orElse(moved.code());
        String sentence = words().moved(
                        name,
                        percent(moved.percentThen()),
                        counts(moved.numeratorThen(), moved.denominatorThen()),
                        percent(moved.percent()),
                        counts(moved.numerator(), moved.denominator()));
        return moved.recounted() ? sentence + " " + words().recounted() : sentence;
    }

    List<String> untold(List<Report.Untold> untold) {
        return untold.stream()
                .map(one -> switch (one) {
                    case MOVES -> words().untoldMoves();
                    case MEASURED_ONCE -> words().untoldMeasuredOnce();
                    case OTHER_INDICATORS -> words().untoldOthers();
                })
                .toList();
    }

    String sign(Report.Sign sign) {
        String share = wording.numbers().roughly(sign.value());
        return switch (sign.code()) {
            case "NO_CASE" -> words().noCase(count(sign.denominator()));
            case "ROUNDED_HEIGHTS" -> words().roundedHeights(share);
            case "ROUNDED_WEIGHTS" -> words().roundedWeights(share);
            case "SPREAD" ->
                words().spread(wording.numbers()
                        .decimal(BigDecimal.valueOf(sign.value() == null ? 0 : sign.value()), 2));
            case "IMPLAUSIBLE" -> words().implausible(wording.numbers().share(sign.value()));
            case "REPEATS" -> words().repeats(share);
            case "SHRUNK" -> words().shrunk(share);
            case "POSITION_AGAINST_AGE" -> words().position(share);
            // a sign that measurement-service knows and this service not yet
            default -> sign.code();
        };
    }

    private String counts(long part, long whole) {
        return words().ofCounts(count(part), count(whole));
    }

    private String count(long number) {
        return wording.numbers().count(number);
    }

    private String percent(@Nullable BigDecimal percent) {
        return wording.numbers().percent(percent);
    }
}
