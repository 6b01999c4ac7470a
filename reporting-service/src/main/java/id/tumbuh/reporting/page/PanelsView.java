package id.tumbuh.reporting.page;

import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import id.tumbuh.reporting.caseaudit.CaseAudits;
import id.tumbuh.reporting.commitment.Commitments;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Indicators;
import id.tumbuh.reporting.indicator.Sums;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.page.Panels.Line;
import id.tumbuh.reporting.programme.LateRule;
import id.tumbuh.reporting.programme.Programmes;
import id.tumbuh.reporting.survey.SurveyEstimate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what the lower panels show, from what this service keeps: a cockpit never waits for another service. */
@ApplicationScoped
class PanelsView {
    private static final int LINES = 3;
    private static final String NOTHING = "–";
    private static final List<AuditStage> STAGES =
            List.of(AuditStage.SELECTED, AuditStage.REVIEWED, AuditStage.FOLLOW_UP);

    private final Programmes programmes;
    private final Commitments commitments;
    private final CaseAudits audits;
    private final Indicators indicators;
    private final RuleBook rules;

    PanelsView(
            Programmes programmes, Commitments commitments, CaseAudits audits, Indicators indicators, RuleBook rules) {
        this.programmes = programmes;
        this.commitments = commitments;
        this.audits = audits;
        this.indicators = indicators;
        this.rules = rules;
    }

    /**
     * Whose panels, with what the cockpit has read already.
     *
     * @param survey the newest; null without one
     * @param weighed of the month with the latest weighings
     */
    record Asked(String area, @Nullable SurveyEstimate survey, Sums weighed, Wording wording) {
        Locale locale() {
            return wording.locale();
        }

        PanelMessages words() {
            return Pages.words(PanelMessages.class, locale());
        }
    }

    Panels of(Handle sql, Asked asked) {
        RuleSet today = rules.on(MonthCounters.today());
        return new Panels(offices(sql, today, asked), agenda(sql, today, asked), audits(sql, asked), survey(asked));
    }

    private List<Panels.Office> offices(Handle sql, RuleSet today, Asked asked) {
        LocalDate day = MonthCounters.today();
        LateRule.Expected expected = LateRule.of(today).expected(day.getYear(), day);
        return programmes.byField(sql, new Programmes.Wanted(asked.area(), day.getYear(), expected)).stream()
                .limit(LINES)
                .map(sum -> new Panels.Office(
                        sum.field(),
                        Portion.of(sum.spent(), sum.budget()).text(asked.wording()),
                        asked.wording().aboutRupiah(sum.spent()),
                        sum.late() == 0
                                ? ""
                                : asked.words().late(asked.wording().count(sum.late()))))
                .toList();
    }

    /** What is under way or comes next; what lasts all year says nothing of today. */
    private List<Line> agenda(Handle sql, RuleSet today, Asked asked) {
        LocalDate day = MonthCounters.today();
        Agenda agenda = new Agenda(
                Pages.words(AgendaMessages.class, asked.locale()),
                asked.wording(),
                Fields.of(today, "rembuk.parties", asked.locale()));
        record Dated(LocalDate from, Line line) {}
        List<Dated> all = new ArrayList<>();
        Stream.of(day.getYear(), day.getYear() + 1)
                .flatMap(year -> YearPlan.of(today, year, asked.locale()).stream())
                .filter(action -> !action.isOver(day) && !action.lastsAllYear())
                .forEach(action -> all.add(
                        new Dated(action.from(), new Line(action.name(), agenda.state(action.from(), action.to())))));
        commitments
                .next(sql, asked.area(), day, LINES)
                .forEach(one -> all.add(new Dated(
                        one.dueOn(),
                        new Line(
                                asked.words().commitment(agenda.party(one.partyKind())),
                                agenda.state(one.dueOn(), one.dueOn())))));
        return all.stream()
                .sorted(Comparator.comparing(Dated::from))
                .limit(LINES)
                .map(Dated::line)
                .toList();
    }

    private List<Line> audits(Handle sql, Asked asked) {
        AuditMessages words = Pages.words(AuditMessages.class, asked.locale());
        return audits.semesters(sql, asked.area()).stream()
                .findFirst()
                .map(semester -> audits.counts(sql, asked.area(), semester))
                .map(counts -> STAGES.stream()
                        .map(stage -> new Line(
                                stage.in(words),
                                asked.wording()
                                        .count(counts.stream()
                                                .filter(count -> AuditStage.of(count.stage()) == stage)
                                                .mapToLong(CaseAudits.Count::cases)
                                                .sum())))
                        .toList())
                .orElse(List.of());
    }

    /** Side by side, never blended. */
    private List<Line> survey(Asked asked) {
        SurveyEstimate survey = asked.survey();
        Wording wording = asked.wording();
        return List.of(
                survey == null
                        ? new Line(asked.words().noSurvey(), NOTHING)
                        : new Line(
                                asked.words().survey(survey.instrument(), Integer.toString(survey.year())),
                                wording.percent(survey.percent())),
                new Line(
                        asked.words().routine(percent(Indicator.WEIGHING_COVERAGE, asked)),
                        percent(Indicator.STUNTING_PREVALENCE, asked)));
    }

    private String percent(String indicator, Asked asked) {
        return asked.wording().percent(indicators.of(indicator).of(asked.weighed()));
    }
}
