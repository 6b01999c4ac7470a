package id.tumbuh.reporting.indicator;

import id.tumbuh.reporting.monthly.MonthCounters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Figures of a quarter, semester or year, and which months they are of.
 *
 * <ul>
 *   <li>What there is (families at risk, needs) and what is planned for a year: as it is at the end of the period's last month, or of the present one while the
 *       period runs.
 *   <li>Children weighed of those who should have come (D/S): visits. D of all months of the period over S of the same months, up to the
 *       present one. A child that came six times counts six times in D and as often in S.
 *   <li>What happened (deliveries): the sum of the same months.
 *   <li>The status of children weighed (stunted, wasted, underweight): of the latest month of the period in which anybody was weighed
 *       in the area asked for, with that month's coverage. The counters know each child's last weighing of a month and not of a period, so
 *       that adding months would count a child for each of its weighings; and what is reported twice a year is the weighing of a month.
 * </ul>
 *
 * <p>The areas below are counted in the months that the area asked for has, so they add up to it. Each answer names its months.
 */
@ApplicationScoped
public class PeriodFigures {
    private final Figures figures;

    PeriodFigures(Figures figures) {
        this.figures = figures;
    }

    /** Of which months the indicator's figure of the period is. */
    public List<YearMonth> months(Handle sql, Indicator indicator, String area, Period period) {
        YearMonth present = MonthCounters.present();
        if (indicator.addsUp()) {
            return period.monthsUpTo(present);
        }
        YearMonth last = period.lastUpTo(present);
        return List.of(
                indicator.kind() != Indicator.Kind.GROWTH
                        ? last
                        : figures.latestMonth(sql, area, period.first(), last).orElse(last));
    }

    /** A figure and the months it is of. */
    public record Counted(List<YearMonth> months, Figure figure) {
        public Counted {
            months = List.copyOf(months);
        }
    }

    /** Many indicators of one area at once, by code. */
    public Map<String, Counted> all(Handle sql, List<Indicator> indicators, String area, Period period) {
        YearMonth last = period.lastUpTo(MonthCounters.present());
        List<YearMonth> weighed =
                List.of(figures.latestMonth(sql, area, period.first(), last).orElse(last));
        List<YearMonth> each = period.monthsUpTo(last);
        Map<Figures.AreaMonth, Sums> sums = figures.sums(
                sql,
                each.stream().map(month -> new Figures.AreaMonth(area, month)).toList());
        Map<String, Counted> counted = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            List<YearMonth> stood = indicator.kind() != Indicator.Kind.GROWTH ? List.of(last) : weighed;
            List<YearMonth> months = indicator.addsUp() ? each : stood;
            Sums its = months.stream()
                    .map(month -> sums.getOrDefault(new Figures.AreaMonth(area, month), Sums.NONE))
                    .reduce(Sums.NONE, adding(indicator));
            counted.put(indicator.code(), new Counted(months, indicator.of(its)));
        }
        return counted;
    }

    /** One figure for each area. */
    public Map<String, Figure> of(Handle sql, Indicator indicator, Collection<String> areas, List<YearMonth> months) {
        Map<Figures.AreaMonth, Sums> counted = figures.sums(
                sql,
                areas.stream()
                        .flatMap(area -> months.stream().map(month -> new Figures.AreaMonth(area, month)))
                        .toList());
        Map<String, Sums> sums = new LinkedHashMap<>();
        counted.forEach((where, its) -> sums.merge(where.area(), its, adding(indicator)));
        return figures(indicator, sums);
    }

    /** By {@code L} and {@code P}. */
    Map<String, Figure> bySex(Handle sql, Indicator indicator, String area, List<YearMonth> months) {
        return added(indicator, months, month -> figures.bySex(sql, area, month));
    }

    /** By the first month of the age band. */
    Map<String, Figure> byAgeBand(Handle sql, Indicator indicator, String area, List<YearMonth> months) {
        return added(indicator, months, month -> figures.byAgeBand(sql, area, month));
    }

    private static BinaryOperator<Sums> adding(Indicator indicator) {
        return indicator.kind() == Indicator.Kind.FLOW ? Sums::plusWhatHappened : Sums::plus;
    }

    private static Map<String, Figure> added(
            Indicator indicator, List<YearMonth> months, Function<YearMonth, Map<String, Sums>> parts) {
        Map<String, Sums> sums = new LinkedHashMap<>();
        months.forEach(month -> parts.apply(month).forEach((key, its) -> sums.merge(key, its, adding(indicator))));
        return figures(indicator, sums);
    }

    private static Map<String, Figure> figures(Indicator indicator, Map<String, Sums> sums) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        sums.forEach((key, its) -> figures.put(key, indicator.of(its)));
        return figures;
    }
}
