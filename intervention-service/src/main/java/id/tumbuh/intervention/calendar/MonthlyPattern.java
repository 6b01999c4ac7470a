package id.tumbuh.intervention.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which day of every month. Every month has one: neither a 31st nor a fifth Tuesday can be asked for. */
public sealed interface MonthlyPattern {
    Pattern ON_DAY = Pattern.compile("BYMONTHDAY=(\\d{1,2})");
    Pattern ON_WEEKDAY = Pattern.compile("BYDAY=([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU)");

    LocalDate dayIn(YearMonth month);

    /** The part of an RRULE of RFC 5545 that says the same. */
    String rule();

    static MonthlyPattern ofRule(String rule) {
        Matcher day = ON_DAY.matcher(rule);
        if (day.matches()) {
            return new OnDay(Integer.parseInt(day.group(1)));
        }
        Matcher weekday = ON_WEEKDAY.matcher(rule);
        if (weekday.matches()) {
            DayOfWeek wanted = Arrays.stream(DayOfWeek.values())
                    .filter(one -> one.name().startsWith(weekday.group(2)))
                    .findFirst()
                    .orElseThrow();
            return new OnWeekday(Integer.parseInt(weekday.group(1)), wanted);
        }
        throw new IllegalArgumentException("not a monthly pattern");
    }

    /** As the 10th. */
    record OnDay(int day) implements MonthlyPattern {
        static final int LAST = 28;

        public OnDay {
            if (day < 1 || day > LAST) {
                throw new IllegalArgumentException("not a day of every month");
            }
        }

        @Override
        public LocalDate dayIn(YearMonth month) {
            return month.atDay(day);
        }

        @Override
        public String rule() {
            return "BYMONTHDAY=" + day;
        }
    }

    /**
     * As the second Tuesday.
     *
     * @param nth 1 to 4, or -1 for the last
     */
    record OnWeekday(int nth, DayOfWeek weekday) implements MonthlyPattern {
        public OnWeekday {
            if (nth != -1 && (nth < 1 || nth > 4)) {
                throw new IllegalArgumentException("not a weekday of every month");
            }
        }

        @Override
        public LocalDate dayIn(YearMonth month) {
            return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
        }

        @Override
        public String rule() {
            return "BYDAY=" + nth + weekday.name().substring(0, 2);
        }
    }
}
