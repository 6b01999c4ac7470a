package id.tumbuh.reporting.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationTest {
    private static final Reconciliation KOTA_SERANG = new Reconciliation(0.5668, 0.041, 0.223);
    private static final Reconciliation BELITUNG = new Reconciliation(0.45, 0.066, 0.198);
    private static final Limits TWICE = Limits.around(0.223, 2, 2);

    @Test
    void kotaSerangInJune2024LiesBetween2Point3And45Point6AndNeeds46AmongTheUnmeasured() {
        assertThat(percent(KOTA_SERANG.lowest(), 1)).isEqualTo("2.3");
        assertThat(percent(KOTA_SERANG.highest(), 1)).isEqualTo("45.6");
        assertThat(percent(KOTA_SERANG.requiredAmongUnmeasured().orElseThrow(), 0))
                .isEqualTo("46");
        assertThat(KOTA_SERANG.explanation(TWICE)).isEqualTo(Explanation.COVERAGE_ALONE_NOT_CREDIBLE);
    }

    @Test
    void belitungIn2022Needs30Point6AmongTheUnmeasured() {
        assertThat(percent(BELITUNG.requiredAmongUnmeasured().orElseThrow(), 1)).isEqualTo("30.6");
        assertThat(BELITUNG.requiredRatio().orElseThrow()).isCloseTo(4.636, within(0.001));
    }

    @Test
    void kabupatenSerangFound16PercentOf33841Children() {
        assertThat(Reconciliation.expected(0.264, 128_185)).isEqualTo(33_841);
        assertThat(new Numbers(Locale.ENGLISH).roughly(5_408 / (0.264 * 128_185)))
                .isEqualTo("16%");
    }

    @ParameterizedTest(name = "{0} with a deviation of {1} is a mean of {2} SD")
    @CsvSource({"0.042, 1.0, -0.27", "0.264, 1.2, -1.24", "0.14, 1.15, -0.76", "0.5, 1.0, -2.00"})
    void aPrevalenceImpliesAMean(double prevalence, double deviation, String mean) {
        double implied = Reconciliation.impliedMean(prevalence, -2, deviation).orElseThrow();

        assertThat(BigDecimal.valueOf(implied).setScale(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo(mean);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void noCurveFitsNobodyAndEverybody(double prevalence) {
        assertThat(Reconciliation.impliedMean(prevalence, -2, 1)).isEmpty();
    }

    @ParameterizedTest(name = "{0} measured, {1} routine, {2} survey: {3}")
    @CsvSource({
        // just twice as often among the unmeasured, and just more
        "0.5, 0.10, 0.15, COVERAGE_CAN",
        "0.5, 0.10, 0.1501, COVERAGE_ALONE_NOT_CREDIBLE",
        // two points apart agree, more does not
        "0.5, 0.20, 0.22, AGREE",
        "0.5, 0.22, 0.20, AGREE",
        "0.9, 0.20, 0.2201, COVERAGE_ALONE_NOT_CREDIBLE",
        // every unmeasured child, and more than every one
        "0.75, 0.20, 0.40, COVERAGE_ALONE_NOT_CREDIBLE",
        "0.75, 0.20, 0.4001, OUTSIDE_BOUNDS",
        // none of them, and fewer than none
        "0.75, 0.40, 0.30, COVERAGE_CAN",
        "0.75, 0.40, 0.2999, OUTSIDE_BOUNDS",
        "1, 0.10, 0.30, ALL_MEASURED",
        "1, 0.29, 0.30, AGREE",
        // nobody stunted among those measured: no multiple of nothing is believable
        "0.5, 0, 0.10, COVERAGE_ALONE_NOT_CREDIBLE"
    })
    void theExplanationFollowsTheLimits(double measured, double routine, double survey, Explanation explanation) {
        assertThat(new Reconciliation(measured, routine, survey).explanation(Limits.around(survey, 2, 2)))
                .isEqualTo(explanation);
    }

    @ParameterizedTest(name = "a routine figure of {0} agrees with 10 to 20 per cent: {1}")
    @CsvSource({"0.0999, false", "0.10, true", "0.20, true", "0.2001, false"})
    void theSurveysOwnIntervalSaysWhatAgrees(double routine, boolean agrees) {
        assertThat(new Limits(2, 0.10, 0.20).agree(routine, 0.15)).isEqualTo(agrees);
    }

    @Test
    void everybodyMeasuredLeavesNothingToRequire() {
        Reconciliation all = new Reconciliation(1, 0.1, 0.3);

        assertThat(all.requiredAmongUnmeasured()).isEmpty();
        assertThat(all.requiredRatio()).isEmpty();
        assertThat(all.highest()).isEqualTo(all.lowest());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.0001, 1.0001, Double.NaN})
    void whatIsNoShareIsRefused(double share) {
        assertThatThrownBy(() -> new Reconciliation(share, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reconciliation(0, share, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reconciliation(0, 0, share)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String percent(double share, int decimals) {
        return BigDecimal.valueOf(share * 100)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
