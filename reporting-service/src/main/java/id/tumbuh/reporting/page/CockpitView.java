package id.tumbuh.reporting.page;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.area.Successions;
import id.tumbuh.reporting.cases.Cases;
import id.tumbuh.reporting.indicator.Figure;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sources;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.targets.TargetPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the figures of an area and puts them into words. */
@ApplicationScoped
class CockpitView {
    private static final int HAPPENINGS = 8;

    private final Areas areas;
    private final Successions successions;
    private final Figures figures;
    private final Indicators indicators;
    private final Cases cases;
    private final Progress progress;
    private final GlanceView glance;
    private final TargetPath targets;
    private final PanelsView panels;
    private final MapView maps;

    CockpitView(
            Areas areas,
            Successions successions,
            Figures figures,
            Indicators indicators,
            Cases cases,
            Progress progress,
            GlanceView glance,
            TargetPath targets,
            PanelsView panels,
            MapView maps) {
        this.areas = areas;
        this.successions = successions;
        this.figures = figures;
        this.indicators = indicators;
        this.cases = cases;
        this.progress = progress;
        this.glance = glance;
        this.targets = targets;
        this.panels = panels;
        this.maps = maps;
    }

    Cockpit of(Handle sql, Scope scope, Area area, @Nullable YearMonth asked, Messages words, Wording wording) {
        @Nullable
        YearMonth month =
                asked != null ? asked : figures.tellingMonth(sql, area.code()).orElse(null);
        YearMonth present = MonthCounters.present();
        YearMonth weighed = month == null ? present : month;
        List<Area> below = areas.children(sql, area.code(), weighed);
        AreaCounts counts = AreaCounts.of(
                sql,
                figures,
                cases,
                Stream.concat(Stream.of(area), below.stream()).toList(),
                weighed,
                present);
        Ranking ranking = ranking(below, month, counts, wording);
        TargetPath.Ends ends = targets.ends(sql, area.code(), MonthCounters.today());
        return new Cockpit(
                area,
                Step.of(areas.path(sql, area.code()), scope),
                month,
                month == null ? words.noData() : wording.month(month),
                progress.asOf(sql, Sources.ALL).map(wording::moment).orElse(null),
                AreaChanges.of(area.code(), successions.of(sql, area.code()), MonthCounters.today(), wording),
                wording.count(counts.cases(area.code()).severelyStunted()),
                glance.of(sql, new GlanceView.Asked(area, month, counts, wording), ends),
                maps.of(sql, area, ranking.counted(wording)),
                tiles(area, weighed, asked != null ? weighed : present, counts, wording),
                ranking.rows(),
                happenings(sql, area, words, wording),
                panels.of(
                        sql,
                        new PanelsView.Asked(
                                area.code(),
                                ends.standing(),
                                month == null ? Sums.NONE : counts.in(area.code(), month),
                                wording)));
    }

    /** What there is, is shown as of now unless a month is asked for; who was weighed, of the month with the latest weighings. */
    private List<Cockpit.Tile> tiles(
            Area area, YearMonth weighed, YearMonth stocked, AreaCounts counts, Wording wording) {
        List<Cockpit.Tile> tiles = new ArrayList<>();
        for (Indicator indicator : indicators.all()) {
            YearMonth month = indicator.kind() == Indicator.Kind.GROWTH ? weighed : stocked;
            Figure figure = indicator.of(counts.in(area.code(), month));
            tiles.add(new Cockpit.Tile(
                    indicator.code(),
                    indicator.in(wording.locale()).name(),
                    month,
                    wording.percent(figure),
                    wording.count(figure.numerator()),
                    wording.count(figure.denominator()),
                    figure.coveragePercent() == null ? null : wording.percent(figure.coveragePercent())));
        }
        return tiles;
    }

    /** The areas below, those with most stunted children first. */
    private record Ranking(List<Area> areas, AreaCounts counts, Set<String> silent, List<Cockpit.Ranked> rows) {
        AreaMap.Counts counted(Wording wording) {
            Shades shades = new Shades(areas.stream()
                    .mapToLong(area -> stunted(counts, area))
                    .max()
                    .orElse(0));
            return new AreaMap.Counts(
                    areas.stream()
                            .map(area -> silent.contains(area.code())
                                    ? Counted.unknown(area)
                                    : Counted.of(area, stunted(counts, area), shades, wording))
                            .toList(),
                    shades.classes(wording));
        }
    }

    private Ranking ranking(List<Area> below, @Nullable YearMonth month, AreaCounts counts, Wording wording) {
        List<Area> ordered = below.stream()
                .sorted(Comparator.comparingLong((Area it) -> -stunted(counts, it))
                        .thenComparing(Area::name))
                .toList();
        long highest = ordered.isEmpty() ? 0 : stunted(counts, ordered.getFirst());
        List<Cockpit.Ranked> rows = new ArrayList<>();
        Set<String> silent = new HashSet<>();
        for (Area one : ordered) {
            Sums weighed = month == null ? Sums.NONE : counts.in(one.code(), month);
            Sums now = counts.in(one.code(), MonthCounters.present());
            long stunted = stunted(counts, one);
            boolean unknown = stunted == 0 && weighed.weighed() == 0 && now.children() == 0;
            if (unknown) {
                silent.add(one.code());
            }
            rows.add(new Cockpit.Ranked(
                    rows.size() + 1,
                    one,
                    unknown ? Wording.NOTHING : wording.count(stunted),
                    stunted,
                    percent(Indicator.STUNTING_PREVALENCE, weighed, wording),
                    percent(Indicator.WEIGHING_COVERAGE, weighed, wording),
                    percent("krs-share", now, wording),
                    percent("foster-gap", now, wording),
                    highest == 0 ? 0 : (int) Math.round(100.0 * stunted / highest)));
        }
        return new Ranking(below, counts, silent, rows);
    }

    private String percent(String indicator, Sums sums, Wording wording) {
        return wording.percent(indicators.of(indicator).of(sums));
    }

    private static long stunted(AreaCounts counts, Area area) {
        return counts.cases(area.code()).stunted();
    }

    private List<Cockpit.Happening> happenings(Handle sql, Area area, Messages words, Wording wording) {
        return cases.latest(sql, area.code(), HAPPENINGS).stream()
                .map(change -> new Cockpit.Happening(
                        wording.moment(change.changedAt()),
                        change.stunting().equals("NORMAL") ? words.ceasedStunted() : words.becameStunted(),
                        change.kecamatan()))
                .toList();
    }
}
