package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.chart.Mark.Dot;
import id.tumbuh.measurement.chart.Mark.Look;
import java.util.ArrayList;
import java.util.List;

/**
 * The child's points on a frame, joined from the oldest to the newest. The line goes past a doubtful one, and ends where a
 * point lies beyond the axes: what is not on the sheet is not drawn on it.
 */
final class Trail {

    static final Look THREAD = Look.stroked(Palette.INK, 4);
    private static final Look RING = Look.stroked(Palette.INK, 4);
    private static final Look ARROW = Look.stroked(Palette.INK, 5);
    private static final int INSET = 26;

    private final ChartFrame frame;
    private final List<GrowthPoint> points;
    private final List<Mark> marks = new ArrayList<>();

    private Trail(ChartFrame frame, List<GrowthPoint> points) {
        this.frame = frame;
        this.points = points.stream().filter(GrowthPoint::drawn).toList();
    }

    static List<Mark> of(ChartFrame frame, List<GrowthPoint> points) {
        Trail trail = new Trail(frame, points);
        trail.thread();
        trail.points.forEach(trail::point);
        trail.ring();
        return trail.marks;
    }

    private void thread() {
        List<Dot> piece = new ArrayList<>();
        for (GrowthPoint point : points) {
            if (!point.joined()) {
                continue;
            }
            if (frame.covers(point)) {
                piece.add(frame.place(point));
            } else {
                finish(piece);
            }
        }
        finish(piece);
    }

    private void finish(List<Dot> piece) {
        if (piece.size() > 1) {
            marks.add(new Mark.Line(piece, false, THREAD));
        }
        piece.clear();
    }

    private void point(GrowthPoint point) {
        if (!frame.covers(point)) {
            beyond(point);
            return;
        }
        marks.addAll(Shape.of(point.standing(), frame.place(point), size()));
    }

    /** At the edge, with an arrow to where it would be. */
    private void beyond(GrowthPoint point) {
        Dot edge = frame.place(point);
        int right = frame.x().covers(frame.across(point))
                ? 0
                : frame.across(point) > frame.x().to() ? 1 : -1;
        int down =
                frame.y().covers(point.value()) ? 0 : point.value() > frame.y().to() ? -1 : 1;
        marks.addAll(
                Shape.of(point.standing(), new Dot(edge.x() - right * 2 * INSET, edge.y() - down * 2 * INSET), size()));
        Dot tip = new Dot(edge.x() - right * 4, edge.y() - down * 4);
        Dot back = new Dot(tip.x() - right * INSET, tip.y() - down * INSET);
        marks.add(Mark.line(
                ARROW,
                new Dot(back.x() - down * INSET / 2, back.y() - right * INSET / 2),
                tip,
                new Dot(back.x() + down * INSET / 2, back.y() + right * INSET / 2)));
    }

    /** The newest is the one looked for. */
    private void ring() {
        if (!points.isEmpty() && frame.covers(points.getLast())) {
            marks.add(new Mark.Disc(frame.place(points.getLast()), size() + 8, RING));
        }
    }

    private int size() {
        return frame.older() ? 8 : 13;
    }
}
