package id.tumbuh.measurement.growth;

import static id.tumbuh.measurement.growth.MeasuresBuilder.measures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthCurvesTest {

    private static final GrowthCurves CURVES = GrowthCurves.load();
    private static final WhoGrowthStandard STANDARD = WhoGrowthStandard.load();

    /** Lines WHO prints, by completed months and on one decimal (field tables, 2006). */
    @ParameterizedTest(name = "{0} {1} on day {2} at {3} SD is {4}")
    @CsvSource({
        "L, WEIGHT_FOR_AGE, 0, -3, 2.1",
        "L, WEIGHT_FOR_AGE, 0, 3, 5.0",
        "L, WEIGHT_FOR_AGE, 365, 0, 9.6",
        "L, WEIGHT_FOR_AGE, 365, -2, 7.7",
        "P, WEIGHT_FOR_AGE, 365, -3, 6.3",
        "P, WEIGHT_FOR_AGE, 365, 2, 11.5",
        "L, LENGTH_HEIGHT_FOR_AGE, 0, -2, 46.1",
        "P, LENGTH_HEIGHT_FOR_AGE, 0, -2, 45.4",
        "L, LENGTH_HEIGHT_FOR_AGE, 365, -2, 71.0",
        "L, HEAD_CIRCUMFERENCE_FOR_AGE, 0, 0, 34.5",
        "L, BMI_FOR_AGE, 0, 0, 13.4"
    })
    void linesAreThePublishedOnes(Sex sex, GrowthIndex index, int day, int deviations, double published) {
        assertThat(CURVES.atDay(sex, index, day, deviations)).isCloseTo(published, within(0.0501));
    }

    @ParameterizedTest(name = "standing boy of {0} cm at {1} SD weighs {2} kg")
    @CsvSource({"65, -3, 5.9", "65, -2, 6.3", "65, -1, 6.9", "65, 0, 7.4", "65, 1, 8.1", "65, 2, 8.8", "65, 3, 9.6"})
    void weightsForHeightAreThePublishedOnes(double cm, int deviations, double published) {
        assertThat(CURVES.weightAtLength(Sex.L, cm + 0.7, deviations)).isCloseTo(published, within(0.0501));
    }

    @Test
    void childOnALineHasTheZScoreOfTheLine() {
        for (Sex sex : Sex.values()) {
            for (int day = 0; day <= 1826; day++) {
                for (int k = -3; k <= 3; k++) {
                    double weight = CURVES.atDay(sex, GrowthIndex.WEIGHT_FOR_AGE, day, k);
                    double length = CURVES.atDay(sex, GrowthIndex.LENGTH_HEIGHT_FOR_AGE, day, k);
                    double head = CURVES.atDay(sex, GrowthIndex.HEAD_CIRCUMFERENCE_FOR_AGE, day, k);
                    Assessment onTheLine = STANDARD.assess(
                            sex,
                            Age.ofDays(day),
                            measures()
                                    .weightKg(weight)
                                    .lengthHeightCm(length)
                                    .headCircumferenceCm(head)
                                    .build());
                    assertThat(onTheLine.unroundedZ(GrowthIndex.WEIGHT_FOR_AGE)).isCloseTo(k, within(1e-9));
                    assertThat(onTheLine.z(GrowthIndex.LENGTH_HEIGHT_FOR_AGE)).isCloseTo(k, within(1e-3));
                    assertThat(onTheLine.unroundedZ(GrowthIndex.HEAD_CIRCUMFERENCE_FOR_AGE))
                            .isCloseTo(k, within(1e-9));
                }
            }
        }
    }

    @Test
    void weightOnALineForItsLengthAndHeightHasTheZScoreOfTheLine() {
        for (int tenths = 450; tenths <= 1100; tenths++) {
            double cm = tenths / 10.0;
            assertThat(zForLength(cm, CURVES.weightAtLength(Sex.P, cm, -2))).isCloseTo(-2, within(1e-9));
        }
        double height = 84.3;
        double weight = CURVES.weightAtLength(Sex.L, height + 0.7, 2);
        Assessment standing = STANDARD.assess(
                Sex.L,
                Age.ofDays(731),
                measures()
                        .weightKg(weight)
                        .lengthHeightCm(height)
                        .position(Position.STANDING)
                        .build());
        assertThat(standing.unroundedZ(GrowthIndex.WEIGHT_FOR_LENGTH_HEIGHT)).isCloseTo(2, within(1e-9));
    }

    private static double zForLength(double cm, double weight) {
        return STANDARD.assess(
                        Sex.P,
                        Age.ofDays(300),
                        measures().weightKg(weight).lengthHeightCm(cm).build())
                .unroundedZ(GrowthIndex.WEIGHT_FOR_LENGTH_HEIGHT);
    }

    @Test
    void outsideTheTablesThereIsNoLine() {
        assertThat(CURVES.atDay(Sex.L, GrowthIndex.WEIGHT_FOR_AGE, -1, 0)).isNaN();
        assertThat(CURVES.atDay(Sex.L, GrowthIndex.WEIGHT_FOR_AGE, 5000, 0)).isNaN();
        assertThat(CURVES.weightAtLength(Sex.L, 44.9, 0)).isNaN();
        assertThat(CURVES.weightAtLength(Sex.L, 45, 0)).isPositive();
        assertThat(CURVES.weightAtLength(Sex.L, 120.7, 0)).isPositive();
        assertThat(CURVES.weightAtLength(Sex.L, 120.8, 0)).isNaN();
        assertThatThrownBy(() -> CURVES.atDay(Sex.L, GrowthIndex.WEIGHT_FOR_AGE, 1, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CURVES.atDay(Sex.L, GrowthIndex.WEIGHT_FOR_LENGTH_HEIGHT, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
