package id.tumbuh.reporting.evaluation;

import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Period;
import id.tumbuh.reporting.indicator.PeriodFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
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
        return indicators.all().stream()
                .map(indicator -> line(
                        indicator,
                        value(sql, indicator, area, period),
                        value(sql, indicator, area, period.before()),
                        value(sql, indicator, area, period.yearBefore())))
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

    private Report.Value value(Handle sql, Indicator indicator, String area, Period period) {
        List<YearMonth> months = periods.months(sql, indicator, area, period);
        Figure figure = periods.of(sql, indicator, List.of(area), months).getOrDefault(area, Figure.NONE);
        return new Report.Value(
                months, figure.numerator(), figure.denominator(), figure.percent(), figure.coveragePercent());
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
