package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.skdn.Recap.BySex;
import id.tumbuh.measurement.skdn.SkdnTable.Ratio;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/** A sheet of the workbook: heading, the columns of the form, and how it is printed. */
final class RecapSheet {

    static final int HEAD = 3;
    static final int FIRST_ROW = HEAD + 2;

    private static final int FIRST_FIGURE = 4;
    private static final int SEXES = RecapColumn.SEXES.size();
    private static final int FIRST_SHARE = FIRST_FIGURE + RecapColumn.LETTERS.size() * SEXES;
    private static final int LAST_COLUMN = FIRST_SHARE + RecapColumn.SHARES.size() - 1;
    private static final String TINT = "E6F2F3";
    private static final String COUNT = "#,##0";
    private static final String PERCENT = "0.0%";
    private static final float EDGE_INCHES = 0.4f;

    private final Worksheet sheet;

    RecapSheet(Worksheet sheet, RecapWording words) {
        this.sheet = sheet;
        text(0, 0, words.title());
        sheet.style(0, 0).bold().fontSize(14).set();
        text(1, 0, words.subtitle());
        sheet.width(0, 5);
        sheet.width(1, 30);
        sheet.width(2, 15);
        sheet.width(3, 13);
    }

    /** A list of four columns. */
    void list(List<String> heads) {
        for (int column = 0; column < heads.size(); column++) {
            text(HEAD, column, heads.get(column));
        }
        sheet.range(HEAD, 0, HEAD, heads.size() - 1)
                .style()
                .bold()
                .fillColor(TINT)
                .set();
        sheet.width(1, 44);
        sheet.width(2, 38);
        sheet.width(3, 26);
        sheet.freezePane(0, HEAD + 1);
        print(HEAD);
    }

    /** The columns of the form, after four others. */
    void table(List<String> first) {
        for (int column = 0; column < first.size(); column++) {
            text(HEAD, column, first.get(column));
            sheet.range(HEAD, column, HEAD + 1, column).merge();
        }
        int column = FIRST_FIGURE;
        for (RecapColumn.Letter letter : RecapColumn.LETTERS) {
            text(HEAD, column, letter.head());
            sheet.range(HEAD, column, HEAD, column + SEXES - 1).merge();
            for (String sex : RecapColumn.SEXES) {
                text(HEAD + 1, column, sex);
                sheet.width(column++, 6.5);
            }
        }
        for (RecapColumn.Share share : RecapColumn.SHARES) {
            text(HEAD, column, share.head());
            text(HEAD + 1, column, "%");
            sheet.width(column++, 8);
        }
        sheet.range(HEAD, 0, HEAD + 1, LAST_COLUMN)
                .style()
                .bold()
                .fillColor(TINT)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .borderStyle(BorderStyle.THIN)
                .set();
        sheet.freezePane(2, FIRST_ROW);
        print(HEAD + 1);
    }

    private void print(int lastRepeated) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(HEAD, lastRepeated);
        sheet.leftMargin(EDGE_INCHES);
        sheet.rightMargin(EDGE_INCHES);
        sheet.footer("Halaman &P dari &N", Position.RIGHT, "Calibri", 9);
    }

    void number(int row, int column, int number) {
        sheet.value(row, column, number);
    }

    void figures(int row, BySex bySex) {
        int column = FIRST_FIGURE;
        for (int figure : RecapColumn.figures(bySex)) {
            sheet.value(row, column, figure);
            sheet.style(row, column++).format(COUNT).set();
        }
        for (Ratio share : RecapColumn.shares(bySex)) {
            if (share.value() != null) {
                sheet.value(row, column, share.value());
            }
            sheet.style(row, column++).format(PERCENT).set();
        }
    }

    void sum(int row, BySex bySex) {
        text(row, 1, "Jumlah");
        figures(row, bySex);
        sheet.range(row, 0, row, LAST_COLUMN)
                .style()
                .bold()
                .fillColor(TINT)
                .borderStyle(BorderStyle.THIN)
                .set();
    }

    /** A name is never taken for a formula, here or when the sheet is saved as CSV. */
    void text(int row, int column, String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        sheet.value(row, column, formula ? "'" + text : text);
    }
}
