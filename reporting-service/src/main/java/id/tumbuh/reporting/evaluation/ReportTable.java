package id.tumbuh.reporting.evaluation;

import id.tumbuh.reporting.csv.Csv;
import id.tumbuh.reporting.csv.Dictionary;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as comma-separated values: one row for each figure or text, numbers as numbers, unknown ones empty. */
final class ReportTable {
    private final Csv csv = Dictionary.begin("evaluation-report");
    private final ReportWording wording;
    private final Report report;

    private ReportTable(ReportWording wording, Report report) {
        this.wording = wording;
        this.report = report;
    }

    static String of(EvaluationView view, ReportSheet sheet, ReportWording wording) {
        ReportTable table = new ReportTable(wording, view.report());
        table.head(view, sheet);
        view.report().figures().forEach(table::figure);
        table.sentences("way", sheet.way());
        table.sentences("survey", sheet.survey());
        table.survey(view.report().survey());
        table.sentences("change", sheet.changes());
        table.sentences("untold", sheet.untold());
        table.cases(view.report().changes().cases());
        view.report().areas().forEach(table::area);
        table.posyandu(sheet);
        table.text("obstacles", view.live() ? view.obstacles() : view.report().obstacles());
        table.text("follow-up", view.live() ? view.followUp() : view.report().followUp());
        sheet.history()
                .forEach(step -> table.text(
                        "history",
                        step.when() + "; " + step.what() + "; " + step.by()
                                + (step.remarks() == null ? "" : "; " + step.remarks())));
        return table.csv.toString();
    }

    private void head(EvaluationView view, ReportSheet sheet) {
        text("report", wording.words().reportTitle());
        row("area", report.area(), report.name(), null, null);
        text("state", view.state().name());
        text("due", view.due().on().toString());
        text("as-of", report.asOf() == null ? "" : report.asOf().toString());
        text("frozen", view.live() || view.frozen() == null ? "" : view.frozen().hash());
        row(
                "rank",
                "place",
                sheet.rank(),
                report.rank() == null ? null : report.rank().place(),
                null);
        row(
                "rank",
                "of",
                sheet.rank(),
                report.rank() == null ? null : report.rank().of(),
                null);
    }

    private void figure(Report.Line line) {
        String before = report.changes().since().period();
        value(line, report.period(), line.now());
        value(line, before, line.before());
        value(line, "year-before", line.yearBefore());
        row(
                "change-in-points",
                line.code(),
                wording.name(line),
                line.points(),
                line.direction().name());
    }

    private void value(Report.Line line, String period, Report.Value value) {
        csv.row(Arrays.asList(
                "indicator",
                line.code(),
                wording.name(line),
                period,
                value.months().stream().map(YearMonth::toString).collect(Collectors.joining(" ")),
                value.numerator(),
                value.denominator(),
                value.percent(),
                value.coverage(),
                null,
                line.source()));
    }

    private void survey(Report.Survey survey) {
        row("survey", "percent", survey.instrument(), survey.percent(), survey.source());
        row("survey", "routine-percent", survey.routineMonth().toString(), survey.routinePercent(), null);
    }

    private void cases(Report.Cases cases) {
        row("cases", "newly", null, cases.newly(), null);
        row("cases", "recovered", null, cases.recovered(), null);
        row("cases", "aged-out", null, cases.agedOut(), null);
        row("cases", "rest", null, cases.rest(), null);
    }

    private void area(Report.Ranked one) {
        csv.row(Arrays.asList(
                "area",
                one.code(),
                one.name(),
                report.period(),
                null,
                one.stunted(),
                one.measured(),
                one.percent(),
                one.coverage(),
                one.place(),
                null));
    }

    private void posyandu(ReportSheet sheet) {
        for (int place = 0; place < report.posyandu().size(); place++) {
            Report.Weak weak = report.posyandu().get(place);
            row(
                    "posyandu",
                    weak.posyanduId().toString(),
                    sheet.posyandu().get(place).name() + ", "
                            + sheet.posyandu().get(place).desa(),
                    weak.measured(),
                    String.join("; ", sheet.posyandu().get(place).reasons()));
        }
    }

    private void sentences(String section, List<String> sentences) {
        sentences.forEach(sentence -> text(section, sentence));
    }

    private void text(String section, String text) {
        row(section, null, null, null, text);
    }

    private void row(
            String section,
            @Nullable String code,
            @Nullable String name,
            @Nullable Number value,
            @Nullable String text) {
        csv.row(Arrays.asList(section, code, name, null, null, null, null, null, null, value, text));
    }
}
