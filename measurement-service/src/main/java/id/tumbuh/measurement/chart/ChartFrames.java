package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.chart.ChartFrame.Curve;
import id.tumbuh.measurement.chart.Mark.Dot;
import id.tumbuh.measurement.growth.Age;
import id.tumbuh.measurement.growth.GrowthCurves;
import id.tumbuh.measurement.growth.Sex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Makes the frames, each once: there are no more than forty.
 *
 * <p>Two windows, because an A5 sheet holds 110 mm across. Under two years it is the first page of the KMS, 0–24 months at
 * 4.5 mm a month. After that it is 0–60 months and not the second page of the KMS: a child of 25 months would stand alone
 * at its left edge, and what matters is where it came from. 1.8 mm a month still keep monthly points apart.
 */
final class ChartFrames {

    private static final int YOUNGER_MONTHS = 24;
    private static final int OLDER_MONTHS = 60;
    private static final int FASTEST_MONTHS = 4;
    private static final int SHORTEST_CM = 45;
    private static final int YOUNGER_LONGEST_CM = 100;
    private static final int TALLEST_CM = 120;
    private static final double HEIGHT_TO_LENGTH_CM = 0.7;
    /** The last day measured lying: length becomes height between it and the next, and some lines make a step. */
    private static final int LAST_LYING_DAY = 730;

    private final GrowthCurves standard;
    private final Map<Kind, ChartFrame> frames = new ConcurrentHashMap<>();

    record Kind(ChartIndex chart, Sex sex, boolean older, Language language) {}

    private record Value(double across, double up) {}

    private record Line(int deviations, List<Value> values) {}

    ChartFrames(GrowthCurves standard) {
        this.standard = standard;
    }

    ChartFrame of(Kind kind) {
        return frames.computeIfAbsent(kind, this::make);
    }

    private ChartFrame make(Kind kind) {
        List<Line> lines = kind.chart().lines().stream()
                .map(deviations -> new Line(deviations, values(kind, deviations)))
                .toList();
        Axis x = across(kind);
        Axis y = Axis.around(
                lines.getFirst().values().stream().mapToDouble(Value::up).min().orElseThrow(),
                lines.getLast().values().stream().mapToDouble(Value::up).max().orElseThrow(),
                ChartFrame.BOTTOM,
                ChartFrame.TOP);
        List<Curve> curves = lines.stream()
                .map(line -> new Curve(line.deviations(), dots(line, x, y, 1), dots(line, x, y, Curve.FINENESS)))
                .toList();
        ChartFrame bare = new ChartFrame(kind.chart(), kind.older(), x, y, curves, List.of());
        return new ChartFrame(
                kind.chart(), kind.older(), x, y, curves, new FrameDrawing(bare, kind.language()).marks());
    }

    private static List<Dot> dots(Line line, Axis x, Axis y, int fineness) {
        return line.values().stream()
                .map(value -> new Dot(x.fineAt(value.across(), fineness), y.fineAt(value.up(), fineness)))
                .toList();
    }

    private static Axis across(Kind kind) {
        int left = ChartFrame.LEFT;
        int right = ChartFrame.RIGHT;
        if (kind.chart().byLength()) {
            return kind.older()
                    ? new Axis(SHORTEST_CM, TALLEST_CM, 15, 5, left, right)
                    : new Axis(SHORTEST_CM, YOUNGER_LONGEST_CM, 5, 5, left, right);
        }
        return kind.older()
                ? new Axis(0, OLDER_MONTHS, 6, 3, left, right)
                : new Axis(0, YOUNGER_MONTHS, 2, 1, left, right);
    }

    private List<Value> values(Kind kind, int deviations) {
        if (kind.chart().byLength()) {
            double shift = kind.older() ? HEIGHT_TO_LENGTH_CM : 0;
            return IntStream.rangeClosed(SHORTEST_CM, kind.older() ? TALLEST_CM : YOUNGER_LONGEST_CM)
                    .mapToObj(cm -> new Value(cm, standard.weightAtLength(kind.sex(), cm + shift, deviations)))
                    .toList();
        }
        return days(kind.older())
                .mapToObj(day -> new Value(
                        day / Age.DAYS_A_MONTH,
                        standard.atDay(kind.sex(), kind.chart().index(), (int) day, deviations)))
                .toList();
    }

    /** Every month, and every half month while the child grows fastest: the eye sees no corner. */
    private static DoubleStream days(boolean older) {
        List<Double> days = new ArrayList<>();
        for (int month = 0; month <= (older ? OLDER_MONTHS : YOUNGER_MONTHS); month++) {
            if (month == YOUNGER_MONTHS) {
                days.add((double) LAST_LYING_DAY);
            }
            if (month < YOUNGER_MONTHS || older) {
                days.add((double) Math.round(month * Age.DAYS_A_MONTH));
            }
            if (month < FASTEST_MONTHS) {
                days.add((double) Math.round((month + 0.5) * Age.DAYS_A_MONTH));
            }
        }
        return days.stream().mapToDouble(Double::doubleValue);
    }
}
