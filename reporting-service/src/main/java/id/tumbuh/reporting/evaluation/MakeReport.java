package id.tumbuh.reporting.evaluation;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.reporting.area.Area;
import id.tumbuh.reporting.area.Areas;
import id.tumbuh.reporting.indicator.Indicator;
import id.tumbuh.reporting.indicator.Period;
import id.tumbuh.reporting.indicator.Sources;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.progress.Progress;
import id.tumbuh.reporting.quality.WeakPosyandu;
import id.tumbuh.reporting.reconciliation.Compare;
import id.tumbuh.reporting.reconciliation.Compared;
import id.tumbuh.reporting.reconciliation.Verdict;
import id.tumbuh.reporting.survey.SurveyEstimate;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Counts what a report says, as it is now. */
@ApplicationScoped
class MakeReport {
    private static final int PERCENT_DECIMALS = 4;

    private final Database database;
    private final Areas areas;
    private final ReadLines lines;
    private final ReadWay way;
    private final ReadChanges changes;
    private final Ranking ranking;
    private final Compare compare;
    private final Progress progress;
    private final Deadline deadline;

    MakeReport(
            Database database,
            Areas areas,
            ReadLines lines,
            ReadWay way,
            ReadChanges changes,
            Ranking ranking,
            Compare compare,
            Progress progress,
            Deadline deadline) {
        this.database = database;
        this.areas = areas;
        this.lines = lines;
        this.way = way;
        this.changes = changes;
        this.ranking = ranking;
        this.compare = compare;
        this.progress = progress;
        this.deadline = deadline;
    }

    /** Empty when nobody knows the area. */
    Optional<Report> of(Scope scope, EvaluationKey key, Evaluation.Texts texts) {
        return database.read(scope, sql -> areas.find(sql, key.area()).map(area -> read(sql, area, key, texts)))
                // Its place among others follows of figures that it may not see; only the place is told.
                .map(report -> report.withRank(database.read(
                        Scope.everywhere(),
                        sql -> ranking.place(sql, key.area(), month(report)).orElse(null))));
    }

    private Report read(Handle sql, Area area, EvaluationKey key, Evaluation.Texts texts) {
        Period period = key.period();
        List<Report.Line> figures = lines.of(sql, area.code(), period);
        YearMonth month = month(figures);
        Compared compared = compare.of(sql, new Compare.Wanted(area, month, deadline.posyandu(period)));
        return new Report(
                area.code(),
                area.name(),
                new AreaCode(area.code()).level(),
                period.code(),
                period.first(),
                period.last(),
                progress.asOf(sql, Sources.ALL).orElse(null),
                progress.included(sql, Sources.ALL),
                texts.obstacles(),
                texts.followUp(),
                figures,
                way.of(sql, area, period, month),
                survey(compared),
                changes.of(sql, key, figures),
                null,
                ranking.below(sql, area.code(), month),
                compared.remeasureFirst().stream().map(MakeReport::weak).toList());
    }

    /** Of which month the status of children is. */
    private static YearMonth month(Report report) {
        return month(report.figures());
    }

    private static YearMonth month(List<Report.Line> figures) {
        return figures.stream()
                .filter(line -> line.code().equals(Indicator.STUNTING_PREVALENCE))
                .map(line -> line.now().months().getLast())
                .findFirst()
                .orElseGet(MonthCounters::present);
    }

    private static Report.Survey survey(Compared compared) {
        SurveyEstimate survey = compared.survey();
        SurveyEstimate.Interval interval = survey == null ? null : survey.interval();
        return new Report.Survey(
                survey == null ? null : survey.instrument(),
                survey == null ? null : survey.year(),
                survey == null ? null : survey.percent(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                survey == null
                        ? null
                        : survey.source().author() + ", " + survey.source().title(),
                compared.routine().month(),
                percent(compared.routine().stunted(), compared.routine().plausible()),
                compared.explanation(),
                Verdict.in(Languages.INDONESIAN).headline(compared),
                Verdict.in(Locale.ENGLISH).headline(compared));
    }

    static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), PERCENT_DECIMALS, RoundingMode.HALF_UP);
    }

    private static Report.Weak weak(WeakPosyandu one) {
        return new Report.Weak(
                one.posyanduId(),
                one.area(),
                one.areaName(),
                one.month(),
                one.verdict(),
                one.measured(),
                one.cases(),
                one.signs().stream()
                        .map(sign -> new Report.Sign(sign.code(), sign.numerator(), sign.denominator(), sign.value()))
                        .toList());
    }
}
