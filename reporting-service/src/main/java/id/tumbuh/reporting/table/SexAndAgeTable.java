package id.tumbuh.reporting.table;

import id.tumbuh.reporting.growth.AgeBand;
import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sums;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Indicators of children weighed in a month, by sex and by age band. */
@ApplicationScoped
class SexAndAgeTable implements FigureTable {
    private final Figures figures;
    private final Indicators indicators;

    SexAndAgeTable(Figures figures, Indicators indicators) {
        this.figures = figures;
        this.indicators = indicators;
    }

    @Override
    public String code() {
        return "indicators-by-sex-and-age";
    }

    @Override
    public Set<String> readers() {
        return Readers.OF_FIGURES;
    }

    @Override
    public List<List<@Nullable Object>> rows(Handle sql, Wanted wanted, int most) {
        String area = wanted.area().code();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        add(rows, wanted, "sex", figures.bySex(sql, area, wanted.month()));
        Map<String, Sums> bands = new LinkedHashMap<>();
        figures.byAgeBand(sql, area, wanted.month())
                .forEach((first, sums) ->
                        bands.put(AgeBand.startingAt(Integer.parseInt(first)).code(), sums));
        add(rows, wanted, "age-band", bands);
        return rows;
    }

    private void add(List<List<@Nullable Object>> rows, Wanted wanted, String part, Map<String, Sums> sums) {
        sums.forEach((key, counted) -> indicators.all().stream()
                .filter(one -> one.kind() == Indicator.Kind.GROWTH)
                .forEach(one -> {
                    Figure figure = one.of(counted);
                    rows.add(Arrays.asList(
                            wanted.area().code(),
                            wanted.area().name(),
                            wanted.month(),
                            one.code(),
                            part,
                            key,
                            figure.numerator(),
                            figure.denominator(),
                            figure.percent(),
                            figure.coveragePercent()));
                }));
    }
}
