package id.tumbuh.measurement.chart;

import static id.tumbuh.measurement.growth.MeasuresBuilder.measures;
import static java.util.stream.Collectors.toMap;

import id.tumbuh.measurement.chart.ChartedMeasurement.Subject;
import id.tumbuh.measurement.chart.ChartedMeasurement.Taken;
import id.tumbuh.measurement.growth.GrowthCurves;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.Measures;
import id.tumbuh.measurement.growth.MeasuresBuilder;
import id.tumbuh.measurement.growth.Permenkes;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.growth.WhoGrowthStandard;
import id.tumbuh.measurement.kms.CardEntry;
import id.tumbuh.measurement.kms.CardPolicyFixture;
import id.tumbuh.measurement.kms.GrowthCard;
import id.tumbuh.measurement.kms.Weighing;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Invented children, from the healthy one to the one to be referred. */
final class SampleChildren {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final WhoGrowthStandard STANDARD = WhoGrowthStandard.load();
    static final GrowthCurves CURVES = GrowthCurves.load();

    private final Sex sex;
    private final LocalDate birthDate;
    private final List<ChartedMeasurement> measurements = new ArrayList<>();

    private SampleChildren(Sex sex, LocalDate birthDate) {
        this.sex = sex;
        this.birthDate = birthDate;
    }

    static SampleChildren aChild(Sex sex, String birthDate) {
        return new SampleChildren(sex, LocalDate.parse(birthDate));
    }

    SampleChildren on(String day, MeasuresBuilder taken) {
        return on(LocalDate.parse(day), taken.build());
    }

    SampleChildren on(LocalDate day, Measures taken) {
        measurements.add(ChartedMeasurement.of(
                new Taken(day, taken, Permenkes.POLICY, OnCard.NOTHING), new Subject(sex, birthDate), STANDARD));
        return this;
    }

    /** With its card filled in as the service does. */
    ChartedChild child() {
        Map<UUID, ChartedMeasurement> byId = new LinkedHashMap<>();
        measurements.forEach(one -> byId.put(new UUID(0, byId.size()), one));
        List<Weighing> weighings = new ArrayList<>();
        byId.forEach((id, one) -> {
            if (one.measures().weightKg() > 0) {
                weighings.add(new Weighing(
                        id, one.day(), Weighing.grams(one.measures().weightKg())));
            }
        });
        Map<UUID, CardEntry> entries = new GrowthCard(sex, YearMonth.from(birthDate), CardPolicyFixture.CARD)
                .fill(null, weighings).stream().collect(toMap(CardEntry::measurementId, entry -> entry));
        List<ChartedMeasurement> marked = byId.entrySet().stream()
                .map(one -> marked(one.getValue(), entries.get(one.getKey())))
                .toList();
        return new ChartedChild(sex, birthDate, marked, 0);
    }

    private ChartedMeasurement marked(ChartedMeasurement one, @Nullable CardEntry entry) {
        OnCard.Mark mark = entry == null
                ? null
                : new OnCard.Mark(entry.mark(), entry.gainGrams(), entry.minimumGain(), entry.twiceNotGained());
        GrowthIndex index = GrowthIndex.WEIGHT_FOR_AGE;
        boolean red = CardPolicyFixture.CARD.belowRedLine(one.assessment().z(index), one.doubtful(index));
        return ChartedMeasurement.of(
                new Taken(one.day(), one.measures(), one.policy(), new OnCard(mark, red)),
                new Subject(sex, birthDate),
                STANDARD);
    }

    /** Monthly from one month of age to another, at z-scores that depend on the month. */
    SampleChildren monthly(int from, int to, DoubleUnaryOperator weightZ, DoubleUnaryOperator heightZ) {
        for (int month = from; month <= to; month++) {
            LocalDate day = birthDate.plusMonths(month).plusDays(month % 3);
            int days = (int) (day.toEpochDay() - birthDate.toEpochDay());
            double wobble = 0.12 * Math.sin(month * 2.3);
            double weight = between(GrowthIndex.WEIGHT_FOR_AGE, days, weightZ.applyAsDouble(month) + wobble);
            double height = between(GrowthIndex.LENGTH_HEIGHT_FOR_AGE, days, heightZ.applyAsDouble(month) + wobble / 2);
            double head = between(GrowthIndex.HEAD_CIRCUMFERENCE_FOR_AGE, days, heightZ.applyAsDouble(month) / 2);
            on(
                    day,
                    measures()
                            .weightKg(Math.round(weight * 10) / 10.0)
                            .lengthHeightCm(Math.round(height * 10) / 10.0)
                            .headCircumferenceCm(Math.round(head * 10) / 10.0)
                            .position(days < 731 ? Position.LYING : Position.STANDING)
                            .build());
        }
        return this;
    }

    private double between(GrowthIndex index, int day, double z) {
        return valueAt(sex, index, day, z);
    }

    /** Exact for length and head, whose lines are evenly spaced; near enough for a weight. */
    static double valueAt(Sex sex, GrowthIndex index, int day, double z) {
        int lower = (int) Math.clamp(Math.floor(z), -3, 2);
        double low = CURVES.atDay(sex, index, day, lower);
        return low + (z - lower) * (CURVES.atDay(sex, index, day, lower + 1) - low);
    }

    static ChartedChild healthyBoy() {
        return aChild(Sex.L, "2025-09-12")
                .monthly(0, 14, month -> 0.4 - month * 0.05, month -> 0.2)
                .child();
    }

    /** Falls from the median into stunting and below the red line; one weight was typed in grams, one height is off. */
    static ChartedChild girlFallingBehind() {
        return aChild(Sex.P, "2025-03-03")
                .monthly(0, 17, month -> -0.2 - month * 0.16, month -> -month * 0.155)
                .on("2026-09-15", measures().weightKg(76).lengthHeightCm(72.4).position(Position.STANDING))
                .on("2026-10-14", measures().weightKg(7.1).lengthHeightCm(72.8).position(Position.LYING))
                .on("2026-11-12", measures().weightKg(7.0).lengthHeightCm(73).position(Position.LYING))
                .child();
    }

    static ChartedChild newborn() {
        return aChild(Sex.L, "2026-11-18")
                .on(
                        "2026-11-18",
                        measures()
                                .weightKg(3.2)
                                .lengthHeightCm(49.5)
                                .headCircumferenceCm(34)
                                .position(Position.LYING))
                .child();
    }

    /** Born far below every line and catching up. */
    static ChartedChild bornTooEarly() {
        return aChild(Sex.P, "2026-02-20")
                .on(
                        "2026-02-20",
                        measures()
                                .weightKg(1.6)
                                .lengthHeightCm(42)
                                .headCircumferenceCm(29.5)
                                .position(Position.LYING))
                .on(
                        "2026-03-20",
                        measures()
                                .weightKg(2.4)
                                .lengthHeightCm(46.5)
                                .headCircumferenceCm(32)
                                .position(Position.LYING))
                .monthly(2, 9, month -> -3.6 + month * 0.22, month -> -3.2 + month * 0.2)
                .child();
    }

    static ChartedChild sixtyMeasurements() {
        return aChild(Sex.L, "2021-11-25")
                .monthly(0, 59, month -> -0.8 + Math.sin(month / 7.0), month -> -1.4 + Math.sin(month / 11.0) / 2)
                .child();
    }
}
