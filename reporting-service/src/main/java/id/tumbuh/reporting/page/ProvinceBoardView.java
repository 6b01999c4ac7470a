package id.tumbuh.reporting.page;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.arrival.Arrivals;
import id.tumbuh.reporting.arrival.Ledger;
import id.tumbuh.reporting.arrival.ReadLedger;
import id.tumbuh.reporting.cases.Cases;
import id.tumbuh.reporting.indicator.Figures;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sources;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.survey.SurveyEstimate;
import id.tumbuh.reporting.survey.SurveyEstimates;
import id.tumbuh.reporting.targets.NationalPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what the board of a province shows. */
@ApplicationScoped
class ProvinceBoardView {
    private final Database database;
    private final Areas areas;
    private final Figures figures;
    private final Indicators indicators;
    private final Cases cases;
    private final SurveyEstimates estimates;
    private final NationalPath national;
    private final Arrivals arrivals;
    private final ReadLedger ledger;
    private final Progress progress;

    ProvinceBoardView(
            Database database,
            Areas areas,
            Figures figures,
            Indicators indicators,
            Cases cases,
            SurveyEstimates estimates,
            NationalPath national,
            Arrivals arrivals,
            ReadLedger ledger,
            Progress progress) {
        this.database = database;
        this.areas = areas;
        this.figures = figures;
        this.indicators = indicators;
        this.cases = cases;
        this.estimates = estimates;
        this.national = national;
        this.arrivals = arrivals;
        this.ledger = ledger;
        this.progress = progress;
    }

    /** Whose board, of which month; null is the latest with weighings. */
    record Asked(Area area, @Nullable YearMonth month, Wording wording) {}

    ProvinceBoard of(Scope scope, Asked asked, @Nullable String bearer) {
        Read read = database.read(scope, sql -> read(sql, scope, asked));
        // No transaction is open while another service is asked.
        Ledger told =
                ledger.since(MonthCounters.today().minusDays(read.watched().windowDays() - 1L), bearer);
        return new ProvinceBoardText(asked, indicators).of(read, told);
    }

    /** What stands in this database: of the kabupaten, and of the province as the last. */
    record Read(
            YearMonth month,
            List<Step> path,
            Scope scope,
            List<Area> areas,
            Map<String, List<SurveyEstimate>> surveys,
            List<NationalPath.Point> national,
            Map<String, Sums> sums,
            Map<String, Sums> stocks,
            Map<String, Cases.Count> cases,
            Arrivals.Watched watched,
            @Nullable String asOf) {}

    private Read read(Handle sql, Scope scope, Asked asked) {
        String area = asked.area().code();
        YearMonth present = MonthCounters.present();
        YearMonth month = asked.month() != null
                ? asked.month()
                : figures.latestMonth(sql, area).orElse(present);
        List<Area> all = new ArrayList<>(areas.kabupaten(sql, area));
        all.add(asked.area());
        List<String> codes = all.stream().map(Area::code).toList();
        return new Read(
                month,
                Step.of(areas.path(sql, area), scope),
                scope,
                all,
                estimates.of(sql, codes, Indicator.STUNTING_PREVALENCE),
                national.on(MonthCounters.today()),
                figures.sums(sql, codes, month),
                figures.sums(sql, codes, asked.month() == null ? present : month),
                cases.counts(sql, codes),
                arrivals.of(sql, area),
                progress.asOf(sql, Sources.ALL).map(asked.wording()::moment).orElse(null));
    }
}
