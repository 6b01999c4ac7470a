package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.chart.ChartFrame.Curve;
import id.tumbuh.measurement.chart.Mark.Anchor;
import id.tumbuh.measurement.chart.Mark.Dot;
import id.tumbuh.measurement.chart.Mark.Lettering;
import id.tumbuh.measurement.chart.Mark.Look;
import id.tumbuh.measurement.chart.Mark.Words;
import java.util.ArrayList;
import java.util.List;

/** Draws bands, grid, lines and axes. Every line has a style and a label of its own: colour is never the only signal. */
final class FrameDrawing {

    private static final Lettering TICK = Lettering.of(27, Palette.INK);
    private static final Lettering AXIS = Lettering.of(28, Palette.MUTED);
    private static final Lettering LINE_LABEL = Lettering.of(26, Palette.INK);
    private static final Look GRID = Look.stroked(Palette.GRID, 1);
    private static final int GAP = 14;
    /** From a number's middle down to its base line. */
    private static final int SINK = 9;

    private final ChartFrame frame;
    private final Language language;
    private final List<Mark> marks = new ArrayList<>();

    FrameDrawing(ChartFrame frame, Language language) {
        this.frame = frame;
        this.language = language;
    }

    List<Mark> marks() {
        if (frame.chart() == ChartIndex.BBU) {
            bands();
        }
        grid();
        frame.curves()
                .forEach(curve ->
                        marks.add(new Mark.Line(curve.fineDots(), false, look(curve.deviations()), Curve.FINENESS)));
        marks.add(Mark.box(
                new Dot(ChartFrame.LEFT, ChartFrame.TOP),
                new Dot(ChartFrame.RIGHT, ChartFrame.BOTTOM),
                Look.stroked(Palette.MUTED, 3)));
        numbers();
        frame.curves().forEach(this::label);
        return marks;
    }

    /** Each band is what is left of an area when the next lower one is painted over it. */
    private void bands() {
        for (Curve curve : frame.curves().reversed()) {
            int bottom = ChartFrame.BOTTOM * Curve.FINENESS;
            List<Dot> area = new ArrayList<>(curve.fineDots());
            area.addFirst(new Dot(area.getFirst().x(), bottom));
            area.addLast(new Dot(area.getLast().x(), bottom));
            marks.add(new Mark.Line(area, true, Look.filled(bandBelow(curve.deviations())), Curve.FINENESS));
        }
    }

    private static String bandBelow(int deviations) {
        return switch (deviations) {
            case 3, -2 -> Palette.YELLOW_BAND;
            case 2, -1 -> Palette.LIGHT_GREEN_BAND;
            case 1 -> Palette.DARK_GREEN_BAND;
            default -> Palette.PAPER;
        };
    }

    private void grid() {
        Axis x = frame.x();
        for (double at = x.from() + x.grid(); at < x.to(); at += x.grid()) {
            marks.add(Mark.line(GRID, new Dot(x.at(at), ChartFrame.TOP), new Dot(x.at(at), ChartFrame.BOTTOM)));
        }
        Axis y = frame.y();
        for (double at = y.from() + y.grid(); at < y.to(); at += y.grid()) {
            marks.add(Mark.line(GRID, new Dot(ChartFrame.LEFT, y.at(at)), new Dot(ChartFrame.RIGHT, y.at(at))));
        }
    }

    private void numbers() {
        Axis x = frame.x();
        for (double at = x.from(); at <= x.to(); at += x.label()) {
            Dot place = new Dot(x.at(at), ChartFrame.BOTTOM + 36);
            marks.add(new Words(place, number(at), TICK.at(Anchor.MIDDLE)));
        }
        Axis y = frame.y();
        for (double at = y.firstLabel(); at <= y.to(); at += y.label()) {
            Dot place = new Dot(ChartFrame.LEFT - GAP, y.at(at) + SINK);
            marks.add(new Words(place, number(at), TICK.at(Anchor.END)));
        }
        Dot middle = new Dot((ChartFrame.LEFT + ChartFrame.RIGHT) / 2, ChartFrame.BOTTOM + 74);
        marks.add(new Words(middle, across(), AXIS.at(Anchor.MIDDLE)));
        Dot corner = new Dot(ChartFrame.LEFT - GAP, ChartFrame.TOP - 24);
        marks.add(new Words(corner, frame.chart().unit(), AXIS.at(Anchor.END)));
    }

    private static String number(double whole) {
        return String.valueOf(Math.round(whole));
    }

    private String across() {
        if (!frame.chart().byLength()) {
            return language.say("Umur (bulan)", "Age (months)");
        }
        return frame.older()
                ? language.say("Tinggi badan (cm)", "Height (cm)")
                : language.say("Panjang badan (cm)", "Length (cm)");
    }

    private void label(Curve curve) {
        Dot end = new Dot(ChartFrame.RIGHT + GAP, curve.dots().getLast().y() + SINK);
        boolean redLine = curve.deviations() == -3;
        Lettering lettering = redLine ? LINE_LABEL.heavy() : LINE_LABEL;
        marks.add(new Words(end, Language.deviations(curve.deviations()) + " SD", lettering));
        if (redLine && frame.chart() == ChartIndex.BBU) {
            Dot below = new Dot(end.x(), end.y() + 30);
            marks.add(new Words(below, language.say("garis merah", "red line"), LINE_LABEL));
        }
    }

    static Look look(int deviations) {
        return switch (deviations) {
            case -3 -> Look.stroked(Palette.RED_LINE, 7);
            case -2, 2 -> Look.stroked(Palette.LIMIT, 4, 16, 8);
            case 0 -> Look.stroked(Palette.MEDIAN, 4);
            case 3 -> Look.stroked(Palette.VERY_LOW, 3, 18, 7, 4, 7);
            default -> Look.stroked(Palette.MUTED, 2, 3, 7);
        };
    }
}
