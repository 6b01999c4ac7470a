package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.chart.Mark.Anchor;
import id.tumbuh.measurement.chart.Mark.Dot;
import id.tumbuh.measurement.chart.Mark.Group;
import id.tumbuh.measurement.chart.Mark.Lettering;
import id.tumbuh.measurement.chart.Mark.Look;
import id.tumbuh.measurement.chart.Mark.Role;
import id.tumbuh.measurement.chart.Mark.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The figures below the picture, the newest first, as many as the sheet holds. */
final class FigureTable {

    static final int MOST_ROWS = 10;

    private static final int TOP = 1500;
    private static final int ROW = 44;
    private static final int LEFT = 60;
    private static final int RIGHT = 1420;
    private static final Lettering CELL = Lettering.of(26, Palette.INK);
    private static final Lettering NOTE = Lettering.of(24, Palette.MUTED);
    private static final Look RULE = Look.stroked(Palette.MUTED, 2);

    private final ChartedChild child;
    private final ChartIndex chart;
    private final Language language;
    private final List<Column> columns;

    private record Column(int x, Anchor anchor, String heading, Function<GrowthPoint, String> cell) {}

    FigureTable(ChartedChild child, ChartIndex chart, Language language) {
        this.child = child;
        this.chart = chart;
        this.language = language;
        columns = columns();
    }

    private List<Column> columns() {
        List<Column> all = new ArrayList<>();
        all.add(new Column(
                LEFT + 10,
                Anchor.START,
                language.say("Tanggal", "Date"),
                point -> language.shortDay(point.measurement().day())));
        all.add(new Column(
                270,
                Anchor.START,
                language.say("Umur", "Age"),
                point -> Wording.age(child.birthDate(), point.measurement().day(), language)));
        String value = chart.measure(language) + " (" + chart.unit() + ")";
        if (chart.byLength()) {
            all.add(new Column(590, Anchor.END, value, point -> Wording.figure(point, chart, language)));
            String length = ChartIndex.TBU.measure(language) + " (cm)";
            all.add(new Column(790, Anchor.END, length, point -> centimetres(point, point.adjustedLengthHeightCm())));
        } else if (chart == ChartIndex.TBU) {
            all.add(new Column(720, Anchor.END, value, point -> centimetres(point, point.value())));
        } else if (chart == ChartIndex.BBU) {
            all.add(new Column(620, Anchor.END, value, point -> Wording.figure(point, chart, language)));
            all.add(new Column(
                    660,
                    Anchor.START,
                    language.say("KMS (g)", "Card (g)"),
                    point -> Wording.mark(WeightChange.at(point.measurement(), child), language)));
        } else {
            all.add(new Column(720, Anchor.END, value, point -> Wording.figure(point, chart, language)));
        }
        all.add(new Column(930, Anchor.END, "z", point -> language.z(point.z())));
        all.add(new Column(
                970,
                Anchor.START,
                language.say("Status", "Status"),
                point -> Wording.status(point, language) + redLine(point)));
        return all;
    }

    private String redLine(GrowthPoint point) {
        boolean below = chart == ChartIndex.BBU && point.measurement().card().belowRedLine();
        return below ? ", BGM" : "";
    }

    private String centimetres(GrowthPoint point, double cm) {
        return language.measure(cm) + (point.adjusted() ? "*" : "");
    }

    List<Mark> marks(List<GrowthPoint> points) {
        List<GrowthPoint> shown = points.subList(Math.max(0, points.size() - MOST_ROWS), points.size())
                .reversed();
        List<Mark> rows = new ArrayList<>();
        rows.add(new Group(
                Role.HEADINGS,
                columns.stream()
                        .<Mark>map(column -> words(column, column.heading(), TOP, CELL.heavy()))
                        .toList()));
        int base = TOP;
        for (GrowthPoint point : shown) {
            base += ROW;
            int line = base;
            rows.add(new Group(
                    Role.ROW,
                    columns.stream()
                            .<Mark>map(column -> words(column, column.cell().apply(point), line, CELL))
                            .toList()));
        }
        List<Mark> marks = new ArrayList<>();
        marks.add(Mark.line(RULE, new Dot(LEFT, TOP + 12), new Dot(RIGHT, TOP + 12)));
        marks.add(new Group(Role.TABLE, rows));
        note(points, shown, base + ROW, marks);
        return marks;
    }

    private static Mark words(Column column, String text, int base, Lettering lettering) {
        return new Words(new Dot(column.x(), base), text, lettering.at(column.anchor()));
    }

    private void note(List<GrowthPoint> points, List<GrowthPoint> shown, int base, List<Mark> marks) {
        List<String> notes = new ArrayList<>();
        int earlier = points.size() - shown.size() + child.unread();
        if (earlier > 0) {
            notes.add(language.say(
                    "dan " + earlier + " pengukuran sebelumnya", "and " + earlier + " earlier measurements"));
        }
        if ((chart.byLength() || chart == ChartIndex.TBU) && shown.stream().anyMatch(GrowthPoint::adjusted)) {
            notes.add(language.say(
                    "* disesuaikan 0,7 cm karena cara ukurnya", "* adjusted by 0.7 cm for how it was measured"));
        }
        if (!notes.isEmpty()) {
            marks.add(new Words(new Dot(LEFT + 10, base), String.join("; ", notes), NOTE));
        }
    }
}
