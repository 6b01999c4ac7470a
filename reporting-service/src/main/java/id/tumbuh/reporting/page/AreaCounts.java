package id.tumbuh.reporting.page;

import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.cases.Cases;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Figures.AreaMonth;
import id.tumbuh.reporting.indicator.Sums;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What is counted in some areas in some months and who is stunted there, read once for all parts of a page. */
record AreaCounts(Map<AreaMonth, Sums> sums, Map<String, Cases.Count> cases) {
    Sums in(String area, YearMonth month) {
        return sums.getOrDefault(new AreaMonth(area, month), Sums.NONE);
    }

    Cases.Count cases(String area) {
        return cases.getOrDefault(area, Cases.Count.NONE);
    }

    /** Reads them: a statement for each kind of counter, however many areas and months. */
    static AreaCounts of(Handle sql, Figures figures, Cases cases, Collection<Area> areas, YearMonth... months) {
        List<String> codes = areas.stream().map(Area::code).toList();
        List<AreaMonth> wanted = codes.stream()
                .flatMap(code -> Stream.of(months).distinct().map(month -> new AreaMonth(code, month)))
                .toList();
        return new AreaCounts(figures.sums(sql, wanted), cases.counts(sql, codes));
    }
}
