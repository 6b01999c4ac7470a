package id.tumbuh.reporting.page;

import id.tumbuh.reporting.reconciliation.Numbers;
import id.tumbuh.reporting.survey.SurveyEstimate;
import id.tumbuh.reporting.targets.AreaTarget;
import id.tumbuh.reporting.targets.NationalPath;
import id.tumbuh.reporting.targets.TargetPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The way to the target as lines and marks of an SVG. A year nobody knows is a gap: lines join neighbouring years only.
 *
 * @param grid lines across, with their percentages
 * @param years labels below
 */
record PathChart(List<Grid> grid, List<Label> years, List<Line> lines, List<Mark> marks, List<Label> values) {
    static final int WIDTH = 360;
    static final int HEIGHT = 230;
    private static final int LEFT = 30;
    /** Room for the value of the first year beside the percentages. */
    private static final int INSET = 18;

    private static final int RIGHT = 14;
    private static final int TOP = 22;
    private static final int BOTTOM = 24;
    private static final int STEP = 10;
    private static final int MOST_YEARS = 7;

    /** A line across at a percentage. */
    record Grid(String y, String label) {}

    /** Words at a place. */
    record Label(String x, String y, String text) {}

    /** Points joined; kind names the series. */
    record Line(String kind, String points) {}

    /** One point; kind names the series and with it the shape. */
    record Mark(String kind, String x, String y) {}

    private record Point(int year, BigDecimal percent, String kind) {}

    /** From values to places. */
    private record Frame(int firstYear, int lastYear, int top) {
        String x(int year) {
            double span = Math.max(1, lastYear - firstYear);
            return place(LEFT + INSET + (year - firstYear) / span * (WIDTH - LEFT - INSET - RIGHT));
        }

        String y(BigDecimal percent) {
            return place(HEIGHT - BOTTOM - percent.doubleValue() / top * (HEIGHT - TOP - BOTTOM));
        }

        String above(BigDecimal percent) {
            return place(HEIGHT - BOTTOM - percent.doubleValue() / top * (HEIGHT - TOP - BOTTOM) - 8);
        }

        private static String place(double at) {
            return String.format(Locale.ROOT, "%.1f", at);
        }
    }

    /** What a chart is of. */
    record Series(List<SurveyEstimate> surveys, List<AreaTarget> own, List<NationalPath.Point> national) {
        private List<Point> surveyed() {
            return PathChart.surveys(surveys);
        }

        private List<Point> aimed() {
            return own.stream()
                    .map(target -> new Point(target.year(), target.percent(), "own"))
                    .toList();
        }

        private List<Point> planned() {
            return national.stream()
                    .map(point ->
                            new Point(point.year(), point.percent(), point.interpolated() ? "between" : "national"))
                    .toList();
        }

        private Stream<Point> all() {
            return Stream.of(surveyed(), aimed(), planned()).flatMap(List::stream);
        }
    }

    static PathChart of(TargetPath.Path path, Numbers numbers) {
        Series series = new Series(path.surveys(), path.own(), path.national());
        return of(series, List.of(series), numbers);
    }

    /** With years and percentages at the places they have in all of the charts, so that charts side by side can be compared. */
    static PathChart of(Series series, List<Series> beside, Numbers numbers) {
        List<Point> surveys = series.surveyed();
        List<Point> own = series.aimed();
        List<Point> national = series.planned();
        Frame frame = frame(beside.stream().flatMap(Series::all).toList());
        List<Line> lines = new ArrayList<>();
        nationalLines(series.national(), frame, lines);
        lines.addAll(lines("own", own, frame));
        lines.addAll(lines("survey", surveys, frame));
        return new PathChart(
                grid(frame),
                years(frame),
                lines,
                Stream.of(national, own, surveys)
                        .flatMap(List::stream)
                        .map(point -> new Mark(point.kind(), frame.x(point.year()), frame.y(point.percent())))
                        .toList(),
                surveys.stream()
                        .map(point -> new Label(
                                frame.x(point.year()),
                                frame.above(point.percent()),
                                numbers.decimal(point.percent(), 1)))
                        .toList());
    }

    /** Of several that speak of one year, the first; the table has all of them. */
    private static List<Point> surveys(List<SurveyEstimate> estimates) {
        List<Point> points = new ArrayList<>();
        for (SurveyEstimate estimate : estimates) {
            if (points.isEmpty() || points.getLast().year() != estimate.year()) {
                points.add(new Point(estimate.year(), estimate.percent(), "survey"));
            }
        }
        return points;
    }

    private static Frame frame(List<Point> points) {
        int first = points.stream().mapToInt(Point::year).min().orElse(0);
        int last = points.stream().mapToInt(Point::year).max().orElse(0);
        double highest = points.stream()
                .mapToDouble(point -> point.percent().doubleValue())
                .max()
                .orElse(STEP);
        return new Frame(first, last, Math.max(STEP, (int) Math.ceil(highest / STEP) * STEP));
    }

    private static List<Grid> grid(Frame frame) {
        return IntStream.rangeClosed(0, frame.top() / STEP)
                .mapToObj(step -> step * STEP)
                .map(percent -> new Grid(frame.y(BigDecimal.valueOf(percent)), percent + "%"))
                .toList();
    }

    private static List<Label> years(Frame frame) {
        int every = (frame.lastYear() - frame.firstYear()) / MOST_YEARS + 1;
        List<Label> labels = new ArrayList<>();
        for (int year = frame.firstYear(); year <= frame.lastYear(); year += every) {
            labels.add(new Label(frame.x(year), Integer.toString(HEIGHT - 8), Integer.toString(year)));
        }
        return labels;
    }

    /** One line a plan: nothing joins the end of one with the beginning of the next. */
    private static void nationalLines(List<NationalPath.Point> points, Frame frame, List<Line> lines) {
        points.stream()
                .map(NationalPath.Point::rule)
                .distinct()
                .forEach(rule -> lines.addAll(lines(
                        "national",
                        points.stream()
                                .filter(point -> point.rule().equals(rule))
                                .map(point -> new Point(point.year(), point.percent(), "national"))
                                .toList(),
                        frame)));
    }

    private static List<Line> lines(String kind, List<Point> points, Frame frame) {
        List<Line> lines = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            joined.append(frame.x(point.year()))
                    .append(',')
                    .append(frame.y(point.percent()))
                    .append(' ');
            boolean ends = i + 1 == points.size() || points.get(i + 1).year() != point.year() + 1;
            if (ends) {
                lines.add(new Line(kind, joined.toString().strip()));
                joined.setLength(0);
            }
        }
        return lines.stream().filter(line -> line.points().contains(" ")).toList();
    }
}
