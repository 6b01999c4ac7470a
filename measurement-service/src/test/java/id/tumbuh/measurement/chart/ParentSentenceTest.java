package id.tumbuh.measurement.chart;

import static id.tumbuh.measurement.chart.SampleChildren.aChild;
import static id.tumbuh.measurement.chart.SampleChildren.valueAt;
import static id.tumbuh.measurement.growth.MeasuresBuilder.measures;
import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.kms.GrowthMark;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParentSentenceTest {

    private static final LocalDate BIRTH = LocalDate.of(2025, 9, 12);
    private static final LocalDate VISIT = LocalDate.of(2026, 11, 14);
    private static final int DAYS = (int) (VISIT.toEpochDay() - BIRTH.toEpochDay());

    @Test
    void weightHeightAndWhatComesNext() {
        ChartedChild child = boy().on("2026-10-10", measures().weightKg(8.6))
                .on(
                        "2026-11-14",
                        measures().weightKg(8.9).lengthHeightCm(heightAt(-1.9)).position(Position.LYING))
                .child();

        assertThat(sentence(child, ChartIndex.TBU))
                .isEqualTo(
                        "Berat Ananda naik 300 g sejak bulan lalu, cukup untuk umurnya. Tinggi badannya normal, tetapi dekat batas. Timbang lagi bulan depan.");
        assertThat(ParentSentence.of(child, ChartIndex.TBU, SampleChildren.TODAY, Language.EN))
                .isEqualTo(
                        "Your child gained 300 g since last month, enough for the age. The height is normal but near the limit. Weigh again next month.");
    }

    /** A boy of fourteen months is expected to gain 200 g a month (KBM). */
    @ParameterizedTest(name = "from {0} kg to {1} kg: {2}")
    @CsvSource({
        "9.0, 9.2, 'naik 200 g sejak bulan lalu, cukup untuk umurnya', Timbang lagi bulan depan.",
        "9.0, 9.19, 'naik 190 g sejak bulan lalu, kurang dari 200 g yang diharapkan', Bawa Ananda ke bidan atau puskesmas untuk diperiksa.",
        "9.0, 9.0, 'tetap sejak bulan lalu; diharapkan naik 200 g', Bawa Ananda ke bidan atau puskesmas untuk diperiksa.",
        "9.0, 8.9, 'turun 100 g sejak bulan lalu; diharapkan naik 200 g', Bawa Ananda ke bidan atau puskesmas untuk diperiksa.",
        "9.0, 10.25, 'naik 1.250 g sejak bulan lalu, cukup untuk umurnya', Timbang lagi bulan depan."
    })
    void gainIsHeldAgainstWhatTheCardExpects(double before, double now, String expected, String advice) {
        ChartedChild child = boy().on("2026-10-10", measures().weightKg(before))
                .on("2026-11-14", measures().weightKg(now))
                .child();

        assertThat(sentence(child, ChartIndex.BBU))
                .startsWith("Berat Ananda " + expected + ".")
                .endsWith(advice);
    }

    @Test
    void youngerChildIsExpectedToGainMore() {
        ChartedChild child = aChild(Sex.P, "2026-05-20")
                .on("2026-10-10", measures().weightKg(6.5))
                .on("2026-11-14", measures().weightKg(6.6))
                .child();

        assertThat(sentence(child, ChartIndex.BBU))
                .startsWith("Berat Ananda naik 100 g sejak bulan lalu, kurang dari 400 g yang diharapkan.");
        assertThat(ParentSentence.of(child, ChartIndex.BBU, SampleChildren.TODAY, Language.EN))
                .startsWith("Your child gained 100 g since last month, less than the expected 400 g.");
    }

    @Test
    void gainSinceAWeightThatCannotBeBelievedIsNone() {
        ChartedChild child = boy().on("2026-09-10", measures().weightKg(8.9))
                .on("2026-10-10", measures().weightKg(89))
                .on("2026-11-14", measures().weightKg(9.2))
                .child();

        assertThat(child.measurements().getLast().card().mark())
                .isEqualTo(new OnCard.Mark(GrowthMark.T, -79800, 200, false));
        assertThat(sentence(child, ChartIndex.BBU))
                .startsWith("Berat Ananda 9,2 kg; hasil timbang sebelumnya perlu diperiksa ulang.")
                .endsWith("Tanyakan kepada kader atau bidan.")
                .doesNotContain("turun");
    }

    @ParameterizedTest(name = "weighed {0} and {1}: {2}")
    @CsvSource({
        "2026-10-31, 2026-11-01, 'sejak bulan lalu, cukup untuk umurnya'",
        "2026-10-01, 2026-11-21, 'sejak bulan lalu, cukup untuk umurnya'",
        "2026-09-30, 2026-11-01, sejak 30 September 2026; bulan sebelumnya tidak ditimbang",
        "2026-09-10, 2026-10-31, 'dari 10 Sep 2026 ke 31 Okt 2026, cukup untuk umurnya'"
    })
    void timeBetweenIsSaidAsThePersonReadingSeesIt(String before, String now, String expected) {
        ChartedChild child = boy().on(before, measures().weightKg(8.6))
                .on(now, measures().weightKg(8.9))
                .child();

        assertThat(sentence(child, ChartIndex.BBU)).contains("naik 300 g " + expected + ".");
    }

    @Test
    void twoWeighingsOfAMonthAreOne() {
        ChartedChild child = boy().on("2026-10-10", measures().weightKg(8.6))
                .on("2026-11-02", measures().weightKg(8.7))
                .on("2026-11-14", measures().weightKg(8.9))
                .child();

        assertThat(sentence(child, ChartIndex.BBU))
                .startsWith("Berat Ananda naik 300 g sejak bulan lalu, cukup untuk umurnya.");
    }

    @ParameterizedTest(name = "{0}, {1}, {2} kg: twice without gain is {3}")
    @CsvSource({
        "9.0, 9.0, 9.0, true, true",
        "9.0, 8.9, 8.8, true, true",
        "9.0, 9.1, 9.2, true, true",
        "9.0, 9.2, 9.2, false, true",
        "9.0, 9.0, 9.2, false, false"
    })
    void onceWithoutGainIsReferredAndTwiceIsSaid(
            double first, double second, double third, boolean twice, boolean referred) {
        ChartedChild child = boy().on("2026-09-10", measures().weightKg(first))
                .on("2026-10-10", measures().weightKg(second))
                .on("2026-11-14", measures().weightKg(third))
                .child();

        String sentence = sentence(child, ChartIndex.LKU);
        assertThat(sentence.contains("Sudah dua kali tidak naik (2T).")).isEqualTo(twice);
        assertThat(sentence.endsWith("Bawa Ananda ke bidan atau puskesmas untuk diperiksa."))
                .isEqualTo(referred);
    }

    @ParameterizedTest(name = "TB/U {0}: {1}")
    @CsvSource({
        "-1.75, 'Tinggi badannya normal. '",
        "-1.76, 'Tinggi badannya normal, tetapi dekat batas. '",
        "-2.00, 'Tinggi badannya normal, tetapi dekat batas. '",
        "-2.01, 'Tinggi badannya di bawah batas untuk umurnya. Bawa Ananda ke bidan'",
        "-3.00, 'Tinggi badannya di bawah batas untuk umurnya. Bawa Ananda ke bidan'",
        "-3.01, 'Tinggi badannya jauh di bawah batas untuk umurnya. Bawa Ananda ke bidan'"
    })
    void heightIsNormalUpToTheLimitAndReferredBeyond(double z, String expected) {
        ChartedChild child =
                boy().on("2026-11-14", measures().lengthHeightCm(heightAt(z))).child();

        assertThat(sentence(child, ChartIndex.TBU)).contains(expected);
    }

    @ParameterizedTest(name = "BB/U {0} SD, {1} kg more: {2}")
    @CsvSource({
        "-3, 0, Beratnya di bawah batas untuk umurnya.",
        "-3, -0.02, Beratnya di bawah garis merah.",
        "-2, -0.02, Beratnya di bawah batas untuk umurnya."
    })
    void belowTheRedLineIsSaidBeyondItOnly(int line, double more, String expected) {
        double weight = SampleChildren.CURVES.atDay(Sex.L, GrowthIndex.WEIGHT_FOR_AGE, DAYS, line) + more;
        ChartedChild child = boy().on("2026-11-14", measures().weightKg(weight)).child();

        assertThat(sentence(child, ChartIndex.BBU))
                .contains(expected)
                .endsWith("Bawa Ananda ke bidan atau puskesmas untuk diperiksa.");
    }

    @Test
    void onTheLimitWeightIsNormal() {
        double weight = SampleChildren.CURVES.atDay(Sex.L, GrowthIndex.WEIGHT_FOR_AGE, DAYS, -2);
        ChartedChild child = boy().on("2026-11-14", measures().weightKg(weight)).child();

        assertThat(sentence(child, ChartIndex.BBU)).contains("Beratnya normal, tetapi dekat batas.");
    }

    @ParameterizedTest(name = "BB/TB {0} SD, {1} kg more: {2}")
    @CsvSource({
        "-3, -0.02, Segera bawa Ananda ke puskesmas.",
        "-3, 0, Bawa Ananda ke bidan atau puskesmas untuk diperiksa.",
        "-2, -0.02, Bawa Ananda ke bidan atau puskesmas untuk diperiksa.",
        "2, 0.05, Tanyakan kepada kader atau bidan.",
        "0, 0, Timbang lagi bulan depan."
    })
    void severeWastingIsUrgent(int line, double more, String expected) {
        double weight = SampleChildren.CURVES.weightAtLength(Sex.L, 66, line) + more;
        // three months old: of an age at which this weight is not below the limits for the age
        ChartedChild child = aChild(Sex.L, "2026-08-14")
                .on("2026-11-14", measures().weightKg(weight).lengthHeightCm(66).position(Position.LYING))
                .child();

        assertThat(sentence(child, ChartIndex.BBTB)).endsWith(expected);
    }

    @Test
    void oedemaIsUrgentAndItsWeightIsNoGain() {
        ChartedChild child = boy().on("2026-10-10", measures().weightKg(8.6))
                .on("2026-11-14", measures().weightKg(9.9).oedema(true))
                .child();

        assertThat(sentence(child, ChartIndex.BBU))
                .isEqualTo(
                        "Berat pertama yang tercatat 8,6 kg. Bengkak di kedua kaki perlu segera diperiksa. Segera bawa Ananda ke puskesmas.");
    }

    @Test
    void figureThatCannotBeBelievedIsMeasuredAgain() {
        ChartedChild child = boy().on("2026-10-10", measures().weightKg(8.6))
                .on("2026-11-14", measures().weightKg(86))
                .child();

        assertThat(sentence(child, ChartIndex.BBU))
                .isEqualTo("Hasil ukur terakhir perlu diperiksa ulang. Mintalah kader mengukur ulang.");
    }

    @Test
    void statusOfAnEarlierDaySaysItsMonth() {
        ChartedChild child = boy().on("2026-08-14", measures().lengthHeightCm(76))
                .on("2026-10-10", measures().weightKg(9.6))
                .on("2026-11-14", measures().weightKg(9.8))
                .child();

        assertThat(sentence(child, ChartIndex.BBU)).contains("Tinggi badannya normal (diukur Agustus 2026).");
    }

    @Test
    void childNotYetSeenThisMonthIsWeighedThisMonth() {
        ChartedChild child = boy().on("2026-10-31", measures().weightKg(9.6)).child();

        assertThat(sentence(child, ChartIndex.BBU)).endsWith("Timbang lagi bulan ini.");
        assertThat(sentence(boy().child(), ChartIndex.BBU)).isEqualTo("Belum ada hasil ukur. Timbang lagi bulan ini.");
    }

    @Test
    void childOfFiveIsNotCalledToTheScalesAnyMore() {
        ChartedChild child = aChild(Sex.P, "2021-01-10")
                .on("2025-12-01", measures().weightKg(17))
                .child();

        assertThat(sentence(child, ChartIndex.BBU)).isEqualTo("Berat pertama yang tercatat 17,0 kg.");
    }

    @Test
    void noSentenceNamesADisease() {
        assertThat(Stream.of(ChartIndex.values())
                        .map(index -> sentence(SampleChildren.girlFallingBehind(), index)
                                .toLowerCase(Locale.ROOT)))
                .noneMatch(sentence -> sentence.matches(".*(stunting|gizi|penyakit|mikrosefali|obes).*"));
    }

    private static SampleChildren boy() {
        return aChild(Sex.L, BIRTH.toString());
    }

    private static double heightAt(double z) {
        return valueAt(Sex.L, GrowthIndex.LENGTH_HEIGHT_FOR_AGE, DAYS, z);
    }

    private static String sentence(ChartedChild child, ChartIndex index) {
        return ParentSentence.of(child, index, SampleChildren.TODAY, Language.ID);
    }
}
