package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.chart.Mark.Anchor;
import id.tumbuh.measurement.chart.Mark.Dot;
import id.tumbuh.measurement.chart.Mark.Lettering;
import id.tumbuh.measurement.chart.Mark.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The letters of the card at the foot of the chart, each below its point, of the last twelve months. */
final class MonthMarks {

    private static final int MONTHS = 12;
    private static final int LIFT = 12;
    private static final int ROW = 26;
    /** So that no letter stands on the frame. */
    private static final int EDGE = 14;

    private MonthMarks() {}

    static List<Mark> of(ChartFrame frame, List<GrowthPoint> points) {
        if (frame.chart() != ChartIndex.BBU || points.isEmpty()) {
            return List.of();
        }
        YearMonth first = month(points.getLast()).minusMonths(MONTHS - 1L);
        List<Mark> marks = new ArrayList<>();
        for (GrowthPoint point : points) {
            OnCard.Mark mark = point.measurement().card().mark();
            if (mark != null && point.drawn() && !month(point).isBefore(first)) {
                int x = Math.clamp(frame.place(point).x(), ChartFrame.LEFT + EDGE, ChartFrame.RIGHT - EDGE);
                Dot place = new Dot(x, ChartFrame.BOTTOM - LIFT - ROW * row(frame, point));
                marks.add(new Words(place, mark.text(), lettering(mark)));
            }
        }
        return marks;
    }

    /** How much of the chart's foot is theirs. */
    static int height(ChartFrame frame) {
        return frame.chart() == ChartIndex.BBU ? LIFT + (frame.older() ? 2 : 1) * ROW : 0;
    }

    /** Months are narrow on the older sheet: every other one stands a row higher. */
    private static int row(ChartFrame frame, GrowthPoint point) {
        return frame.older() ? month(point).getMonthValue() % 2 : 0;
    }

    private static YearMonth month(GrowthPoint point) {
        return YearMonth.from(point.measurement().day());
    }

    static Lettering lettering(OnCard.Mark mark) {
        Lettering lettering = switch (mark.letter()) {
            case N -> Lettering.of(24, Palette.NORMAL);
            case T ->
                Lettering.of(24, mark.twiceNotGained() ? Palette.VERY_LOW : Palette.LOW)
                        .heavy();
            case O, B -> Lettering.of(24, Palette.MUTED);
        };
        return lettering.at(Anchor.MIDDLE);
    }
}
