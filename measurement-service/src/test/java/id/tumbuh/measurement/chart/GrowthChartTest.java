package id.tumbuh.measurement.chart;

import static id.tumbuh.measurement.chart.SampleChildren.aChild;
import static id.tumbuh.measurement.growth.MeasuresBuilder.measures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.tumbuh.measurement.chart.GrowthChart.Wish;
import id.tumbuh.measurement.chart.Mark.Dot;
import id.tumbuh.measurement.chart.Mark.Group;
import id.tumbuh.measurement.chart.Mark.Role;
import id.tumbuh.measurement.chart.Mark.Words;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrowthChartTest {

    private static final GrowthChart CHART = new GrowthChart(SampleChildren.CURVES);
    private static final ChartFrames FRAMES = new ChartFrames(SampleChildren.CURVES);

    @ParameterizedTest
    @EnumSource
    void figureThatCannotBeBelievedMovesNeitherAxisNorCurveNorLine(ChartIndex index) {
        ChartedChild with = SampleChildren.girlFallingBehind();
        ChartedChild without = new ChartedChild(
                with.sex(),
                with.birthDate(),
                with.measurements().stream()
                        .filter(one -> !one.day().equals(LocalDate.of(2026, 9, 15)))
                        .toList(),
                0);

        List<Mark> marks = drawing(with, index);
        List<Mark> others = drawing(without, index);

        int frame = frame(index, Sex.P, false).marks().size();
        assertThat(marks.subList(0, frame)).isEqualTo(others.subList(0, frame));
        if (index != ChartIndex.TBU && index != ChartIndex.LKU) { // of these two nothing is wrong on that day
            assertThat(threads(marks)).isEqualTo(threads(others)).hasSize(1);
            assertThat(marks).hasSizeGreaterThan(others.size());
        }
    }

    @Test
    void pointBeyondTheAxisStandsAtTheEdgeWithAnArrow() {
        ChartFrame frame = frame(ChartIndex.BBU, Sex.L, false);
        ChartedChild child = aChild(Sex.L, "2026-01-10")
                .on("2026-03-10", measures().weightKg(76))
                .child();
        GrowthPoint point = GrowthPoint.of(child, ChartIndex.BBU).getFirst();

        assertThat(point.standing()).isEqualTo(Standing.DOUBTFUL);
        assertThat(frame.covers(point)).isFalse();
        assertThat(frame.place(point).y()).isEqualTo(ChartFrame.TOP);
        assertThat(Trail.of(frame, List.of(point)))
                .allSatisfy(mark -> assertThat(dots(mark)).allMatch(dot -> dot.y() >= ChartFrame.TOP))
                .anyMatch(mark -> mark instanceof Mark.Line line && !line.closed());
        assertThat(allWords(child, ChartIndex.BBU)).contains("76,0", "Perlu diperiksa ulang");
    }

    @Test
    void doubtfulPointWithinTheAxisIsACrossWhereItIs() {
        ChartFrame frame = frame(ChartIndex.BBU, Sex.L, false);
        ChartedChild child = aChild(Sex.L, "2026-01-10")
                .on("2026-01-10", measures().weightKg(15))
                .child();
        GrowthPoint point = GrowthPoint.of(child, ChartIndex.BBU).getFirst();

        assertThat(frame.covers(point)).isTrue();
        assertThat(Trail.of(frame, List.of(point))).hasSize(2); // the cross and the ring
    }

    @Test
    void lineEndsWhereAPointLeavesTheSheet() {
        ChartFrame frame = frame(ChartIndex.BBU, Sex.L, false);
        SampleChildren child = aChild(Sex.L, "2025-01-10");
        for (String month : List.of("02", "03", "04", "05")) {
            child.on("2026-" + month + "-10", measures().weightKg(10));
        }
        child.on("2026-10-10", measures().weightKg(19.6)); // z about 4: believed, and above the sheet
        child.on("2026-11-10", measures().weightKg(16));
        List<GrowthPoint> points = GrowthPoint.of(child.child(), ChartIndex.BBU);

        assertThat(points).allMatch(GrowthPoint::joined);
        assertThat(frame.covers(points.get(4))).isFalse();
        assertThat(threads(Trail.of(frame, points)))
                .singleElement()
                .satisfies(line -> assertThat(line.dots()).hasSize(4));
    }

    @ParameterizedTest
    @EnumSource
    void childOnALineLiesOnTheLine(ChartIndex index) {
        for (int months : List.of(6, 12, 23, 36)) {
            boolean older = months >= 24;
            int day = (int) Math.round(months * 30.4375);
            LocalDate birth = LocalDate.of(2022, 1, 1);
            double height = SampleChildren.CURVES.atDay(Sex.P, GrowthIndex.LENGTH_HEIGHT_FOR_AGE, day, -2);
            if (index.byLength()) {
                height = Math.round(height);
            }
            double weight = index.byLength()
                    ? SampleChildren.CURVES.weightAtLength(Sex.P, older ? height + 0.7 : height, -2)
                    : index == ChartIndex.IMTU
                            ? SampleChildren.CURVES.atDay(Sex.P, GrowthIndex.BMI_FOR_AGE, day, -2)
                                    * height
                                    * height
                                    / 1e4
                            : SampleChildren.CURVES.atDay(Sex.P, GrowthIndex.WEIGHT_FOR_AGE, day, -2);
            Measures measures = measures()
                    .weightKg(weight)
                    .lengthHeightCm(height)
                    .position(older ? Position.STANDING : Position.LYING)
                    .headCircumferenceCm(
                            SampleChildren.CURVES.atDay(Sex.P, GrowthIndex.HEAD_CIRCUMFERENCE_FOR_AGE, day, -2))
                    .build();
            ChartedChild child = aChild(Sex.P, birth.toString())
                    .on(birth.plusDays(day), measures)
                    .child();
            ChartFrame frame = frame(index, Sex.P, older);
            Dot place = frame.place(GrowthPoint.of(child, index).getFirst());

            assertThat(ChartFrame.olderFor(child)).isEqualTo(older);
            assertThat(frame.curves().get(1).deviations()).isEqualTo(-2);
            assertThat(frame.curves().get(1).dots())
                    .as("%s at %d months", index, months)
                    .anySatisfy(dot -> {
                        assertThat(dot.x()).isCloseTo(place.x(), within(1));
                        assertThat(dot.y()).isCloseTo(place.y(), within(1));
                    });
        }
    }

    @Test
    void lengthTakenStandingIsShownAsAdjusted() {
        ChartedChild child = aChild(Sex.P, "2025-09-12")
                .on("2026-11-14", measures().lengthHeightCm(72.4).position(Position.STANDING))
                .child();

        assertThat(allWords(child, ChartIndex.TBU))
                .contains("73,1*", "* disesuaikan 0,7 cm karena cara ukurnya")
                .doesNotContain("72,4");
    }

    @Test
    void oedemaIsATriangleOutsideTheLine() {
        ChartedChild child = aChild(Sex.P, "2025-09-12")
                .on("2026-09-14", measures().weightKg(8.4))
                .on("2026-10-14", measures().weightKg(8.6))
                .on("2026-11-14", measures().weightKg(9.9).oedema(true))
                .child();
        List<GrowthPoint> points = GrowthPoint.of(child, ChartIndex.BBU);

        assertThat(points.getLast().standing()).isEqualTo(Standing.VERY_LOW);
        assertThat(threads(drawing(child, ChartIndex.BBU)))
                .singleElement()
                .satisfies(line -> assertThat(line.dots()).hasSize(2));
        assertThat(allWords(child, ChartIndex.BBU)).contains("Berat badan sangat kurang (bengkak)", "\u2013");
    }

    @Test
    void whatTheStandardSaysNothingOfIsInTheTableAlone() {
        ChartedChild child = aChild(Sex.P, "2021-11-12")
                .on("2021-11-11", measures().weightKg(3))
                .on("2026-11-14", measures().weightKg(17))
                .child();
        List<GrowthPoint> points = GrowthPoint.of(child, ChartIndex.BBU);

        assertThat(points).hasSize(2).noneMatch(GrowthPoint::drawn);
        assertThat(drawing(child, ChartIndex.BBU))
                .isEqualTo(frame(ChartIndex.BBU, Sex.P, true).marks());
        assertThat(allWords(child, ChartIndex.BBU)).contains("3,0", "17,0", "Di luar standar");
    }

    @Test
    void tableHoldsTheNewestTenAndCountsTheRest() {
        List<String> words = allWords(SampleChildren.sixtyMeasurements(), ChartIndex.BBU);

        assertThat(words).contains("dan 50 pengukuran sebelumnya");
        assertThat(words.indexOf("27 Okt 2026")).isBetween(0, words.indexOf("26 Sep 2026"));
        assertThat(words).contains("27 Jan 2026").doesNotContain("27 Des 2025");
        ChartedChild ten =
                aChild(Sex.L, "2025-12-25").monthly(0, 9, _ -> 0, _ -> 0).child();
        assertThat(allWords(ten, ChartIndex.BBU)).noneMatch(text -> text.contains("sebelumnya"));
        ChartedChild unread = new ChartedChild(ten.sex(), ten.birthDate(), ten.measurements(), 7);
        assertThat(allWords(unread, ChartIndex.BBU)).contains("dan 7 pengukuran sebelumnya");
    }

    @Test
    void lettersOfTheLastTwelveMonthsStandBelowTheirPoints() {
        ChartedChild child = SampleChildren.girlFallingBehind();
        ChartFrame frame = frame(ChartIndex.BBU, Sex.P, false);
        List<GrowthPoint> points = GrowthPoint.of(child, ChartIndex.BBU);
        List<Words> letters =
                MonthMarks.of(frame, points).stream().map(Words.class::cast).toList();

        assertThat(letters).hasSize(12);
        assertThat(letters.getLast().text()).isEqualTo("2T");
        assertThat(letters.getLast().at().x())
                .isEqualTo(frame.place(points.getLast()).x());
        assertThat(letters).extracting(Words::text).containsOnly("N", "T", "2T");
        assertThat(allWords(child, ChartIndex.BBU))
                .contains("2T \u2212100", "N +200", "T", "N", "Berat badan sangat kurang, BGM")
                .noneMatch(text -> text.contains("68."));
        assertThat(MonthMarks.of(frame(ChartIndex.TBU, Sex.P, false), GrowthPoint.of(child, ChartIndex.TBU)))
                .isEmpty();
    }

    @Test
    void lettersOfTheOlderSheetDoNotTouch() {
        ChartFrame frame = frame(ChartIndex.BBU, Sex.L, true);
        List<Words> letters =
                MonthMarks.of(frame, GrowthPoint.of(SampleChildren.sixtyMeasurements(), ChartIndex.BBU)).stream()
                        .map(Words.class::cast)
                        .toList();

        assertThat(letters).hasSize(12);
        for (Words one : letters) {
            assertThat(letters.stream()
                            .filter(other -> !other.equals(one)
                                    && other.at().y() == one.at().y()))
                    .allMatch(other -> Math.abs(other.at().x() - one.at().x())
                            >= (one.lettering().width(one.text())
                                            + other.lettering().width(other.text()))
                                    / 2);
        }
    }

    @Test
    void letterOfTheFirstDayStandsInsideTheFrame() {
        ChartFrame frame = frame(ChartIndex.BBU, Sex.L, false);
        List<Mark> letters = MonthMarks.of(frame, GrowthPoint.of(SampleChildren.newborn(), ChartIndex.BBU));

        assertThat(letters).singleElement().satisfies(mark -> {
            Words letter = (Words) mark;
            assertThat(letter.text()).isEqualTo("B");
            assertThat(letter.at().x() - letter.lettering().width("B") / 2).isGreaterThan(ChartFrame.LEFT);
        });
    }

    @Test
    void newestPointIsNamed() {
        assertThat(allWords(SampleChildren.healthyBoy(), ChartIndex.BBU))
                .contains("9,9 kg, Nov 2026", "Berat badan normal", "\u22123 SD", "garis merah");
    }

    @Test
    void everythingStaysOnTheSheet() {
        for (ChartedChild child : List.of(
                SampleChildren.healthyBoy(),
                SampleChildren.girlFallingBehind(),
                SampleChildren.newborn(),
                SampleChildren.bornTooEarly(),
                SampleChildren.sixtyMeasurements(),
                everyConcernAtOnce(),
                aChild(Sex.L, "2025-01-01").child())) {
            for (ChartIndex index : ChartIndex.values()) {
                for (Language language : Language.values()) {
                    Picture picture = CHART.draw(child, new Wish(index, language, SampleChildren.TODAY));
                    assertThat(picture.marks().stream().flatMap(GrowthChartTest::parts))
                            .allSatisfy(mark -> assertThat(dots(mark))
                                    .allMatch(dot -> dot.x() >= 0
                                            && dot.x() <= Picture.WIDTH
                                            && dot.y() >= 0
                                            && dot.y() <= Picture.HEIGHT));
                    assertThat(sentenceEnd(picture)).isLessThan(ChartFrame.TOP - 24 - 28);
                }
            }
        }
    }

    /** The longest sentence there is: every status is of an earlier month, and the weight fell twice. */
    private static ChartedChild everyConcernAtOnce() {
        ChartedChild child = aChild(Sex.P, "2025-09-12")
                .on("2026-08-14", measures().weightKg(5.0).lengthHeightCm(64.5).headCircumferenceCm(40))
                .on("2026-09-14", measures().weightKg(4.9).lengthHeightCm(64.6))
                .on("2026-10-14", measures().weightKg(4.8))
                .child();
        assertThat(ParentSentence.of(child, ChartIndex.LKU, SampleChildren.TODAY, Language.ID))
                .isEqualTo("Berat Ananda turun 100 g dari 14 Sep 2026 ke 14 Okt 2026; diharapkan naik 200 g."
                        + " Sudah dua kali tidak naik (2T)."
                        + " Beratnya di bawah garis merah."
                        + " Tinggi badannya jauh di bawah batas untuk umurnya (diukur September 2026)."
                        + " Beratnya jauh di bawah batas untuk tingginya (diukur September 2026)."
                        + " Lingkar kepalanya di luar batas untuk umurnya (diukur Agustus 2026)."
                        + " Segera bawa Ananda ke puskesmas.");
        return child;
    }

    private static int sentenceEnd(Picture picture) {
        return picture.marks().stream()
                .filter(Words.class::isInstance)
                .map(Words.class::cast)
                .map(words -> words.at().y())
                .filter(y -> y < ChartFrame.TOP)
                .max(Integer::compare)
                .orElseThrow();
    }

    private static ChartFrame frame(ChartIndex index, Sex sex, boolean older) {
        return FRAMES.of(new ChartFrames.Kind(index, sex, older, Language.ID));
    }

    private static Picture picture(ChartedChild child, ChartIndex index) {
        return CHART.draw(child, new Wish(index, Language.ID, SampleChildren.TODAY));
    }

    private static List<Mark> drawing(ChartedChild child, ChartIndex index) {
        return picture(child, index).marks().stream()
                .filter(mark -> mark instanceof Group group && group.role() == Role.DRAWING)
                .map(mark -> ((Group) mark).marks())
                .findFirst()
                .orElseThrow();
    }

    /** The lines that join points. */
    private static List<Mark.Line> threads(List<Mark> marks) {
        return marks.stream()
                .filter(Mark.Line.class::isInstance)
                .map(Mark.Line.class::cast)
                .filter(line -> line.look().equals(Trail.THREAD))
                .toList();
    }

    private static List<String> allWords(ChartedChild child, ChartIndex index) {
        return picture(child, index).marks().stream()
                .flatMap(GrowthChartTest::parts)
                .filter(Words.class::isInstance)
                .map(mark -> ((Words) mark).text())
                .toList();
    }

    private static Stream<Mark> parts(Mark mark) {
        return mark instanceof Group group ? group.marks().stream().flatMap(GrowthChartTest::parts) : Stream.of(mark);
    }

    private static List<Dot> dots(Mark mark) {
        return switch (mark) {
            case Mark.Line line ->
                line.dots().stream()
                        .map(dot -> new Dot(dot.x() / line.fineness(), dot.y() / line.fineness()))
                        .toList();
            case Mark.Disc disc -> List.of(disc.centre());
            case Words words -> List.of(words.at());
            case Group group ->
                group.marks().stream().flatMap(one -> dots(one).stream()).toList();
        };
    }
}
