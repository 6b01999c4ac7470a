package id.tumbuh.reporting.page;

import static java.util.stream.Collectors.groupingBy;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.cases.Cases;
import id.tumbuh.reporting.growth.PosyanduWeighings;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sources;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.quality.Qualities;
import id.tumbuh.reporting.quality.WeakPosyandu;
import id.tumbuh.reporting.reconciliation.ReconciliationRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what the board of a kecamatan shows. */
@ApplicationScoped
class DistrictBoardView {
    /** As many as fit on the printed page beside the rest. */
    private static final int CHECKS = 10;

    private final Database database;
    private final Areas areas;
    private final Figures figures;
    private final Indicators indicators;
    private final Cases cases;
    private final PosyanduWeighings weighings;
    private final Qualities qualities;
    private final ReconciliationRules rules;
    private final Progress progress;
    private final PosyanduNames registry;

    DistrictBoardView(
            Database database,
            Areas areas,
            Figures figures,
            Indicators indicators,
            Cases cases,
            PosyanduWeighings weighings,
            Qualities qualities,
            ReconciliationRules rules,
            Progress progress,
            PosyanduNames registry) {
        this.database = database;
        this.areas = areas;
        this.figures = figures;
        this.indicators = indicators;
        this.cases = cases;
        this.weighings = weighings;
        this.qualities = qualities;
        this.rules = rules;
        this.progress = progress;
        this.registry = registry;
    }

    /** Whose board, of which month; null is the latest with weighings. */
    record Asked(Area area, @Nullable YearMonth month, Wording wording) {}

    DistrictBoard of(Scope scope, Asked asked, @Nullable String bearer) {
        Counted counted = database.read(scope, sql -> counted(sql, scope, asked));
        // No transaction is open while another service is asked.
        Optional<List<RegistryPosyandu.Named>> posyandu =
                registry.all(asked.area().code(), bearer);
        Reports reports = posyandu.map(all -> new Reports(
                        all,
                        database.read(
                                scope,
                                sql -> weighings.reported(
                                        sql,
                                        all.stream()
                                                .map(RegistryPosyandu.Named::id)
                                                .toList(),
                                        counted.month()))))
                .orElse(Reports.UNKNOWN);
        return new DistrictBoardText(asked, indicators).of(counted, reports);
    }

    /**
     * What stands in this database.
     *
     * @param stocks what there is at the end of the month asked for; now, when none is
     */
    record Counted(
            YearMonth month,
            List<Step> path,
            List<Area> desa,
            Map<String, Sums> sums,
            Map<String, Sums> stocks,
            Map<String, Cases.Count> cases,
            long fresh,
            List<WeakPosyandu> weak,
            int qualityMonths,
            @Nullable String asOf) {}

    /** Which posyandu there are by registry, and which of them reported. */
    record Reports(@Nullable List<RegistryPosyandu.Named> all, Set<UUID> reported) {
        static final Reports UNKNOWN = new Reports(null, Set.of());

        /** Those that did not, by desa. */
        Map<String, List<RegistryPosyandu.Named>> late() {
            return all == null
                    ? Map.of()
                    : all.stream()
                            .filter(one -> !reported.contains(one.id()))
                            .collect(groupingBy(RegistryPosyandu.Named::area));
        }
    }

    private Counted counted(Handle sql, Scope scope, Asked asked) {
        String area = asked.area().code();
        YearMonth month = asked.month() != null
                ? asked.month()
                : figures.latestMonth(sql, area).orElse(MonthCounters.present());
        List<Area> desa = areas.children(sql, area, month);
        List<String> codes = new ArrayList<>(desa.stream().map(Area::code).toList());
        codes.add(area);
        int months = rules.on(month).qualityMonths();
        return new Counted(
                month,
                Step.of(areas.path(sql, area), scope),
                desa,
                figures.sums(sql, codes, month),
                figures.sums(sql, codes, asked.month() == null ? MonthCounters.present() : month),
                cases.counts(sql, codes),
                cases.newIn(sql, area, month),
                qualities.weakest(sql, new Qualities.Window(area, month, months), CHECKS),
                months,
                progress.asOf(sql, Sources.ALL).map(asked.wording()::moment).orElse(null));
    }
}
