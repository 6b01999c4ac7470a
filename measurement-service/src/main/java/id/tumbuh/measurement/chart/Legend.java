package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.chart.Mark.Dot;
import id.tumbuh.measurement.chart.Mark.Lettering;
import id.tumbuh.measurement.chart.Mark.Look;
import id.tumbuh.measurement.chart.Mark.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What shapes and bands mean, in words. */
final class Legend {

    private static final int SHAPES = 1386;
    private static final int BANDS = 1426;
    private static final int LETTERS = 1460;
    private static final int LEFT = 70;
    private static final int GAP = 34;
    private static final int SIZE = 12;
    private static final Lettering WORD = Lettering.of(25, Palette.INK);
    private static final Lettering SMALL = Lettering.of(22, Palette.MUTED);

    private final ChartIndex chart;
    private final Language language;
    private final List<Mark> marks = new ArrayList<>();

    Legend(ChartIndex chart, Language language) {
        this.chart = chart;
        this.language = language;
    }

    List<Mark> marks() {
        int x = LEFT;
        for (Map.Entry<Standing, String> entry : meanings()) {
            marks.addAll(Shape.of(entry.getKey(), new Dot(x + SIZE, SHAPES - 9), SIZE));
            x = word(x + 3 * SIZE, SHAPES, entry.getValue()) + GAP;
        }
        if (chart == ChartIndex.BBU) {
            bands();
            letters();
        } else {
            lines();
        }
        return marks;
    }

    private List<Map.Entry<Standing, String>> meanings() {
        List<Map.Entry<Standing, String>> all = new ArrayList<>();
        all.add(Map.entry(Standing.NORMAL, "normal"));
        all.add(Map.entry(Standing.LOW, low()));
        if (chart != ChartIndex.LKU) {
            all.add(Map.entry(Standing.VERY_LOW, veryLow()));
        }
        all.add(Map.entry(Standing.HIGH, high()));
        all.add(Map.entry(Standing.DOUBTFUL, say("perlu diperiksa ulang", "to be checked again")));
        return all;
    }

    private String low() {
        return switch (chart) {
            case TBU -> say("pendek", "stunted");
            case BBU -> say("kurang", "low");
            case BBTB, IMTU -> say("gizi kurang", "wasted");
            case LKU -> say("kecil", "small");
        };
    }

    private String veryLow() {
        return switch (chart) {
            case TBU -> say("sangat pendek", "severely stunted");
            case BBU, LKU -> say("sangat kurang", "very low");
            case BBTB, IMTU -> say("gizi buruk", "severely wasted");
        };
    }

    private String high() {
        return switch (chart) {
            case TBU -> say("tinggi", "tall");
            case BBU, BBTB, IMTU -> say("lebih", "high");
            case LKU -> say("besar", "large");
        };
    }

    private String say(String indonesian, String english) {
        return language.say(indonesian, english);
    }

    private int word(int x, int base, String word) {
        marks.add(new Words(new Dot(x, base), word, WORD));
        return x + WORD.width(word);
    }

    private void bands() {
        int x = band(LEFT, Palette.DARK_GREEN_BAND, say("hijau: sesuai umur", "green: as the age asks"));
        x = band(x, Palette.YELLOW_BAND, say("kuning: waspada", "yellow: take care"));
        String redLine = say("garis merah: bawa ke bidan bila di bawahnya", "red line: see the midwife if below");
        line(x, FrameDrawing.look(-3), redLine);
    }

    private void letters() {
        String meanings = say(
                "N naik cukup, T tidak cukup, 2T dua kali berturut-turut, O bulan lalu tidak ditimbang, B baru",
                "N gained enough, T did not, 2T twice in a row, O not weighed the month before, B first");
        marks.add(new Words(new Dot(LEFT, LETTERS), meanings, SMALL));
    }

    private void lines() {
        int x = line(LEFT, FrameDrawing.look(0), say("garis tengah", "median"));
        x = line(x, FrameDrawing.look(-2), say("\u22122 dan +2 SD", "\u22122 and +2 SD"));
        x = line(x, FrameDrawing.look(-3), "\u22123 SD");
        line(x, FrameDrawing.look(3), "+3 SD");
    }

    private int line(int x, Look look, String word) {
        marks.add(Mark.line(look, new Dot(x, BANDS - 9), new Dot(x + 5 * SIZE, BANDS - 9)));
        return word(x + 6 * SIZE, BANDS, word) + GAP;
    }

    private int band(int x, String colour, String word) {
        marks.add(Mark.box(
                new Dot(x, BANDS - 22),
                new Dot(x + 3 * SIZE, BANDS + 3),
                Look.filled(colour).outlined(Palette.MUTED, 2)));
        return word(x + 4 * SIZE, BANDS, word) + GAP;
    }
}
