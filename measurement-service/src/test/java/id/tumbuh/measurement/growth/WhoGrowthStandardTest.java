package id.tumbuh.measurement.growth;

import static id.tumbuh.measurement.growth.GrowthIndex.*;
import static id.tumbuh.measurement.growth.MeasuresBuilder.measures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhoGrowthStandardTest {

    private static final WhoGrowthStandard STANDARD = WhoGrowthStandard.load();
    private static final int LAST_DAY = 1826;

    @ParameterizedTest(name = "{0} cm lying, or {1} cm standing, on day 800")
    @CsvSource({"103.1, 102.4", "103.10, 102.40", "68.8, 68.1", "110.7, 110.0"})
    void lyingLengthOfTwoYearOldIsExactlyTheHeightSevenMillimetresLess(double lying, double standing) {
        Measures length = measures()
                .weightKg(15)
                .lengthHeightCm(lying)
                .position(Position.LYING)
                .build();
        Measures height = measures()
                .weightKg(15)
                .lengthHeightCm(standing)
                .position(Position.STANDING)
                .build();

        Assessment fromLength = STANDARD.assess(Sex.L, Age.ofDays(800), length);
        Assessment fromHeight = STANDARD.assess(Sex.L, Age.ofDays(800), height);

        assertThat(fromLength.adjustedLengthHeightCm()).isEqualTo(standing);
        assertThat(fromLength.unroundedZ(WEIGHT_FOR_LENGTH_HEIGHT))
                .isEqualTo(fromHeight.unroundedZ(WEIGHT_FOR_LENGTH_HEIGHT));
    }

    @Test
    void everyTenthLyingAndStandingMeetsItsOwnRow() {
        for (int tenth = 657; tenth <= 1100; tenth++) {
            Measures lying = measures()
                    .weightKg(12)
                    .lengthHeightCm((tenth + 7) / 10.0)
                    .position(Position.LYING)
                    .build();
            Measures standing = measures()
                    .weightKg(12)
                    .lengthHeightCm(tenth / 10.0)
                    .position(Position.STANDING)
                    .build();
            for (Sex sex : Sex.values()) {
                double fromLength = STANDARD.assess(sex, Age.ofDays(731), lying).unroundedZ(WEIGHT_FOR_LENGTH_HEIGHT);
                double fromHeight =
                        STANDARD.assess(sex, Age.ofDays(731), standing).unroundedZ(WEIGHT_FOR_LENGTH_HEIGHT);
                assertThat(fromLength).as("%s tenths".formatted(tenth)).isEqualTo(fromHeight);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "730, STANDING, 80.7", "731, STANDING, 80", "730, LYING, 80", "731, LYING, 79.3",
        "730.49, STANDING, 80.7", "730.5, STANDING, 80", "273, STANDING, 80", "274, STANDING, 80.7"
    })
    void lengthIsAdjustedByAgeAndPosition(double days, Position position, double adjusted) {
        Assessment assessment = STANDARD.assess(
                Sex.P,
                Age.ofDays(days),
                measures().lengthHeightCm(80).position(position).build());

        assertThat(assessment.adjustedLengthHeightCm()).isEqualTo(adjusted);
        assertThat(assessment.standingTooYoung()).isEqualTo(position == Position.STANDING && days < 274);
    }

    @ParameterizedTest
    @CsvSource({"1826, true", "1826.24, true", "1826.25, false", "1827, false", "1e9, false"})
    void standardEndsWhereSixtyMonthsBegin(double days, boolean scored) {
        Assessment assessment = STANDARD.assess(
                Sex.L,
                Age.ofDays(days),
                measures().weightKg(18).lengthHeightCm(110).build());

        assertThat(assessment.has(WEIGHT_FOR_AGE)).isEqualTo(scored);
        assertThat(assessment.has(WEIGHT_FOR_LENGTH_HEIGHT)).isEqualTo(scored);
        assertThat(assessment.bmi()).isCloseTo(14.876, within(0.001));
    }

    @ParameterizedTest
    @CsvSource({"90, false", "90.49, false", "90.5, true", "91, true"})
    void armAndSkinfoldsBeginAtThreeMonths(double days, boolean scored) {
        Assessment assessment = STANDARD.assess(
                Sex.P,
                Age.ofDays(days),
                measures().armCircumferenceCm(13).tricepsMm(9).subscapularMm(7).build());

        assertThat(assessment.has(ARM_CIRCUMFERENCE_FOR_AGE)).isEqualTo(scored);
        assertThat(assessment.has(TRICEPS_FOR_AGE)).isEqualTo(scored);
        assertThat(assessment.has(SUBSCAPULAR_FOR_AGE)).isEqualTo(scored);
    }

    @ParameterizedTest(name = "{0} cm, day {1}: weight for length/height = {2}")
    @CsvSource({
        "44.999, 100, false", "45, 100, true", "110, 100, true", "110.001, 100, false",
        "64.999, 1000, false", "65, 1000, true", "120, 1000, true", "120.001, 1000, false"
    })
    void weightForLengthHasItsOwnLimits(double cm, double days, boolean scored) {
        Assessment assessment = STANDARD.assess(
                Sex.L,
                Age.ofDays(days),
                measures().weightKg(10).lengthHeightCm(cm).build());

        assertThat(assessment.has(WEIGHT_FOR_LENGTH_HEIGHT)).isEqualTo(scored);
        assertThat(assessment.has(LENGTH_HEIGHT_FOR_AGE)).isTrue();
    }

    @Test
    void withoutAgeOnlyWeightForLengthIsScoredAndEightySevenCentimetresStand() {
        DoubleFunction<Assessment> unknownAge = cm -> STANDARD.assess(
                Sex.L, null, measures().weightKg(12).lengthHeightCm(cm).build());
        Measures standing = measures()
                .weightKg(12)
                .lengthHeightCm(86.9)
                .position(Position.STANDING)
                .build();

        assertThat(unknownAge.apply(86.9).has(WEIGHT_FOR_AGE)).isFalse();
        assertThat(unknownAge.apply(87).unroundedZ(WEIGHT_FOR_LENGTH_HEIGHT)).isEqualTo(lyingAtUnknownAge(87.7));
        assertThat(unknownAge.apply(86.9).unroundedZ(WEIGHT_FOR_LENGTH_HEIGHT)).isEqualTo(lyingAtUnknownAge(86.9));
        assertThat(STANDARD.assess(Sex.L, null, standing).unroundedZ(WEIGHT_FOR_LENGTH_HEIGHT))
                .isEqualTo(lyingAtUnknownAge(87.6));
    }

    private static double lyingAtUnknownAge(double cm) {
        return STANDARD.assess(
                        Sex.L,
                        null,
                        measures()
                                .weightKg(12)
                                .lengthHeightCm(cm)
                                .position(Position.LYING)
                                .build())
                .unroundedZ(WEIGHT_FOR_LENGTH_HEIGHT);
    }

    @Test
    void oedemaLeavesTheWeightOutOfTheScore() {
        Assessment assessment =
                STANDARD.assess(Sex.P, Age.ofDays(400), complete().oedema(true).build());

        assertThat(assessment.oedema()).isTrue();
        for (GrowthIndex index : GrowthIndex.values()) {
            assertThat(assessment.has(index)).as(index.wireName()).isEqualTo(!index.dependsOnWeight());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Measures.NONE, 0, -0.0, -1, Double.NEGATIVE_INFINITY})
    void whatIsNotPositiveWasNotTaken(double nothing) {
        Measures none = new Measures(nothing, nothing, Position.LYING, nothing, nothing, nothing, nothing, false);

        Assessment assessment = STANDARD.assess(Sex.L, Age.ofDays(300), none);

        for (GrowthIndex index : GrowthIndex.values()) {
            assertThat(assessment.has(index)).as(index.wireName()).isFalse();
            assertThat(assessment.unroundedZ(index)).isNaN();
        }
        assertThat(assessment.adjustedLengthHeightCm()).isNaN();
        assertThat(assessment.bmi()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.5, 250, 1000})
    void anyPositiveValueIsComputedAndFinite(double odd) {
        Measures measures = new Measures(odd, odd, null, odd, odd, odd, odd, false);

        Assessment assessment = STANDARD.assess(Sex.P, Age.ofDays(300), measures);

        for (GrowthIndex index : GrowthIndex.values()) {
            if (index != WEIGHT_FOR_LENGTH_HEIGHT) { // which ends at 45 and 110 cm
                assertThat(assessment.unroundedZ(index)).as(index.wireName()).isFinite();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, -1, Double.NaN, Double.NEGATIVE_INFINITY})
    void ageIsNeverNegative(double odd) {
        assertThatIllegalArgumentException().isThrownBy(() -> Age.ofDays(odd));
        assertThatIllegalArgumentException().isThrownBy(() -> Age.ofMonths(odd));
    }

    @Test
    void twentyFourMonthsAreTheFirstDayOfStanding() {
        assertThat(Age.ofMonths(24).days()).isEqualTo(731);
        assertThat(Age.ofMonths(23.99).days()).isEqualTo(730);
    }

    /** More of anything is a higher z-score, on every day of childhood, from far below to far above the median. */
    @Test
    void everyIndexRisesWithItsMeasureOnEveryDay() {
        for (Sex sex : Sex.values()) {
            for (int day = 0; day <= LAST_DAY; day++) {
                Age age = Age.ofDays(day);
                assertRising(WEIGHT_FOR_AGE, sex, age, 0.5, 40, kg -> measures().weightKg(kg));
                assertRising(
                        LENGTH_HEIGHT_FOR_AGE,
                        sex,
                        age,
                        20,
                        150,
                        cm -> measures().lengthHeightCm(cm));
                assertRising(
                        HEAD_CIRCUMFERENCE_FOR_AGE,
                        sex,
                        age,
                        15,
                        80,
                        cm -> measures().headCircumferenceCm(cm));
                assertRising(
                        BMI_FOR_AGE,
                        sex,
                        age,
                        3,
                        60,
                        kg -> measures().weightKg(kg).lengthHeightCm(100));
                if (day >= 91) {
                    assertRising(
                            ARM_CIRCUMFERENCE_FOR_AGE,
                            sex,
                            age,
                            3,
                            40,
                            cm -> measures().armCircumferenceCm(cm));
                    assertRising(
                            TRICEPS_FOR_AGE, sex, age, 0.5, 50, mm -> measures().tricepsMm(mm));
                    assertRising(
                            SUBSCAPULAR_FOR_AGE,
                            sex,
                            age,
                            0.5,
                            50,
                            mm -> measures().subscapularMm(mm));
                }
            }
        }
    }

    @Test
    void weightForLengthRisesWithWeightAndFallsWithLengthOnEveryMillimetre() {
        for (Sex sex : Sex.values()) {
            double[] shorter = new double[60];
            Arrays.fill(shorter, Double.POSITIVE_INFINITY);
            for (int millimetre = 450; millimetre <= 1100; millimetre++) {
                double lighter = Double.NEGATIVE_INFINITY;
                for (int half = 1; half < shorter.length; half++) {
                    Measures measures = measures()
                            .weightKg(half / 2.0)
                            .lengthHeightCm(millimetre / 10.0)
                            .build();
                    double z = STANDARD.assess(sex, Age.ofDays(100), measures).unroundedZ(WEIGHT_FOR_LENGTH_HEIGHT);
                    boolean believable = Math.abs(z) <= 5; // far outside, the extrapolated tails may cross
                    if (!(z > lighter) || (believable && !(z < shorter[half]))) {
                        throw new AssertionError("%s %d mm, %d half kg: %s".formatted(sex, millimetre, half, z));
                    }
                    lighter = z;
                    shorter[half] = z;
                }
            }
        }
    }

    private static MeasuresBuilder complete() {
        return measures()
                .weightKg(9.5)
                .lengthHeightCm(75)
                .headCircumferenceCm(45)
                .armCircumferenceCm(14)
                .tricepsMm(8)
                .subscapularMm(6.5);
    }

    private static void assertRising(
            GrowthIndex index, Sex sex, Age age, double from, double to, DoubleFunction<MeasuresBuilder> measures) {
        double previous = Double.NEGATIVE_INFINITY;
        double step = (to - from) / 40;
        for (int at = 0; at <= 40; at++) {
            double z = STANDARD.assess(
                            sex, age, measures.apply(from + at * step).build())
                    .unroundedZ(index);
            if (!(z > previous && z < Double.POSITIVE_INFINITY)) { // an assertion object a million times is slow
                throw new AssertionError(
                        "%s of %s on day %d, step %d: %s after %s".formatted(index, sex, age.days(), at, z, previous));
            }
            previous = z;
        }
    }
}
