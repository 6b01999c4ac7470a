package id.tumbuh.reporting.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest(name = "{0} is from {1} to {2}, after {3} and a year after {4}")
    @CsvSource({
        "2026-Q1, 2026-01, 2026-03, 2025-Q4, 2025-Q1",
        "2026-Q4, 2026-10, 2026-12, 2026-Q3, 2025-Q4",
        "2026-S1, 2026-01, 2026-06, 2025-S2, 2025-S1",
        "2026-S2, 2026-07, 2026-12, 2026-S1, 2025-S2",
        "2026, 2026-01, 2026-12, 2025, 2025"
    })
    void aPeriodHasMonthsAndOthersBeforeIt(
            String code, YearMonth first, YearMonth last, String before, String yearBefore) {
        Period period = Period.of(code).orElseThrow();

        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        assertThat(period.code()).isEqualTo(code);
        assertThat(period.before().code()).isEqualTo(before);
        assertThat(period.yearBefore().code()).isEqualTo(yearBefore);
        assertThat(period.before().after()).isEqualTo(period);
        assertThat(period.contains(first)).isTrue();
        assertThat(period.contains(last)).isTrue();
        assertThat(period.contains(first.minusMonths(1))).isFalse();
        assertThat(period.contains(last.plusMonths(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2026-Q0", "2026-Q5", "2026-S3", "2026-s1", "26-S1", "2026-01", "2026-S1 ", "S1", "９９９９"})
    void anythingElseIsNone(String code) {
        assertThat(Period.of(code)).isEmpty();
    }

    @ParameterizedTest(name = "{0} lies in {1}")
    @CsvSource({"2026-01, 2026-S1", "2026-06, 2026-S1", "2026-07, 2026-S2", "2026-12, 2026-S2"})
    void eachMonthLiesInASemester(YearMonth month, String code) {
        assertThat(Period.semesterOf(month).code()).isEqualTo(code);
    }

    @Test
    void aRunningPeriodEndsWithThePresentMonth() {
        Period semester = Period.of("2026-S1").orElseThrow();

        assertThat(semester.monthsUpTo(YearMonth.of(2026, 3)))
                .containsExactly(YearMonth.of(2026, 1), YearMonth.of(2026, 2), YearMonth.of(2026, 3));
        assertThat(semester.monthsUpTo(YearMonth.of(2027, 3))).hasSize(6);
        assertThat(semester.monthsUpTo(YearMonth.of(2025, 12))).isEmpty();
        assertThat(semester.lastUpTo(YearMonth.of(2026, 3))).isEqualTo(YearMonth.of(2026, 3));
    }
}
