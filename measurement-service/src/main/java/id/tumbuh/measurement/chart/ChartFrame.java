package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.chart.Mark.Dot;
import java.util.List;

/**
 * The sheet a child's points are put on: axes, bands and lines of the standard. It depends on index, sex, age window and
 * language alone, so that no figure of a child can move it.
 *
 * @param older the window from two years on: 0–60 months, or height instead of length
 */
record ChartFrame(ChartIndex chart, boolean older, Axis x, Axis y, List<Curve> curves, List<Mark> marks) {

    static final int LEFT = 150;
    static final int RIGHT = 1240;
    static final int TOP = 490;
    static final int BOTTOM = 1270;

    private static final double HEIGHT_TO_LENGTH_CM = 0.7;

    /**
     * A line of the standard on the sheet.
     *
     * @param fineDots the same in parts of the unit, to be drawn
     */
    record Curve(int deviations, List<Dot> dots, List<Dot> fineDots) {

        static final int FINENESS = 10;

        Curve {
            dots = List.copyOf(dots);
            fineDots = List.copyOf(fineDots);
        }
    }

    ChartFrame {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }

    /** The older window once a child is measured standing; without a measurement the younger one. */
    static boolean olderFor(ChartedChild child) {
        return child.measurements().stream().anyMatch(ChartedMeasurement::measuredStanding);
    }

    /** Where a point belongs on the axis across. */
    double across(GrowthPoint point) {
        if (!chart.byLength()) {
            return point.months();
        }
        return older ? point.lengthCm() - HEIGHT_TO_LENGTH_CM : point.lengthCm();
    }

    boolean covers(GrowthPoint point) {
        return x.covers(across(point)) && y.covers(point.value());
    }

    /** Where it is drawn: at the edge when it lies beyond. */
    Dot place(GrowthPoint point) {
        return new Dot(x.pinned(across(point)), y.pinned(point.value()));
    }
}
