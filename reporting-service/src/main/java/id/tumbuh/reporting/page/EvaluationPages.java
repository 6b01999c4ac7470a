package id.tumbuh.reporting.page;

import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.session.FormToken;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.evaluation.DueList;
import id.tumbuh.reporting.evaluation.EvaluationKey;
import id.tumbuh.reporting.evaluation.EvaluationMessages;
import id.tumbuh.reporting.evaluation.EvaluationView;
import id.tumbuh.reporting.evaluation.Office;
import id.tumbuh.reporting.evaluation.ReadEvaluation;
import id.tumbuh.reporting.evaluation.Report;
import id.tumbuh.reporting.evaluation.ReportWording;
import id.tumbuh.reporting.indicator.Period;
import id.tumbuh.reporting.monthly.MonthCounters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what is due below an area and the area's own report, and puts both into words. */
@ApplicationScoped
class EvaluationPages {
    private final Database database;
    private final Areas areas;
    private final ReadEvaluation read;
    private final PosyanduNames posyandu;

    EvaluationPages(Database database, Areas areas, ReadEvaluation read, PosyanduNames posyandu) {
        this.database = database;
        this.areas = areas;
        this.read = read;
        this.posyandu = posyandu;
    }

    /**
     * What is asked for.
     *
     * @param now whether a report that was handed in shall be shown as it is counted now
     * @param done what the form before did, in words
     */
    record Wanted(
            String area,
            Period period,
            boolean now,
            Office office,
            String bearer,
            Locale locale,
            @Nullable String done) {
        @Override
        public String toString() {
            return "Wanted[" + area + "]";
        }
    }

    /** Empty when nobody knows the area. */
    Optional<EvaluationPage> of(Wanted wanted) {
        List<Area> path = database.read(wanted.office().scope(), sql -> areas.path(sql, wanted.area()));
        return path.isEmpty() ? Optional.empty() : Optional.of(page(wanted, path));
    }

    private EvaluationPage page(Wanted wanted, List<Area> path) {
        ReportWording wording = ReportWording.in(wanted.locale());
        Period period = wanted.period();
        Period after = period.after();
        return new EvaluationPage(
                path.getLast(),
                Step.of(path, wanted.office().scope()),
                period.code(),
                wording.semester(period.code()),
                period.before().code(),
                after.first().isAfter(MonthCounters.present()) ? null : after.code(),
                own(wanted, wording),
                below(wanted, path.getLast(), wording),
                FormToken.of(wanted.bearer()),
                wanted.done());
    }

    private EvaluationPage.@Nullable Own own(Wanted wanted, ReportWording wording) {
        if (wanted.area().equals(Country.CODE)) {
            return null;
        }
        EvaluationView view = read.of(wanted.office(), new EvaluationKey(wanted.area(), wanted.period()), wanted.now())
                .orElseThrow();
        // No transaction is open while another service is asked.
        List<String> desa =
                view.report().posyandu().stream().map(Report.Weak::area).toList();
        Map<UUID, String> names = desa.isEmpty() ? Map.of() : posyandu.in(desa, wanted.bearer());
        return new EvaluationPage.Own(
                wording.sheet(view, names),
                view.may(),
                view.version(),
                view.live(),
                view.frozen() != null,
                view.obstacles(),
                view.followUp());
    }

    private EvaluationPage.@Nullable Below below(Wanted wanted, Area area, ReportWording wording) {
        if (area.isDesa()) {
            return null;
        }
        DueList due = read.below(wanted.office(), area.code(), wanted.period()).orElseThrow();
        EvaluationMessages words = ReportWording.words(wanted.locale());
        return new EvaluationPage.Below(
                due.overdue() == 0 ? null : words.overdueCount(Long.toString(due.overdue())),
                due.reports().stream()
                        .map(row -> new EvaluationPage.Due(
                                new Area(row.area(), row.name()),
                                wording.state(row.state()),
                                wording.dueText(row.dueOn(), row.late(), row.overdue()),
                                row.late() || row.overdue(),
                                row.submittedAt() == null ? "–" : wording.moment(row.submittedAt())))
                        .toList());
    }
}
