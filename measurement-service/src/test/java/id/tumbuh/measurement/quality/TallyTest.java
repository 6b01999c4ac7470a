package id.tumbuh.measurement.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tumbuh.measurement.Contracts;
import id.tumbuh.measurement.growth.Position;
import id.tumbuh.measurement.growth.Stunting;
import id.tumbuh.measurement.quality.QualityEvent.Indicator;
import id.tumbuh.platform.http.Languages;
import id.tumbuh.platform.messaging.Announcement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    private static final QualityPolicy POLICY = policy();

    /** A boring measurement, of which the tests change one thing. */
    private record Example(
            double kg,
            double cm,
            @Nullable Position position,
            double z,
            boolean implausible,
            @Nullable Stunting stunting,
            boolean standingAge,
            double kgBefore,
            double cmBefore) {

        static Example ordinary(int number) {
            return new Example(
                    8.1 + number % 4 * 0.1,
                    72.1 + number % 4 * 0.1,
                    Position.LYING,
                    -1 + number % 5 * 0.6,
                    false,
                    Stunting.NORMAL,
                    false,
                    Double.NaN,
                    Double.NaN);
        }

        Example cm(double value) {
            return new Example(kg, value, position, z, implausible, stunting, standingAge, kgBefore, cmBefore);
        }

        Example kg(double value) {
            return new Example(value, cm, position, z, implausible, stunting, standingAge, kgBefore, cmBefore);
        }

        Example position(@Nullable Position value, boolean age) {
            return new Example(kg, cm, value, z, implausible, stunting, age, kgBefore, cmBefore);
        }

        Example z(double value) {
            return new Example(kg, cm, position, value, implausible, stunting, standingAge, kgBefore, cmBefore);
        }

        Example flagged() {
            return new Example(kg, cm, position, z, true, null, standingAge, kgBefore, cmBefore);
        }

        Example says(Stunting value) {
            return new Example(kg, cm, position, z, implausible, value, standingAge, kgBefore, cmBefore);
        }

        Example after(double kilograms, double centimetres) {
            return new Example(kg, cm, position, z, implausible, stunting, standingAge, kilograms, centimetres);
        }

        Taken taken() {
            return new Taken(
                    kg, cm, position, z, implausible, stunting, standingAge, new Taken.Before(kgBefore, cmBefore));
        }
    }

    @ParameterizedTest
    @CsvSource({"200, 1, GOOD", "200, 2, ATTENTION", "200, 3, POOR", "19, 19, TOO_FEW", "20, 0, GOOD", "20, 1, POOR"})
    void implausibleOverOneInAHundredIsPoor(int measured, int flagged, Verdict verdict) {
        Reading reading = reading(Sign.IMPLAUSIBLE, measured, flagged, Example::flagged);

        assertThat(reading.numerator()).isEqualTo(flagged);
        assertThat(reading.denominator()).isEqualTo(measured);
        assertThat(reading.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"72.0, 1", "72.5, 1", "72.4, 0", "72.6, 0", "72.05, 0", "72.50, 1"})
    void heightsThatEndInAHalfAreRounded(double cm, int rounded) {
        assertThat(reading(Sign.ROUNDED_HEIGHTS, 20, 1, one -> one.cm(cm)).numerator())
                .isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"7, GOOD", "8, ATTENTION", "10, ATTENTION", "11, POOR"})
    void roundedWeightsAreASign(int rounded, Verdict verdict) {
        assertThat(reading(Sign.ROUNDED_WEIGHTS, 20, rounded, one -> one.kg(8.5))
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void onlyWeightAndHeightBothAsBeforeAreARepetition() {
        Example ordinary = Example.ordinary(0);
        assertThat(reading(Sign.REPEATS, 20, 1, one -> one.after(ordinary.kg(), ordinary.cm()))
                        .numerator())
                .isEqualTo(1);
        assertThat(reading(Sign.REPEATS, 20, 1, one -> one.after(ordinary.kg(), 70))
                        .numerator())
                .isZero();
        assertThat(reading(Sign.REPEATS, 20, 1, one -> one.after(7, ordinary.cm()))
                        .numerator())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"73.1, 0", "73.2, 1", "72.1, 0", "71.0, 0"})
    void childShrinksWhenItLosesMoreThanACentimetre(double before, int shrunk) {
        assertThat(reading(Sign.SHRUNK, 20, 1, one -> one.after(8, before)).numerator())
                .isEqualTo(shrunk);
    }

    @Test
    void positionIsAgainstTheAgeInBothDirectionsAndUnknownSaysNothing() {
        assertThat(reading(Sign.POSITION_AGAINST_AGE, 20, 1, one -> one.position(Position.STANDING, false))
                        .numerator())
                .isEqualTo(1);
        assertThat(reading(Sign.POSITION_AGAINST_AGE, 20, 1, one -> one.position(Position.LYING, true))
                        .numerator())
                .isEqualTo(1);
        assertThat(reading(Sign.POSITION_AGAINST_AGE, 20, 1, one -> one.position(Position.STANDING, true))
                        .numerator())
                .isZero();
        assertThat(reading(Sign.POSITION_AGAINST_AGE, 20, 1, one -> one.position(null, true))
                        .denominator())
                .isEqualTo(19);
    }

    @ParameterizedTest
    @CsvSource({"39, 0, TOO_FEW", "40, 0, ATTENTION", "40, 1, GOOD"})
    void nobodyStuntedAmongManyIsASign(int measured, int cases, Verdict verdict) {
        assertThat(reading(Sign.NO_CASE, measured, cases, one -> one.says(Stunting.STUNTED))
                        .verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"0.68, ATTENTION", "0.72, GOOD", "1.18, GOOD", "1.22, ATTENTION", "1.28, ATTENTION", "1.32, POOR"})
    void spreadIsASignWhenItIsWideAndWhenItIsNarrow(double deviation, Verdict verdict) {
        Tally tally = new Tally(POLICY);
        // as many at +s as at -s: the standard deviation is s times the root of n / (n - 1)
        double half = deviation * Math.sqrt(99 / 100.0);
        for (int number = 0; number < 100; number++) {
            tally.add(Example.ordinary(number)
                    .z(-1 + (number % 2 == 0 ? half : -half))
                    .taken());
        }
        Reading spread = reading(Sign.SPREAD, tally);

        assertThat(spread.value()).isCloseTo(deviation, within(1e-9));
        assertThat(spread.verdict()).isEqualTo(verdict);
    }

    @Test
    void worstSignIsTheVerdictAndItsReasonIsToldInWords() {
        Reading rounded = reading(Sign.ROUNDED_HEIGHTS, 40, 25, one -> one.cm(72.5));

        assertThat(Reason.of(rounded, Languages.INDONESIAN))
                .isEqualTo("Tinggi badan berakhir ,0 atau ,5: 25 dari 40 (62,5%)");
        assertThat(Reason.of(rounded, Locale.ENGLISH)).isEqualTo("Heights ending in .0 or .5: 25 of 40 (62.5%)");
        assertThat(tally(40, 25, one -> one.cm(72.5)).verdict()).isEqualTo(Verdict.POOR);
        assertThat(tally(40, 1, one -> one.says(Stunting.STUNTED)).verdict()).isEqualTo(Verdict.GOOD);
        assertThat(tally(3, 0, one -> one).verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(new Tally(POLICY).verdict()).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void measuringQualityAssessed() {
        Tally tally = new Tally(POLICY);
        for (int number = 0; number < 40; number++) {
            tally.add(Example.ordinary(number)
                    .cm(72.5)
                    .kg(number % 5 == 0 ? 8.5 : 8.2)
                    .z(number % 10 < 5 ? -1.0 + 0.7 * (number % 5 - 2) : -1.0 + 0.6 * (number % 5 - 2))
                    .taken());
        }
        QualityEvent event = new QualityEvent(
                UUID.fromString("0198c1a0-0000-7000-8000-000000000003"),
                "2025-08",
                2,
                "36.04.20.2006",
                POLICY.months(),
                tally.measured(),
                tally.verdict(),
                tally.readings().stream().map(Indicator::of).toList(),
                "quality-1");
        Announcement announcement = Announcement.of(event, JsonMapper.builder().build());

        assertThat(announcement.type()).isEqualTo("id.tumbuh.measurement.measuring-quality-assessed.v1");
        Contracts.assertProduces("measuring-quality-assessed", announcement.body());
    }

    private static Reading reading(Sign sign, int measured, int changed, UnaryOperator<Example> change) {
        return reading(sign, tally(measured, changed, change));
    }

    private static Reading reading(Sign sign, Tally tally) {
        return tally.readings().stream()
                .filter(reading -> reading.sign() == sign)
                .findFirst()
                .orElseThrow();
    }

    private static Tally tally(int measured, int changed, UnaryOperator<Example> change) {
        Tally tally = new Tally(POLICY);
        for (int number = 0; number < measured; number++) {
            Example ordinary = Example.ordinary(number);
            tally.add((number < changed ? change.apply(ordinary) : ordinary).taken());
        }
        return tally;
    }

    private static QualityPolicy policy() {
        try (var migration = TallyTest.class.getResourceAsStream("/db/migration/V1009__measuring_quality.sql")) {
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            String json = sql.substring(sql.indexOf("'{") + 1, sql.indexOf("}'") + 1);
            return QualityPolicy.of(1, JsonMapper.builder().build().readTree(json));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
