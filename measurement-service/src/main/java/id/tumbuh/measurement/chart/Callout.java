package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.chart.Mark.Dot;
import id.tumbuh.measurement.chart.Mark.Lettering;
import id.tumbuh.measurement.chart.Mark.Look;
import id.tumbuh.measurement.chart.Mark.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The label of the newest point, put above or below all lines and points where the sheet is empty. */
final class Callout {

    private static final Lettering FIRST = Lettering.of(28, Palette.INK).heavy();
    private static final Lettering SECOND = Lettering.of(26, Palette.INK);
    private static final int PADDING = 14;
    private static final int HEIGHT = 90;
    private static final int GAP = 26;

    private final List<Dot> taken;
    private final int floor;

    private Callout(ChartFrame frame, List<GrowthPoint> drawn) {
        taken = Stream.concat(
                        frame.curves().stream().flatMap(curve -> curve.dots().stream()),
                        drawn.stream().map(frame::place))
                .toList();
        floor = ChartFrame.BOTTOM - GAP / 2 - MonthMarks.height(frame);
    }

    /** For the last of the points. */
    static List<Mark> of(ChartFrame frame, List<GrowthPoint> drawn, List<String> lines) {
        Dot point = frame.place(drawn.getLast());
        int width = Math.max(FIRST.width(lines.getFirst()), SECOND.width(lines.getLast())) + 2 * PADDING;
        int left = Math.clamp(point.x() - width / 2, ChartFrame.LEFT + GAP / 2, ChartFrame.RIGHT - GAP / 2 - width);
        Callout callout = new Callout(frame, drawn);
        int top = callout.top(left, left + width, point);
        return draw(point, new Dot(left, top), width, lines);
    }

    private int top(int left, int right, Dot point) {
        int highest = spread(left, right).min().orElse(ChartFrame.BOTTOM);
        int lowest = spread(left, right).max().orElse(ChartFrame.TOP);
        int above = highest - GAP - HEIGHT;
        int below = lowest + GAP;
        boolean fitsAbove = above > ChartFrame.TOP + GAP / 2;
        boolean fitsBelow = below + HEIGHT < floor;
        boolean nearerAbove = point.y() - highest < lowest - point.y();
        if (fitsAbove && (nearerAbove || !fitsBelow)) {
            return above;
        }
        return Math.min(below, floor - HEIGHT);
    }

    /** How far up and down the sheet is in use over the width of the label. */
    private IntStream spread(int left, int right) {
        return taken.stream()
                .filter(dot -> dot.x() >= left - 2 * GAP && dot.x() <= right + 2 * GAP)
                .mapToInt(Dot::y);
    }

    private static List<Mark> draw(Dot point, Dot corner, int width, List<String> lines) {
        boolean below = corner.y() > point.y();
        int edge = below ? corner.y() : corner.y() + HEIGHT;
        int start = point.y() + (below ? GAP : -GAP);
        List<Mark> marks = new ArrayList<>();
        int foot = Math.clamp(point.x(), corner.x() + PADDING, corner.x() + width - PADDING);
        if (below ? edge > start : edge < start) {
            marks.add(Mark.line(Look.stroked(Palette.INK, 2), new Dot(point.x(), start), new Dot(foot, edge)));
        }
        marks.add(Mark.box(
                corner,
                new Dot(corner.x() + width, corner.y() + HEIGHT),
                Look.filled(Palette.PAPER).outlined(Palette.INK, 2)));
        marks.add(new Words(new Dot(corner.x() + PADDING, corner.y() + 37), lines.getFirst(), FIRST));
        marks.add(new Words(new Dot(corner.x() + PADDING, corner.y() + 73), lines.getLast(), SECOND));
        return marks;
    }
}
