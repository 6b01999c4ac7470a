package id.tumbuh.reporting.evaluation;

import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A sheet of the workbook, written row by row, and how it is printed. */
final class ReportPage {
    private static final int HEAD = 3;
    private static final String TINT = "E6F2F3";
    private static final String COUNT = "#,##0";
    private static final String PERCENT = "0.0%";
    private static final int TITLE_SIZE = 14;

    private final Worksheet sheet;
    private int row = HEAD + 1;

    ReportPage(Worksheet sheet, String title, String subtitle) {
        this.sheet = sheet;
        put(0, 0, title);
        sheet.style(0, 0).bold().fontSize(TITLE_SIZE).set();
        put(1, 0, subtitle);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(HEAD, HEAD);
        sheet.footer("&P / &N", Position.RIGHT, "Calibri", 9);
    }

    void widths(double... widths) {
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, widths[column]);
        }
    }

    void heads(List<String> heads) {
        for (int column = 0; column < heads.size(); column++) {
            put(HEAD, column, heads.get(column));
        }
        sheet.range(HEAD, 0, HEAD, heads.size() - 1)
                .style()
                .bold()
                .fillColor(TINT)
                .wrapText(true)
                .borderStyle(BorderStyle.THIN)
                .set();
        sheet.freezePane(0, HEAD + 1);
    }

    /** A row for each, the first of them with what they are about. */
    void texts(String about, List<String> texts) {
        put(row, 0, about.strip());
        sheet.style(row, 0).bold().verticalAlignment("top").set();
        for (String text : texts) {
            put(row, 1, text);
            sheet.style(row, 1).wrapText(true).verticalAlignment("top").set();
            next();
        }
    }

    void next() {
        row++;
    }

    void text(int column, String text) {
        put(row, column, text);
        sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
    }

    void count(int column, long number) {
        sheet.value(row, column, number);
        sheet.style(row, column).format(COUNT).verticalAlignment("top").set();
    }

    /** As a share, so that the sheet shows and counts with per cent; unknown stays empty. */
    void percent(int column, @Nullable BigDecimal percent) {
        if (percent != null) {
            sheet.value(row, column, percent.movePointLeft(2));
            sheet.style(row, column).format(PERCENT).verticalAlignment("top").set();
        }
    }

    /** Words are never taken for a formula, here or when the sheet is saved as CSV. */
    private void put(int at, int column, String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        sheet.value(at, column, formula ? "'" + text : text);
    }
}
