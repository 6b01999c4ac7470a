package id.tumbuh.measurement.growth;

import static id.tumbuh.measurement.growth.GrowthIndex.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.tumbuh.measurement.growth.Classification.Band;
import id.tumbuh.measurement.growth.Classification.Plausible;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthPolicyTest {

    @ParameterizedTest(name = "TB/U {0}: {1}")
    @CsvSource({
        "-3.01, SEVERELY_STUNTED, Sangat pendek",
        "-3.0049, STUNTED, Pendek",
        "-3.0051, SEVERELY_STUNTED, Sangat pendek",
        "-3, STUNTED, Pendek",
        "-2.01, STUNTED, Pendek",
        "-2.0051, STUNTED, Pendek",
        "-2.0049, NORMAL, Normal",
        "-2, NORMAL, Normal",
        "3, NORMAL, Normal",
        "3.0049, NORMAL, Normal",
        "3.01, TALL, Tinggi"
    })
    void heightForAge(double z, HeightForAge category, String label) {
        assertThat(category(LENGTH_HEIGHT_FOR_AGE, z)).isEqualTo(category);
        assertThat(category.label()).isEqualTo(label);
    }

    @ParameterizedTest(name = "BB/U {0}: {1}")
    @CsvSource({
        "-3.01, SEVERELY_UNDERWEIGHT, Berat badan sangat kurang",
        "-3, UNDERWEIGHT, Berat badan kurang",
        "-2.01, UNDERWEIGHT, Berat badan kurang",
        "-2, NORMAL, Berat badan normal",
        "1, NORMAL, Berat badan normal",
        "1.01, RISK_OF_OVERWEIGHT, Risiko berat badan lebih"
    })
    void weightForAge(double z, WeightForAge category, String label) {
        assertThat(category(WEIGHT_FOR_AGE, z)).isEqualTo(category);
        assertThat(category.label()).isEqualTo(label);
    }

    @ParameterizedTest(name = "BB/TB and IMT/U {0}: {1}")
    @CsvSource({
        "-3.01, SEVERELY_WASTED, Gizi buruk", "-3, WASTED, Gizi kurang", "-2.01, WASTED, Gizi kurang",
        "-2, NORMAL, Gizi baik", "1, NORMAL, Gizi baik", "1.01, RISK_OF_OVERWEIGHT, Berisiko gizi lebih",
        "2, RISK_OF_OVERWEIGHT, Berisiko gizi lebih", "2.01, OVERWEIGHT, Gizi lebih", "3, OVERWEIGHT, Gizi lebih",
        "3.01, OBESE, Obesitas"
    })
    void weightForHeightAndBmi(double z, WeightForHeight category, String label) {
        assertThat(category(WEIGHT_FOR_LENGTH_HEIGHT, z)).isEqualTo(category);
        assertThat(category(BMI_FOR_AGE, z)).isEqualTo(category);
        assertThat(category.label()).isEqualTo(label);
    }

    @ParameterizedTest(name = "LK/U {0}: {1}")
    @CsvSource({
        "-2.01, MICROCEPHALY, Mikrosefali",
        "-2, NORMAL, Normal",
        "2, NORMAL, Normal",
        "2.01, MACROCEPHALY, Makrosefali"
    })
    void headForAge(double z, HeadForAge category, String label) {
        assertThat(category(HEAD_CIRCUMFERENCE_FOR_AGE, z)).isEqualTo(category);
        assertThat(category.label()).isEqualTo(label);
    }

    @ParameterizedTest(name = "{0} {1}: implausible = {2}")
    @CsvSource({
        "LENGTH_HEIGHT_FOR_AGE, -6.01, true",
        "LENGTH_HEIGHT_FOR_AGE, -6.004, false",
        "LENGTH_HEIGHT_FOR_AGE, 6, false",
        "LENGTH_HEIGHT_FOR_AGE, 6.01, true",
        "WEIGHT_FOR_AGE, -6.01, true",
        "WEIGHT_FOR_AGE, -6, false",
        "WEIGHT_FOR_AGE, 5, false",
        "WEIGHT_FOR_AGE, 5.01, true",
        "WEIGHT_FOR_LENGTH_HEIGHT, -5.01, true",
        "WEIGHT_FOR_LENGTH_HEIGHT, -5, false",
        "BMI_FOR_AGE, 5, false",
        "BMI_FOR_AGE, 5.01, true",
        "HEAD_CIRCUMFERENCE_FOR_AGE, -5.01, true",
        "HEAD_CIRCUMFERENCE_FOR_AGE, 5, false",
        "ARM_CIRCUMFERENCE_FOR_AGE, 5.01, true",
        "ARM_CIRCUMFERENCE_FOR_AGE, -5, false",
        "TRICEPS_FOR_AGE, 5.01, true",
        "TRICEPS_FOR_AGE, 5, false",
        "SUBSCAPULAR_FOR_AGE, -5.01, true",
        "SUBSCAPULAR_FOR_AGE, -5, false"
    })
    void beliefEndsBeyondTheLimit(GrowthIndex index, double z, boolean implausible) {
        assertThat(Permenkes.POLICY.implausible(with(index, z, false), index)).isEqualTo(implausible);
    }

    @Test
    void armAndSkinfoldsHaveNoClass() {
        for (GrowthIndex index : List.of(ARM_CIRCUMFERENCE_FOR_AGE, TRICEPS_FOR_AGE, SUBSCAPULAR_FOR_AGE)) {
            assertThat(category(index, -4)).isNull();
        }
    }

    @Test
    void oedemaIsSevereWithoutAnyScore() {
        Assessment swollen = with(HEAD_CIRCUMFERENCE_FOR_AGE, 0, true);

        assertThat(Permenkes.POLICY.category(swollen, WEIGHT_FOR_LENGTH_HEIGHT))
                .isEqualTo(WeightForHeight.SEVERELY_WASTED);
        assertThat(Permenkes.POLICY.category(swollen, BMI_FOR_AGE)).isEqualTo(WeightForHeight.SEVERELY_WASTED);
        assertThat(Permenkes.POLICY.category(swollen, WEIGHT_FOR_AGE)).isEqualTo(WeightForAge.SEVERELY_UNDERWEIGHT);
        assertThat(Permenkes.POLICY.category(swollen, LENGTH_HEIGHT_FOR_AGE)).isNull();
    }

    @Test
    void withoutScoreThereIsNeitherClassNorFlag() {
        Assessment onlyHead = with(HEAD_CIRCUMFERENCE_FOR_AGE, 0, false);

        assertThat(Permenkes.POLICY.category(onlyHead, WEIGHT_FOR_AGE)).isNull();
        assertThat(Permenkes.POLICY.implausible(onlyHead, WEIGHT_FOR_AGE)).isFalse();
    }

    @Test
    void policyIsRefusedWhenCutOffsAreOutOfOrderOrIndicesMissing() {
        Plausible plausible = new Plausible(-5, 5);
        List<Band> swapped = List.of(new Band(-2, HeadForAge.MICROCEPHALY), new Band(-3, HeadForAge.NORMAL));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Classification(plausible, swapped, HeadForAge.NORMAL, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Classification(plausible, swapped.subList(0, 1), null, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plausible(5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> GrowthPolicy.of(1, Map.of()));
    }

    private static @Nullable Category category(GrowthIndex index, double z) {
        return Permenkes.POLICY.category(with(index, z, false), index);
    }

    private static Assessment with(GrowthIndex index, double z, boolean oedema) {
        double[] all = new double[GrowthIndex.values().length];
        Arrays.fill(all, Measures.NONE);
        all[index.place()] = z;
        return new Assessment(Measures.NONE, Measures.NONE, false, oedema, all);
    }
}
