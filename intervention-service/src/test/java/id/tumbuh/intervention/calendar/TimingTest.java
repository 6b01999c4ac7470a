package id.tumbuh.intervention.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.tumbuh.intervention.calendar.MonthlyPattern.OnDay;
import id.tumbuh.intervention.calendar.MonthlyPattern.OnWeekday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingTest {
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime ELEVEN = LocalTime.of(11, 0);

    @Test
    void aMonthlyDayIsOnWithinItsTimeOnly() {
        var monthly =
                new Timing.Monthly(LocalDate.of(2026, 1, 10), LocalDate.of(2026, 4, 9), new OnDay(10), EIGHT, ELEVEN);

        assertThat(monthly.beginnings(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 1, 1)))
                .containsExactly(LocalDate.of(2026, 1, 10), LocalDate.of(2026, 2, 10), LocalDate.of(2026, 3, 10));
        assertThat(monthly.beginnings(LocalDate.of(2026, 1, 11), LocalDate.of(2026, 2, 10)))
                .containsExactly(LocalDate.of(2026, 2, 10));
        assertThat(monthly.beginnings(LocalDate.of(2026, 1, 11), LocalDate.of(2026, 2, 9)))
                .isEmpty();
    }

    @Test
    void theFirstDayOfAMonthlyIsTheFirstItIsReallyOn() {
        assertThat(monthly(10, new OnDay(10)).firstDay()).isEqualTo(LocalDate.of(2026, 1, 10));
        assertThat(monthly(11, new OnDay(10)).firstDay()).isEqualTo(LocalDate.of(2026, 2, 10));
    }

    @Test
    void weekdaysAreCountedFromEitherEnd() {
        YearMonth november = YearMonth.of(2026, 11);

        assertThat(new OnWeekday(1, DayOfWeek.TUESDAY).dayIn(november)).isEqualTo(LocalDate.of(2026, 11, 3));
        assertThat(new OnWeekday(4, DayOfWeek.TUESDAY).dayIn(november)).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(new OnWeekday(-1, DayOfWeek.MONDAY).dayIn(november)).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void aPatternIsReadBackFromItsRule() {
        for (DayOfWeek weekday : DayOfWeek.values()) {
            var last = new OnWeekday(-1, weekday);
            assertThat(MonthlyPattern.ofRule(last.rule())).isEqualTo(last);
        }
        assertThat(MonthlyPattern.ofRule(new OnDay(28).rule())).isEqualTo(new OnDay(28));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 29, -1})
    void noDayIsTakenThatSomeMonthLacks(int day) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OnDay(day));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, -2})
    void noWeekdayIsTakenThatSomeMonthLacks(int nth) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OnWeekday(nth, DayOfWeek.MONDAY));
    }

    @Test
    void wholeDaysAreOnWhileAnyOfThemIsAskedFor() {
        var days = new Timing.Days(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28));

        assertThat(days.beginnings(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 1)))
                .containsExactly(LocalDate.of(2026, 2, 1));
        assertThat(days.beginnings(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2)))
                .isEmpty();
        assertThat(days.beginnings(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Posyandu 0812 3456 7890", "NIK 3604012345678901", "", " ", "a\nb", "(0254) 123-4567"})
    void aTitleHasNoRoomForANumberOfAPerson(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarEntry.Title(text, "fine"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Posyandu Melati 2", "Rembuk stunting 2026", "Audit 2026-2: seleksi", "RW 03 / RT 12"})
    void aTitleMayCountAndDate(String text) {
        assertThat(new CalendarEntry.Title(text, text).indonesian()).isEqualTo(text);
    }

    private static Timing.Monthly monthly(int start, MonthlyPattern pattern) {
        return new Timing.Monthly(LocalDate.of(2026, 1, start), null, pattern, EIGHT, ELEVEN);
    }
}
