package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.chart.Mark.Dot;
import id.tumbuh.measurement.chart.Mark.Look;
import java.util.List;

/** The shape and colour of each standing; a white edge keeps it apart from line and band. */
final class Shape {

    private static final int EDGE = 2;

    private Shape() {}

    static List<Mark> of(Standing standing, Dot at, int size) {
        return switch (standing) {
            case NORMAL -> List.of(new Mark.Disc(at, size, look(Palette.NORMAL)));
            case LOW -> List.of(around(at, look(Palette.LOW), 0, -size - 4, size + 4, 0, 0, size + 4, -size - 4, 0));
            case VERY_LOW -> List.of(around(at, look(Palette.VERY_LOW), 0, -size - 5, size + 4, size, -size - 4, size));
            case HIGH -> List.of(around(at, look(Palette.HIGH), -size, -size, size, -size, size, size, -size, size));
            case DOUBTFUL -> cross(at, size);
            case OUTSIDE -> List.of();
        };
    }

    private static Look look(String colour) {
        return Look.filled(colour).outlined(Palette.PAPER, EDGE);
    }

    private static Mark around(Dot at, Look look, int... corners) {
        Dot[] dots = new Dot[corners.length / 2];
        for (int corner = 0; corner < dots.length; corner++) {
            dots[corner] = new Dot(at.x() + corners[2 * corner], at.y() + corners[2 * corner + 1]);
        }
        return new Mark.Line(List.of(dots), true, look);
    }

    /** An outlined cross: something is here, and it counts for nothing. */
    private static List<Mark> cross(Dot at, int size) {
        int arm = size + 3;
        int half = arm / 3;
        return List.of(around(
                at,
                Look.filled(Palette.PAPER).outlined(Palette.INK, EDGE),
                0,
                -half,
                arm - half,
                -arm,
                arm,
                half - arm,
                half,
                0,
                arm,
                arm - half,
                arm - half,
                arm,
                0,
                half,
                half - arm,
                arm,
                -arm,
                arm - half,
                -half,
                0,
                -arm,
                half - arm,
                half - arm,
                -arm));
    }
}
