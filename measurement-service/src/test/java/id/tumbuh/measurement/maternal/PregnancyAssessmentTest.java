package id.tumbuh.measurement.maternal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.tumbuh.measurement.maternal.Pregnancy.Anaemia;
import id.tumbuh.measurement.maternal.Pregnancy.Trimester;
import id.tumbuh.measurement.maternal.PregnancyFinding.Flag;
import id.tumbuh.measurement.maternal.PregnancyFinding.FlagCode;
import id.tumbuh.measurement.maternal.PregnancyFinding.IronTablets;
import id.tumbuh.platform.http.Languages;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PregnancyAssessmentTest {

    @ParameterizedTest(name = "{0} cm: risk {1}")
    @CsvSource({"10, true", "23.4, true", "23.49, true", "23.5, false", "23.51, false", "60, false"})
    void armBelowTwentyThreeAndAHalfIsARisk(double armCm, boolean risk) {
        PregnancyFinding finding = assess(null, armCm, null, null);

        assertThat(finding.chronicEnergyDeficiencyRisk()).isEqualTo(risk);
        assertThat(finding.flags().stream().map(Flag::code).toList().contains(FlagCode.CHRONIC_ENERGY_DEFICIENCY_RISK))
                .isEqualTo(risk);
    }

    @ParameterizedTest(name = "Hb {0} in week {1}: {2}")
    @CsvSource({
        "6.9, 8, SEVERE",
        "7, 8, MODERATE",
        "9.9, 8, MODERATE",
        "10, 8, MILD",
        "10.9, 8, MILD",
        "10.99, 8, MILD",
        "11, 8, NONE",
        "25, 8, NONE",
        "1, 8, SEVERE",
        "6.9, 20, SEVERE",
        "7, 20, MODERATE",
        "9.9, 20, MODERATE",
        "10, 20, MILD",
        "10.4, 20, MILD",
        "10.5, 20, NONE",
        "10.9, 20, NONE",
        "6.9, 30, SEVERE",
        "9.9, 30, MODERATE",
        "10.5, 30, MILD",
        "10.9, 30, MILD",
        "11, 30, NONE",
        "10.7, , MILD",
        "11, , NONE"
    })
    void anaemiaGoesByHaemoglobinAndTrimester(double haemoglobin, @Nullable Integer week, Anaemia anaemia) {
        PregnancyFinding finding = assess(week, null, haemoglobin, null);

        assertThat(finding.anaemia()).isEqualTo(anaemia);
        assertThat(finding.flags()).hasSize(anaemia == Anaemia.NONE ? 0 : 1);
    }

    /** Every tenth of the scale in every week: the class never gets milder when there is less haemoglobin. */
    @Test
    void lessHaemoglobinIsNeverMilder() {
        for (int week = 0; week <= PregnancyReader.MOST_WEEKS; week++) {
            Anaemia before = Anaemia.SEVERE;
            for (int tenths = 10; tenths <= 250; tenths++) {
                Anaemia now = assess(week, null, tenths / 10.0, null).anaemia();
                assertThat(now).isNotNull().isLessThanOrEqualTo(before);
                before = now;
            }
            assertThat(before).isEqualTo(Anaemia.NONE);
        }
    }

    @Test
    void everyWeekHasItsTrimester() {
        for (int week = 0; week <= PregnancyReader.MOST_WEEKS; week++) {
            Trimester expected = week <= 12 ? Trimester.FIRST : week <= 27 ? Trimester.SECOND : Trimester.THIRD;
            assertThat(assess(week, 25.0, null, null).trimester()).isEqualTo(expected);
        }
        assertThat(assess(null, 25.0, null, null).trimester()).isNull();
    }

    @ParameterizedTest(name = "{0} tablets in week {1}: {2} missing, {3} a week")
    @CsvSource({
        "30, 20, 60, 3",
        "31, 20, 59, 3",
        "29, 20, 61, 4",
        "89, 39, 1, 1",
        "90, 20, 0, 0",
        "91, 20, 0, 0",
        "0, 0, 90, 3",
        "60, 40, 30, ",
        "60, 45, 30, ",
        "60, , 30, "
    })
    void tabletsAreFiguresAndNoVerdict(int total, @Nullable Integer week, int missing, @Nullable Integer weekly) {
        PregnancyFinding finding = assess(week, null, null, total);

        assertThat(finding.ironTablets()).isEqualTo(new IronTablets(total, 90, missing, weekly));
        assertThat(finding.flags()).isEmpty();
    }

    @Test
    void nobodyIsWellBySilence() {
        PregnancyFinding finding = assess(20, null, null, 90);

        assertThat(finding.chronicEnergyDeficiencyRisk()).isNull();
        assertThat(finding.anaemia()).isNull();
    }

    @Test
    void reasonsAreWordsWithTheFiguresOfTheLanguage() {
        PregnancyFinding finding = assess(20, 23.45, 6.5, null);

        assertThat(PregnancyAnswer.of(finding, Languages.INDONESIAN).flags())
                .extracting(PregnancyAnswer.Flag::reason)
                .containsExactly(
                        "LILA 23,45 cm di bawah 23,5 cm: berisiko kurang energi kronis (KEK)",
                        "Hb 6,5 g/dL di bawah 7 g/dL: anemia berat, segera rujuk");
        assertThat(PregnancyAnswer.of(finding, Locale.ENGLISH).flags())
                .extracting(PregnancyAnswer.Flag::reason)
                .contains("Hb 6.5 g/dL is below 7 g/dL: severe anaemia, refer at once");
        assertThat(finding.ruleVersions()).contains("pregnancy.haemoglobin-1");
    }

    @Test
    void limitsOutOfOrderAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PregnancyPolicy.Haemoglobin(10, 11, 7));
    }

    private static PregnancyFinding assess(
            @Nullable Integer week, @Nullable Double armCm, @Nullable Double haemoglobin, @Nullable Integer tablets) {
        return PregnancyAssessment.assess(
                new PregnancyContent(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "36.04.20.2006",
                        LocalDate.of(2025, 8, 12),
                        week,
                        null,
                        armCm,
                        haemoglobin,
                        null,
                        null,
                        tablets,
                        "POSYANDU"),
                Policies.PREGNANCY);
    }
}
