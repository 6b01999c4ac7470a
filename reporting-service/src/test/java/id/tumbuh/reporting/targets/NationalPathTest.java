package id.tumbuh.reporting.targets;

import static org.assertj.core.api.Assertions.assertThat;

import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.reporting.statement.Source;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The path as the rules of the database give it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class NationalPathTest {
    private static final Source DECREE = new Source("Bupati", "RPJMD", null, null);

    @Inject
    NationalPath national;

    @Test
    void theYearsBetweenTwoGivenOnesAreInterpolatedAndMarked() {
        List<NationalPath.Point> path = national.on(LocalDate.of(2026, 1, 1));

        assertThat(path)
                .extracting(point ->
                        point.year() + " " + point.percent().toPlainString() + (point.interpolated() ? " ~" : ""))
                .containsExactly(
                        "2020 24.1",
                        "2021 21.1",
                        "2022 18.4",
                        "2023 16",
                        "2024 14",
                        "2025 18.8",
                        "2026 17.65 ~",
                        "2027 16.50 ~",
                        "2028 15.35 ~",
                        "2029 14.2");
        assertThat(path).allMatch(point -> point.source().startsWith("RPJMN"));
    }

    @Test
    void anOwnTargetAheadGoesBeforeTheNationalOne() {
        List<AreaTarget> own = List.of(target(2023, "18"), target(2024, "14"));
        List<NationalPath.Point> path = national.on(LocalDate.of(2026, 1, 1));

        assertThat(Goal.from(2024, own, path)).contains(new Goal(2024, new BigDecimal("14"), true));
        assertThat(Goal.from(2025, own, path)).contains(new Goal(2029, new BigDecimal("14.2"), false));
        assertThat(Goal.from(2029, own, path)).contains(new Goal(2029, new BigDecimal("14.2"), false));
        assertThat(Goal.from(2030, own, path)).isEmpty();
    }

    @Test
    void theWayIsSharedAmongTheYearsLeft() {
        Goal goal = new Goal(2024, new BigDecimal("14"), true);

        assertThat(goal.pointsAYear(new BigDecimal("26.4"), 2022)).isEqualByComparingTo("6.20");
        assertThat(goal.pointsAYear(new BigDecimal("26.4"), 2023)).isEqualByComparingTo("12.40");
        assertThat(goal.pointsAYear(new BigDecimal("26.4"), 2024))
                .as("all in the last year")
                .isEqualByComparingTo("12.40");
        assertThat(goal.pointsAYear(new BigDecimal("14"), 2022)).isEqualByComparingTo("0");
        assertThat(goal.pointsAYear(new BigDecimal("9"), 2022)).isEqualByComparingTo("0");
    }

    @Test
    void childrenTooManyAreThoseAboveWhatTheTargetAllows() {
        Goal goal = new Goal(2029, new BigDecimal("14.2"), false);

        assertThat(goal.tooManyBySurvey(new BigDecimal("26.4"), 128_185)).isEqualTo(15_639);
        assertThat(goal.tooManyBySurvey(new BigDecimal("14.2"), 128_185)).isZero();
        assertThat(goal.tooManyBySurvey(null, 128_185)).isNull();
        assertThat(goal.tooMany(142, 1000)).as("just as many as allowed").isZero();
        assertThat(goal.tooMany(143, 1000)).isEqualTo(1);
        assertThat(goal.tooMany(2, 9)).as("14.2 per cent of nine is one child").isEqualTo(1);
    }

    private static AreaTarget target(int year, String percent) {
        return new AreaTarget("82.01", TargetPath.INDICATOR, year, 1, new BigDecimal(percent), DECREE);
    }
}
