package id.tumbuh.reporting.publication;

import static java.util.stream.Collectors.toMap;

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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the figures of an area and of every area below it, down to the kecamatan: nothing smaller is ever published. */
@ApplicationScoped
class TakeSnapshot {
    private final Areas areas;
    private final Figures figures;
    private final Indicators indicators;
    private final Progress progress;

    TakeSnapshot(Areas areas, Figures figures, Indicators indicators, Progress progress) {
        this.areas = areas;
        this.figures = figures;
        this.indicators = indicators;
        this.progress = progress;
    }

    /** Exact figures at one moment, with the areas' names and which events they include. */
    record Taken(
            Map<String, String> names,
            Map<String, Sums> sums,
            @Nullable Instant asOf,
            List<Progress.Included> includes) {}

    Taken take(Handle sql, String area, YearMonth month) {
        Map<String, String> names = areas.downToKecamatan(sql, area).stream().collect(toMap(Area::code, Area::name));
        Map<String, Sums> sums = new TreeMap<>(figures.sums(sql, names.keySet(), month));
        sums.values().removeIf(its -> measures().allMatch(measure -> its.of(measure) == 0));
        return new Taken(
                names, sums, progress.asOf(sql, Sources.ALL).orElse(null), progress.included(sql, Sources.ALL));
    }

    List<PublishedFigure> figures(Taken taken, PublicationRules rules, List<Earlier> earlier) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        taken.sums()
                .forEach((area, sums) ->
                        counts.put(area, measures().distinct().collect(toMap(measure -> measure, sums::of))));
        Suppressed shown = Suppression.of(new Counts(counts), shares(), rules, earlier);
        List<PublishedFigure> rows = new ArrayList<>();
        taken.sums()
                .forEach((area, sums) -> indicators.published().forEach(indicator -> {
                    Figure figure = indicator.of(sums);
                    rows.add(new PublishedFigure(
                            area,
                            taken.names().getOrDefault(area, area),
                            indicator.code(),
                            figure.numerator(),
                            figure.denominator(),
                            figure.coveragePercent(),
                            shown(indicator, area, shown)));
                }));
        return rows;
    }

    private static Shown shown(Indicator indicator, String area, Suppressed suppressed) {
        Long numerator = suppressed.of(area, indicator.numerator());
        Long denominator = suppressed.of(area, indicator.denominator());
        return new Shown(
                numerator, denominator, Shown.percent(numerator, denominator), coverage(indicator, area, suppressed));
    }

    private static @Nullable BigDecimal coverage(Indicator indicator, String area, Suppressed suppressed) {
        if (indicator.kind() != Indicator.Kind.GROWTH) {
            return null;
        }
        return Shown.percent(suppressed.of(area, indicator.measured()), suppressed.of(area, Indicator.EXPECTED));
    }

    private Stream<String> measures() {
        return indicators.published().stream().flatMap(one -> Stream.of(one.numerator(), one.denominator()));
    }

    private List<Share> shares() {
        return indicators.published().stream()
                .map(one -> new Share(one.numerator(), one.denominator(), true))
                .toList();
    }
}
