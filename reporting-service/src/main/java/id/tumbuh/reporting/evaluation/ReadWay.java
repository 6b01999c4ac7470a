package id.tumbuh.reporting.evaluation;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.indicator.Period;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.survey.SurveyEstimate;
import id.tumbuh.reporting.targets.AreaTarget;
import id.tumbuh.reporting.targets.Goal;
import id.tumbuh.reporting.targets.NationalPath;
import id.tumbuh.reporting.targets.TargetPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The target of the semester's year, the one after it, and the way there. */
@ApplicationScoped
class ReadWay {
    private final TargetPath paths;

    ReadWay(TargetPath paths) {
        this.paths = paths;
    }

    Report.Way of(Handle sql, Area area, Period period, YearMonth month) {
        LocalDate end = period.last().atEndOfMonth();
        LocalDate today = MonthCounters.today();
        TargetPath.Path path = paths.of(sql, new TargetPath.Wanted(area, month, today.isBefore(end) ? today : end));
        int year = period.last().getYear();
        Optional<AreaTarget> own =
                path.own().stream().filter(target -> target.year() == year).findFirst();
        // Of two plans that name a year the later one holds.
        Optional<NationalPath.Point> national =
                path.national().stream().filter(point -> point.year() == year).reduce((_, later) -> later);
        Goal goal = path.goal();
        SurveyEstimate standing = path.standing();
        return new Report.Way(
                year,
                own.map(AreaTarget::percent)
                        .or(() -> national.map(NationalPath.Point::percent))
                        .orElse(null),
                own.isPresent(),
                own.isEmpty() && national.map(NationalPath.Point::interpolated).orElse(false),
                goal == null ? null : goal.year(),
                goal == null ? null : goal.percent(),
                goal != null && goal.own(),
                standing == null ? null : standing.instrument() + " " + standing.year(),
                standing == null ? null : standing.percent(),
                path.pointsAYear(),
                path.tooManyBySurvey(),
                path.whole() == null ? null : path.whole().tooMany());
    }
}
