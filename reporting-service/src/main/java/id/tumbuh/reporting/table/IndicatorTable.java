package id.tumbuh.reporting.table;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sources;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.progress.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All indicators of an area and of the areas one level below, in a month. */
@ApplicationScoped
class IndicatorTable implements FigureTable {
    private final Areas areas;
    private final Figures figures;
    private final Indicators indicators;
    private final Progress progress;

    IndicatorTable(Areas areas, Figures figures, Indicators indicators, Progress progress) {
        this.areas = areas;
        this.figures = figures;
        this.indicators = indicators;
        this.progress = progress;
    }

    @Override
    public String code() {
        return "indicators";
    }

    @Override
    public Set<String> readers() {
        return Readers.OF_FIGURES;
    }

    @Override
    public List<List<@Nullable Object>> rows(Handle sql, Wanted wanted, int most) {
        List<Area> asked = new ArrayList<>(List.of(wanted.area()));
        asked.addAll(areas.children(sql, wanted.area().code(), wanted.month()));
        Map<String, Sums> sums =
                figures.sums(sql, asked.stream().map(Area::code).toList(), wanted.month());
        Instant asOf = progress.asOf(sql, Sources.ALL).orElse(null);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Area area : asked) {
            for (Indicator one : indicators.all()) {
                Figure figure = one.of(sums.getOrDefault(area.code(), Sums.NONE));
                rows.add(Arrays.asList(
                        area.code(),
                        area.name(),
                        wanted.month(),
                        one.code(),
                        one.indonesian().name(),
                        one.english().name(),
                        figure.numerator(),
                        figure.denominator(),
                        figure.percent(),
                        figure.coveragePercent(),
                        asOf));
            }
        }
        return rows;
    }
}
