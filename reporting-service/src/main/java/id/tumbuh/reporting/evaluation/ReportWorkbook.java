package id.tumbuh.reporting.evaluation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** A report as XLSX: summary, indicators, ranking, posyandu and history. Figures are numbers, to go on counting with. */
final class ReportWorkbook {
    private final Report report;
    private final ReportSheet sheet;
    private final ReportWording wording;
    private final EvaluationMessages words;

    private ReportWorkbook(Report report, ReportSheet sheet, ReportWording wording) {
        this.report = report;
        this.sheet = sheet;
        this.wording = wording;
        this.words = wording.words();
    }

    static byte[] of(Report report, ReportSheet sheet, ReportWording wording) {
        ReportWorkbook writer = new ReportWorkbook(report, sheet, wording);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "Tumbuh", "1.0")) {
            writer.summary(writer.named(workbook, writer.words.summary()));
            writer.indicators(writer.named(workbook, writer.words.indicators()));
            writer.ranking(writer.named(workbook, writer.words.place()));
            writer.posyandu(writer.named(workbook, writer.words.onePosyandu()));
            writer.history(writer.named(workbook, writer.words.history()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private ReportPage named(Workbook workbook, String name) {
        return new ReportPage(
                workbook.newWorksheet(name),
                words.reportTitle() + ": " + sheet.area(),
                sheet.semester() + " – " + sheet.state());
    }

    private void summary(ReportPage page) {
        page.widths(30, 100);
        page.heads(List.of(words.section(), words.remarks()));
        page.texts(words.dueDay(), List.of(sheet.due(), sheet.dueBasis() + " " + sheet.dueNote()));
        page.texts(words.state(), List.of(sheet.state(), sheet.frozen(), sheet.asOf(), words.sources()));
        page.texts(words.place(), List.of(sheet.rank()));
        page.texts(words.way(), sheet.way());
        page.texts(words.survey(), sheet.survey());
        page.texts(words.changes(), sheet.changes());
        page.texts(words.untold(), sheet.untold());
        page.texts(words.obstacles(), sheet.obstacles());
        page.texts(words.followUp(), sheet.followUp());
    }

    private void indicators(ReportPage page) {
        page.widths(22, 40, 20, 22, 12, 12, 10, 10, 24, 40);
        page.heads(List.of(
                words.code(),
                words.indicator(),
                words.period(),
                words.months(),
                words.numerator(),
                words.denominator(),
                words.percent(),
                words.coverage(),
                words.change(),
                words.source()));
        for (Report.Line line : report.figures()) {
            value(page, line, words.thisSemester(), line.now(), wording.change(line));
            value(page, line, words.semesterBefore(), line.before(), "");
            value(page, line, words.yearBefore(), line.yearBefore(), "");
        }
    }

    private void value(ReportPage page, Report.Line line, String when, Report.Value value, String change) {
        page.text(0, line.code());
        page.text(1, wording.name(line));
        page.text(2, when);
        page.text(3, wording.months(value.months()));
        page.count(4, value.numerator());
        page.count(5, value.denominator());
        page.percent(6, value.percent());
        page.percent(7, value.coverage());
        page.text(8, change);
        page.text(9, line.source());
        page.next();
    }

    private void ranking(ReportPage page) {
        page.widths(10, 16, 36, 12, 12, 12, 12);
        page.heads(List.of(
                words.place(),
                words.code(),
                words.area(),
                words.stunted(),
                words.measured(),
                words.prevalence(),
                words.coverage()));
        for (Report.Ranked one : report.areas()) {
            if (one.place() != null) {
                page.count(0, one.place());
            }
            page.text(1, one.code());
            page.text(2, one.name());
            page.count(3, one.stunted());
            page.count(4, one.measured());
            page.percent(5, one.percent());
            page.percent(6, one.coverage());
            page.next();
        }
    }

    private void posyandu(ReportPage page) {
        page.widths(38, 28, 28, 10, 70);
        page.heads(List.of(words.code(), words.onePosyandu(), words.desa(), words.measured(), words.why()));
        for (int place = 0; place < report.posyandu().size(); place++) {
            Report.Weak weak = report.posyandu().get(place);
            ReportSheet.Weak named = sheet.posyandu().get(place);
            page.text(0, weak.posyanduId().toString());
            page.text(1, named.name());
            page.text(2, named.desa());
            page.count(3, weak.measured());
            page.text(4, String.join("; ", named.reasons()));
            page.next();
        }
    }

    private void history(ReportPage page) {
        page.widths(28, 16, 36, 80);
        page.heads(List.of(words.when(), words.what(), words.by(), words.remarks()));
        for (ReportSheet.Happened step : sheet.history()) {
            page.text(0, step.when());
            page.text(1, step.what());
            page.text(2, step.by());
            page.text(3, step.remarks() == null ? "" : step.remarks());
            page.next();
        }
    }
}
