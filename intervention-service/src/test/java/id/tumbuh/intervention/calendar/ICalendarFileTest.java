package id.tumbuh.intervention.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import id.tumbuh.intervention.calendar.MonthlyPattern.OnDay;
import id.tumbuh.intervention.calendar.MonthlyPattern.OnWeekday;
import id.tumbuh.platform.access.AreaCode;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read back by two libraries that know nothing of each other. */
@SuppressWarnings("JavaUtilDate") // biweekly knows no other
class ICalendarFileTest {
    private static final Instant CHANGED = Instant.parse("2026-11-20T03:04:05Z");
    private static final TimeZone JAKARTA = TimeZone.getTimeZone("Asia/Jakarta");
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime ELEVEN = LocalTime.of(11, 30);

    static List<Timing.Monthly> monthly() {
        List<Timing.Monthly> all = new ArrayList<>();
        for (LocalDate end : new LocalDate[] {LocalDate.of(2026, 12, 10), LocalDate.of(2027, 12, 9)}) {
            for (MonthlyPattern pattern : List.of(
                    new OnDay(1),
                    new OnDay(10),
                    new OnDay(28),
                    new OnWeekday(1, DayOfWeek.SUNDAY),
                    new OnWeekday(4, DayOfWeek.FRIDAY),
                    new OnWeekday(-1, DayOfWeek.WEDNESDAY))) {
                all.add(new Timing.Monthly(LocalDate.of(2025, 12, 10), end, pattern, EIGHT, ELEVEN));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("monthly")
    void anotherLibraryFindsTheSameDaysAsWe(Timing.Monthly timing) {
        VEvent event = read(listed(timing, false, 0));
        List<Instant> found = new ArrayList<>();
        DateIterator dates = event.getDateIterator(JAKARTA);
        while (dates.hasNext()) {
            found.add(dates.next().toInstant());
        }

        assertThat(found)
                .hasSizeGreaterThan(10)
                .isEqualTo(timing.beginnings(LocalDate.of(2025, 1, 1), LocalDate.of(2028, 1, 1)).stream()
                        .map(day -> day.atTime(EIGHT).atZone(CalendarRules.ZONE).toInstant())
                        .toList());
    }

    @Test
    void wholeDaysEndOnTheDayAfterAsTheStandardCounts() {
        VEvent event = read(listed(new Timing.Days(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)), false, 3));

        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(event.getDateStart().getValue().getRawComponents().toString(false, false))
                .isEqualTo("20260201");
        assertThat(event.getDateEnd().getValue().getRawComponents().toString(false, false))
                .isEqualTo("20260301");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getStatus().isConfirmed()).isTrue();
    }

    @Test
    void hoursAreThoseOfJakartaWhereverTheyAreRead() {
        VEvent event = read(listed(new Timing.Hours(LocalDate.of(2026, 12, 1), EIGHT, ELEVEN), false, 0));

        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2026-12-01T01:00:00Z"));
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2026-12-01T04:30:00Z"));
        assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(CHANGED);
        assertThat(event.getLastModified().getValue().toInstant()).isEqualTo(CHANGED);
    }

    @Test
    void whatWasTakenAwayIsCancelled() {
        VEvent event = read(listed(new Timing.Hours(LocalDate.of(2026, 12, 1), EIGHT, ELEVEN), true, 2));

        assertThat(event.getStatus().isCancelled()).isTrue();
        assertThat(event.getSequence().getValue()).isEqualTo(2);
    }

    @Test
    void bothLibrariesFindNothingWrong() throws Exception {
        String text = text(
                listed(new Timing.Days(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)), false, 0),
                listed(monthly().getFirst(), false, 0));

        assertThat(new CalendarBuilder()
                        .build(new StringReader(text))
                        .validate(true)
                        .hasErrors())
                .isFalse();
        assertThat(Biweekly.parse(text).first().validate(ICalVersion.V2_0)).isEmpty();
    }

    @Test
    void linesAreFoldedAndEndedAsTheStandardAsks() {
        String text = text(listed(new Timing.Hours(LocalDate.of(2026, 12, 1), EIGHT, ELEVEN), false, 0));

        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75))
                .anySatisfy(line -> assertThat(line).startsWith(" "));
    }

    @Test
    void theZoneIsDescribedWhereTimesAreGivenAndOnlyThere() {
        String hours = text(listed(new Timing.Hours(LocalDate.of(2026, 12, 1), EIGHT, ELEVEN), false, 0));
        String days = text(listed(new Timing.Days(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)), false, 0));

        assertThat(hours).contains("BEGIN:VTIMEZONE", "TZID:Asia/Jakarta", "DTSTART;TZID=Asia/Jakarta:20261201T080000");
        assertThat(days).doesNotContain("VTIMEZONE");
    }

    @Test
    void theSameEntriesAreTheSameBytes() {
        Listed listed = listed(new Timing.Hours(LocalDate.of(2026, 12, 1), EIGHT, ELEVEN), false, 0);

        assertThat(text(listed)).isEqualTo(text(listed));
    }

    @Test
    void aTitleWithCommasAndSemicolonsSurvives() {
        VEvent event = read(listed(new Timing.Hours(LocalDate.of(2026, 12, 1), EIGHT, ELEVEN), false, 0));

        assertThat(event.getSummary().getValue()).isEqualTo(TITLE.indonesian());
    }

    /** Begins and ends between two of its days. */
    @Test
    void aScheduleWithoutAnyDayIsLeftOut() {
        var none =
                new Timing.Monthly(LocalDate.of(2026, 1, 11), LocalDate.of(2026, 2, 9), new OnDay(10), EIGHT, ELEVEN);

        assertThat(text(listed(none, false, 0))).doesNotContain("VEVENT");
    }

    private static final CalendarEntry.Title TITLE = new CalendarEntry.Title(
            "Hari posyandu: Posyandu Melati 2; Balai Warga RW 03, sebelah masjid – buka pagi sampai siang",
            "Weighing day: Posyandu Melati 2");

    private static Listed listed(Timing timing, boolean cancelled, int sequence) {
        return new Listed(
                new UUID(1, 2),
                new CalendarEntry(
                        new CalendarEntry.Source("test", "1"),
                        CalendarKind.WEIGHING,
                        new AreaCode("36.72.01.1001"),
                        TITLE,
                        timing),
                cancelled,
                sequence,
                CHANGED);
    }

    private static String text(Listed... entries) {
        return ICalendarFile.of(
                new ICalendarFile.Heading("Tumbuh 36.72", Locale.of("id"), Duration.ofHours(6)), List.of(entries));
    }

    private static VEvent read(Listed listed) {
        ICalendar calendar = Biweekly.parse(text(listed)).first();
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().getFirst();
    }
}
