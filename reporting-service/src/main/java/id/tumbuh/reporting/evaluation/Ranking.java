package id.tumbuh.reporting.evaluation;

import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.PeriodFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Areas by the prevalence of stunting among the children weighed, the highest first; those without figures have no place. */
@ApplicationScoped
class Ranking {
    private static final int PROVINCE = AreaLevel.PROVINSI.codeLength();

    private final Areas areas;
    private final Indicators indicators;
    private final PeriodFigures periods;

    Ranking(Areas areas, Indicators indicators, PeriodFigures periods) {
        this.areas = areas;
        this.indicators = indicators;
        this.periods = periods;
    }

    private record Standing(Area area, Figure figure) {
        @Nullable
        BigDecimal percent() {
            return figure.percent();
        }
    }

    /** The areas one level below. */
    List<Report.Ranked> below(Handle sql, String area, YearMonth month) {
        List<Area> below = areas.children(sql, area, month);
        Map<String, Figure> figures = periods.of(
                sql,
                indicators.of(Indicator.STUNTING_PREVALENCE),
                below.stream().map(Area::code).toList(),
                List.of(month));
        return ranked(below.stream()
                .map(one -> new Standing(one, figures.getOrDefault(one.code(), Figure.NONE)))
                .sorted(Comparator.comparing(
                                Standing::percent, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
                        .thenComparing(standing -> standing.area().code()))
                .toList());
    }

    private static List<Report.Ranked> ranked(List<Standing> standings) {
        List<Report.Ranked> ranked = new ArrayList<>();
        BigDecimal last = null;
        int place = 0;
        for (Standing one : standings) {
            BigDecimal percent = one.percent();
            if (percent != null && (last == null || percent.compareTo(last) != 0)) {
                place = ranked.size() + 1;
            }
            last = percent;
            ranked.add(new Report.Ranked(
                    percent == null ? null : place,
                    one.area().code(),
                    one.area().name(),
                    one.figure().numerator(),
                    one.figure().denominator(),
                    percent,
                    one.figure().coveragePercent()));
        }
        return ranked;
    }

    /** Its place among the areas of its level in the province, a province's in the country; counted under everybody's scope. */
    Optional<Report.Rank> place(Handle sql, String area, YearMonth month) {
        boolean province = area.length() == PROVINCE;
        return sql.createQuery("""
                        with standing as (
                            select area_code, sum(stunted)::numeric / sum(height_plausible) as share from growth_counter
                            where month = :month and age_band < 60 and length(area_code) = :length
                                and (area_code >= :from and area_code < :to) and area_code <> 'ID'
                            group by area_code having sum(height_plausible) > 0)
                        select (select count(*) from standing other where other.share > own.share) + 1 as place,
                            (select count(*) from standing) as of_all
                        from standing own where area_code = :area""")
                .bind("month", month.atDay(1))
                .bind("length", area.length())
                .bind("from", province ? "" : area.substring(0, PROVINCE) + ".")
                .bind("to", province ? ":" : area.substring(0, PROVINCE) + "/")
                .bind("area", area)
                .map((row, _) -> new Report.Rank(
                        row.getInt("place"),
                        row.getInt("of_all"),
                        province ? Country.CODE : area.substring(0, PROVINCE)))
                .findOne();
    }
}
