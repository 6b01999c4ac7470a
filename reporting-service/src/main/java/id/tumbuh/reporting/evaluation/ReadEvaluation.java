package id.tumbuh.reporting.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Database;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.indicator.Period;
import id.tumbuh.reporting.monthly.MonthCounters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads reports for the office that owes them and for those above it. */
@ApplicationScoped
public class ReadEvaluation {
    private final Database database;
    private final Areas areas;
    private final Evaluations evaluations;
    private final MakeReport reports;
    private final Deadline deadline;
    private final ObjectMapper json;

    ReadEvaluation(
            Database database,
            Areas areas,
            Evaluations evaluations,
            MakeReport reports,
            Deadline deadline,
            ObjectMapper json) {
        this.database = database;
        this.areas = areas;
        this.evaluations = evaluations;
        this.reports = reports;
        this.deadline = deadline;
        this.json = json;
    }

    private record Held(
            Evaluation evaluation, Optional<Evaluations.Submission> submission, Map<String, String> names) {}

    /** As it was handed in last, or as it is counted now; empty when nobody knows the area. */
    public Optional<EvaluationView> of(Office office, EvaluationKey key, boolean now) {
        Held held = database.read(
                office.scope(),
                sql -> new Held(evaluations.find(sql, key), evaluations.latest(sql, key), offices(sql, key.area())));
        boolean frozen = !now && held.evaluation().state().frozen();
        Optional<Report> report = frozen
                ? held.submission().map(this::content)
                : reports.of(office.scope(), key, held.evaluation().texts());
        return report.map(its -> view(office, held, its, !frozen));
    }

    /** Of the area and the one above, whose offices have to do with it. */
    private Map<String, String> offices(Handle sql, String area) {
        return Stream.of(area, Office.above(area))
                .flatMap(code -> areas.find(sql, code).stream())
                .collect(Collectors.toMap(Area::code, Area::name));
    }

    /** The very text that was handed in last. */
    Optional<Evaluations.Submission> submission(Office office, EvaluationKey key) {
        return database.read(office.scope(), sql -> evaluations.latest(sql, key));
    }

    /** Of the areas right below. */
    public Optional<DueList> below(Office office, String area, Period period) {
        return database.read(
                office.scope(),
                sql -> areas.find(sql, area).map(found -> {
                    List<Area> below = areas.children(sql, area);
                    Map<String, Evaluation> begun =
                            evaluations.of(sql, below.stream().map(Area::code).toList(), period);
                    List<DueList.Row> rows = below.stream()
                            .map(one -> row(
                                    one,
                                    begun.getOrDefault(
                                            one.code(), Evaluation.notBegun(new EvaluationKey(one.code(), period)))))
                            .toList();
                    return new DueList(
                            found.code(),
                            found.name(),
                            period.code(),
                            rows.stream()
                                    .collect(Collectors.groupingBy(
                                            DueList.Row::state, TreeMap::new, Collectors.counting())),
                            rows.stream().filter(DueList.Row::overdue).count(),
                            rows);
                }));
    }

    private DueList.Row row(Area area, Evaluation evaluation) {
        EvaluationView.Due due = due(evaluation);
        return new DueList.Row(
                area.code(),
                area.name(),
                evaluation.state().code(),
                evaluation.version(),
                due.on(),
                due.late(),
                due.overdue(),
                last(evaluation, step -> step.action() == EvaluationView.Action.SUBMITTED),
                last(evaluation, step -> step.action() != EvaluationView.Action.SUBMITTED));
    }

    private static @Nullable Instant last(Evaluation evaluation, Function<Step, Boolean> which) {
        return evaluation.steps().stream()
                .filter(which::apply)
                .reduce((_, later) -> later)
                .map(Step::at)
                .orElse(null);
    }

    private EvaluationView.Due due(Evaluation evaluation) {
        Deadline.Due due = deadline.of(evaluation.key().area(), evaluation.key().period());
        Optional<Step> first = evaluation.firstSubmission();
        return new EvaluationView.Due(
                due.on(),
                first.filter(step -> due.isLate(Deadline.day(step.at()))).isPresent(),
                first.isEmpty() && due.isLate(MonthCounters.today()),
                due.rule(),
                due.source(),
                due.note());
    }

    private EvaluationView view(Office office, Held held, Report report, boolean live) {
        Evaluation evaluation = held.evaluation();
        return new EvaluationView(
                report.area(),
                report.name(),
                report.period(),
                evaluation.state().code(),
                evaluation.version(),
                due(evaluation),
                evaluation.texts().obstacles(),
                evaluation.texts().followUp(),
                evaluation.steps().stream()
                        .map(step -> new EvaluationView.Happened(
                                step.number(),
                                step.action(),
                                step.at(),
                                step.office(),
                                held.names().getOrDefault(step.office(), step.office()),
                                step.remarks(),
                                step.hash()))
                        .toList(),
                may(office, evaluation),
                held.submission()
                        .map(one -> new EvaluationView.Frozen(one.number(), one.at(), one.hash()))
                        .orElse(null),
                live,
                report);
    }

    private static EvaluationView.May may(Office office, Evaluation evaluation) {
        String area = evaluation.key().area();
        boolean open = evaluation.state().closed().isEmpty();
        boolean over =
                MonthCounters.today().isAfter(evaluation.key().period().last().atEndOfMonth());
        return new EvaluationView.May(
                open && office.mayWrite(area),
                open && over && evaluation.version() > 0 && office.mayWrite(area),
                office.mayDecide(area)
                        && evaluation
                                .state()
                                .waiting()
                                .filter(step -> !step.subject().equals(office.subject()))
                                .isPresent());
    }

    private Report content(Evaluations.Submission submission) {
        try {
            return json.readValue(submission.content(), Report.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a report that was handed in can't be read", broken);
        }
    }
}
