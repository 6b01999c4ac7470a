package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.skdn.LandscapePage.Box;
import id.tumbuh.measurement.skdn.Letters.Align;
import id.tumbuh.measurement.skdn.Letters.Style;
import id.tumbuh.measurement.skdn.Pagination.Piece;
import id.tumbuh.measurement.skdn.SkdnTable.Ratio;
import id.tumbuh.platform.http.Languages;
import java.awt.Color;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.List;

/** Head and rows of the printed table. Both blocks have the same columns, so that one can be read below the other. */
final class RecapTable {

    static final double LEFT = 8;
    static final double RIGHT = LandscapePage.WIDTH - 8;

    private static final double NUMBER = 6;
    private static final double STATE = 18;
    /** Of the letters that count everybody, four digits with a point; of the others. */
    private static final double WIDE = 7.9;

    private static final double NARROW = 6.3;
    private static final double SHARE = 7.8;
    private static final double FIGURES = LEFT + width(RecapColumn.LETTERS.size());
    private static final double PLACES = RIGHT - (FIGURES - LEFT) - RecapColumn.SHARES.size() * SHARE;
    private static final double HEAD_ROW = 4.6;
    private static final double GAP = 0.8;
    private static final Style CELL = Style.of(6.6);
    private static final Style HEAD = Style.of(7).bold().at(Align.CENTRE);
    private static final Color TINT = new Color(0xE6F2F3);
    private static final Color SUM = new Color(0xF3F7F8);

    private final String placeHead;
    private final String stateHead;
    private final double rowHeight;

    /** @param number empty of a sum */
    record Line(String number, String place, String state, Recap.BySex figures) {}

    RecapTable(String placeHead, String stateHead, double rowHeight) {
        this.placeHead = placeHead;
        this.stateHead = stateHead;
        this.rowHeight = rowHeight;
    }

    private static double width(int letters) {
        double width = 0;
        for (int letter = 0; letter < letters; letter++) {
            width += RecapColumn.SEXES.size() * cell(letter);
        }
        return width;
    }

    private static double cell(int letter) {
        return letter < 4 ? WIDE : NARROW;
    }

    Piece head() {
        return new Piece(2 * HEAD_ROW, (page, top) -> {
            page.fill(new Box(LEFT, top, RIGHT - LEFT, 2 * HEAD_ROW), TINT);
            double middle = base(top + HEAD_ROW / 2, HEAD_ROW);
            page.write(LEFT + NUMBER / 2, middle, "No", HEAD);
            page.write(LEFT + NUMBER + GAP, middle, placeHead, HEAD.at(Align.LEFT));
            page.write(PLACES - STATE + GAP, middle, stateHead, HEAD.at(Align.LEFT));
            double x = PLACES;
            for (int letter = 0; letter < RecapColumn.LETTERS.size(); letter++) {
                double cell = cell(letter);
                String name = RecapColumn.LETTERS.get(letter).head();
                page.write(x + 1.5 * cell, base(top, HEAD_ROW), name, HEAD);
                for (String sex : RecapColumn.SEXES) {
                    page.write(x + cell / 2, base(top + HEAD_ROW, HEAD_ROW), sex, HEAD);
                    x += cell;
                }
            }
            page.across(PLACES, RIGHT, top + HEAD_ROW);
            for (RecapColumn.Share share : RecapColumn.SHARES) {
                page.write(x + SHARE / 2, base(top, HEAD_ROW), share.head(), HEAD);
                page.write(x + SHARE / 2, base(top + HEAD_ROW, HEAD_ROW), "%", HEAD);
                x += SHARE;
            }
            rules(page, top, 2 * HEAD_ROW);
            page.across(LEFT, RIGHT, top);
        });
    }

    Piece row(Line line) {
        return new Piece(rowHeight, (page, top) -> {
            boolean sum = line.number().isEmpty();
            if (sum) {
                page.fill(new Box(LEFT, top, RIGHT - LEFT, rowHeight), TINT);
            } else {
                shadeSums(page, top);
            }
            Style style = sum ? CELL.bold() : CELL;
            double base = base(top, rowHeight);
            page.write(LEFT + NUMBER - GAP, base, line.number(), style.at(Align.RIGHT));
            double room = PLACES - STATE - LEFT - NUMBER - 2 * GAP;
            page.write(LEFT + NUMBER + GAP, base, page.letters().fitted(line.place(), style, room), style);
            page.write(PLACES - STATE + GAP, base, line.state(), style);
            figures(page, base, line.figures(), style.at(Align.RIGHT));
            rules(page, top, rowHeight);
        });
    }

    private static void figures(LandscapePage page, double base, Recap.BySex bySex, Style style) throws IOException {
        NumberFormat whole = NumberFormat.getIntegerInstance(Languages.INDONESIAN);
        double x = PLACES;
        int sexes = RecapColumn.SEXES.size();
        List<Integer> figures = RecapColumn.figures(bySex);
        for (int column = 0; column < figures.size(); column++) {
            x += cell(column / sexes);
            Style letters = column % sexes == sexes - 1 ? style.bold() : style;
            String figure = whole.format(figures.get(column));
            double room = cell(column / sexes) - GAP;
            page.write(x - 0.6, base, figure, page.letters().shrunk(figure, letters, room));
        }
        NumberFormat percent = NumberFormat.getNumberInstance(Languages.INDONESIAN);
        percent.setMinimumFractionDigits(1);
        percent.setMaximumFractionDigits(1);
        for (Ratio share : RecapColumn.shares(bySex)) {
            x += SHARE;
            page.write(x - GAP, base, share.value() == null ? "\u2013" : percent.format(100 * share.value()), style);
        }
    }

    private void shadeSums(LandscapePage page, double top) throws IOException {
        double x = PLACES;
        for (int letter = 0; letter < RecapColumn.LETTERS.size(); letter++) {
            double cell = cell(letter);
            page.fill(new Box(x + 2 * cell, top, cell, rowHeight), SUM);
            x += 3 * cell;
        }
    }

    private static void rules(LandscapePage page, double top, double height) throws IOException {
        double bottom = top + height;
        page.across(LEFT, RIGHT, bottom);
        page.down(LEFT, top, bottom);
        page.down(PLACES - STATE, top, bottom);
        double x = PLACES;
        for (int letter = 0; letter < RecapColumn.LETTERS.size(); letter++) {
            page.down(x, top, bottom);
            x += 3 * cell(letter);
        }
        page.down(x, top, bottom);
        page.down(RIGHT, top, bottom);
    }

    /** Where letters stand in the middle of a row. */
    private static double base(double top, double height) {
        return top + height / 2 + 0.85;
    }
}
