package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.chart.Mark.Anchor;
import id.tumbuh.measurement.chart.Mark.Dot;
import id.tumbuh.measurement.chart.Mark.Group;
import id.tumbuh.measurement.chart.Mark.Lettering;
import id.tumbuh.measurement.chart.Mark.Look;
import id.tumbuh.measurement.chart.Mark.Role;
import id.tumbuh.measurement.chart.Mark.Words;
import id.tumbuh.measurement.growth.GrowthCurves;
import id.tumbuh.measurement.growth.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Puts the sheet together: heading, sentence for the parent, drawing, legend, table, source. Thread-safe. */
final class GrowthChart {

    private static final int LEFT = 60;
    private static final int RIGHT = 1420;
    private static final int HEAD_TOP = 50;
    private static final int HEAD_BOTTOM = 216;
    private static final int SENTENCE = 276;
    private static final int SENTENCE_HEIGHT = 190;
    private static final int FOOT = 2052;
    private static final Lettering TITLE = Lettering.of(42, Palette.INK).heavy();
    private static final Lettering SUBTITLE = Lettering.of(29, Palette.INK);
    private static final List<Lettering> PARENT = List.of(
            Lettering.of(42, Palette.INK),
            Lettering.of(34, Palette.INK),
            Lettering.of(28, Palette.INK),
            Lettering.of(26, Palette.INK));
    private static final Lettering SOURCE = Lettering.of(24, Palette.MUTED);

    private final ChartFrames frames;

    /** What to draw of a child. */
    record Wish(ChartIndex chart, Language language, LocalDate today) {}

    GrowthChart(GrowthCurves standard) {
        frames = new ChartFrames(standard);
    }

    Picture draw(ChartedChild child, Wish wish) {
        Language language = wish.language();
        boolean older = ChartFrame.olderFor(child);
        ChartFrame frame = frames.of(new ChartFrames.Kind(wish.chart(), child.sex(), older, language));
        List<GrowthPoint> points = GrowthPoint.of(child, wish.chart());

        List<Mark> marks = new ArrayList<>();
        marks.add(Mark.box(new Dot(0, 0), new Dot(Picture.WIDTH, Picture.HEIGHT), Look.filled(Palette.PAPER)));
        marks.addAll(heading(child.sex(), wish, older));
        marks.addAll(sentence(ParentSentence.of(child, wish.chart(), wish.today(), language)));
        marks.add(new Group(Role.DRAWING, drawing(frame, points, language)));
        marks.addAll(new Legend(wish.chart(), language).marks());
        marks.addAll(new FigureTable(child, wish.chart(), language).marks(points));
        marks.addAll(source(wish));
        Description description = new Description(child, wish, older);
        return new Picture(language, description.title(), description.of(points), marks);
    }

    private static List<Mark> heading(Sex sex, Wish wish, boolean older) {
        Language language = wish.language();
        Look tint = sex == Sex.L
                ? Look.filled(Palette.BOYS).outlined(Palette.BOYS_EDGE, 4)
                : Look.filled(Palette.GIRLS).outlined(Palette.GIRLS_EDGE, 4);
        String card = wish.chart() == ChartIndex.BBU
                ? language.say("Kartu Menuju Sehat (KMS)", "Growth card (KMS)")
                : language.say("Grafik pertumbuhan anak", "Child growth chart");
        String subtitle = card + ", " + Wording.sex(sex, language) + ", " + Description.window(wish, older);
        String name = language.say("Nama anak:", "Name of the child:");
        int nameEnd = LEFT + 44 + SUBTITLE.width(name);
        return List.of(
                Mark.box(new Dot(LEFT, HEAD_TOP), new Dot(RIGHT, HEAD_BOTTOM), tint),
                new Words(new Dot(LEFT + 24, HEAD_TOP + 52), wish.chart().title(language), TITLE),
                new Words(new Dot(LEFT + 24, HEAD_TOP + 98), subtitle, SUBTITLE),
                // filled in by hand: no name is known here, and a paper without one gets mixed up
                new Words(new Dot(LEFT + 24, HEAD_TOP + 146), name, SUBTITLE),
                Mark.line(
                        Look.stroked(Palette.MUTED, 2, 3, 5),
                        new Dot(nameEnd, HEAD_TOP + 148),
                        new Dot(RIGHT - 24, HEAD_TOP + 148)));
    }

    /** As large as the room above the chart allows: a parent may read it at arm's length. */
    private static List<Mark> sentence(String text) {
        Lettering lettering = PARENT.stream()
                .filter(one -> wrapped(text, one).size() * leading(one) <= SENTENCE_HEIGHT)
                .findFirst()
                .orElse(PARENT.getLast());
        List<Mark> marks = new ArrayList<>();
        int base = SENTENCE;
        for (String line : wrapped(text, lettering)) {
            marks.add(new Words(new Dot(LEFT, base), line, lettering));
            base += leading(lettering);
        }
        return marks;
    }

    private static int leading(Lettering lettering) {
        return lettering.size() * 4 / 3;
    }

    private static List<String> wrapped(String text, Lettering lettering) {
        List<String> lines = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            String longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (lines.isEmpty() || lettering.width(longer) > RIGHT - LEFT) {
                lines.add(word);
            } else {
                lines.set(lines.size() - 1, longer);
            }
        }
        return lines;
    }

    private static List<Mark> drawing(ChartFrame frame, List<GrowthPoint> points, Language language) {
        List<Mark> marks = new ArrayList<>(frame.marks());
        List<GrowthPoint> drawn = points.stream().filter(GrowthPoint::drawn).toList();
        if (!drawn.isEmpty()) {
            GrowthPoint newest = drawn.getLast();
            String first = Wording.value(newest, frame.chart(), language) + ", "
                    + language.shortMonth(newest.measurement().day());
            marks.addAll(Callout.of(frame, drawn, List.of(first, Wording.status(newest, language))));
        }
        marks.addAll(MonthMarks.of(frame, points));
        marks.addAll(Trail.of(frame, points));
        return marks;
    }

    private static List<Mark> source(Wish wish) {
        Language language = wish.language();
        String text = language.say("Data per ", "As of ") + language.day(wish.today()) + ". "
                + language.say(
                        "Sumber: Standar WHO 2006, Permenkes 2/2020.", "Source: WHO standards 2006, Permenkes 2/2020.");
        return List.of(new Words(new Dot(Picture.WIDTH / 2, FOOT), text, SOURCE.at(Anchor.MIDDLE)));
    }
}
