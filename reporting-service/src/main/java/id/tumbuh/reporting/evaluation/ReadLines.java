package id.tumbuh.reporting.evaluation;

import static java.util.Objects.requireNonNull;

import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Period;
import id.tumbuh.reporting.indicator.PeriodFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Every indicator of an area: in the semester, the one before, and the same a year before. */
@ApplicationScoped
class ReadLines {
    private final Indicators indicators;
    private final PeriodFigures periods;

    ReadLines(Indicators indicators, PeriodFigures periods) {
        this.indicators = indicators;
        this.periods = periods;
    }

    List<Report.Line> of(Handle sql, String area, Period period) {
        Map<String, PeriodFigures.Counted> now = periods.all(sql, indicators.all(), area, period);
        Map<String, PeriodFigures.Counted> before = periods.all(sql, indicators.all(), area, period.before());
        Map<String, PeriodFigures.Counted> yearBefore = periods.all(sql, indicators.all(), area, period.yearBefore());
        return indicators.all().stream()
                .map(indicator ->
                        line(indicator, value(indicator, now), value(indicator, before), value(indicator, yearBefore)))
                .toList();
    }

    private static Report.Line line(
            Indicator indicator, Report.Value now, Report.Value before, Report.Value yearBefore) {
        BigDecimal points = points(now.percent(), before.percent());
        return new Report.Line(
                indicator.code(),
                indicator.indonesian(),
                indicator.english(),
                indicator.lowerIsBetter(),
                indicator.source(),
                now,
                before,
                yearBefore,
                points,
                direction(points, indicator.lowerIsBetter()));
    }

    private static Report.Value value(Indicator indicator, Map<String, PeriodFigures.Counted> counted) {
        PeriodFigures.Counted its = requireNonNull(counted.get(indicator.code()));
        return new Report.Value(
                its.months(),
                its.figure().numerator(),
                its.figure().denominator(),
                its.figure().percent(),
                its.figure().coveragePercent());
    }

    static @Nullable BigDecimal points(@Nullable BigDecimal now, @Nullable BigDecimal then) {
        return now == null || then == null ? null : now.subtract(then);
    }

    private static Report.Direction direction(@Nullable BigDecimal points, boolean lowerIsBetter) {
        if (points == null) {
            return Report.Direction.UNKNOWN;
        }
        if (points.signum() == 0) {
            return Report.Direction.SAME;
        }
        return (points.signum() < 0) == lowerIsBetter ? Report.Direction.BETTER : Report.Direction.WORSE;
    }
}
