package id.tumbuh.reporting.indicator;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A quarter ({@code 2026-Q1}), a semester ({@code 2026-S1}) or a year ({@code 2026}).
 *
 * @param length in months
 */
public record Period(YearMonth first, int length) {
    private static final Pattern FORM = Pattern.compile("([12]\\d{3})(?:-(Q[1-4]|S[12]))?");
    private static final int QUARTER = 3;
    private static final int SEMESTER = 6;
    private static final int YEAR = 12;

    /** Empty when the text names none. */
    public static Optional<Period> of(String code) {
        Matcher form = FORM.matcher(code);
        if (!form.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(form.group(1));
        String part = form.group(2);
        if (part == null) {
            return Optional.of(new Period(YearMonth.of(year, 1), YEAR));
        }
        int length = part.charAt(0) == 'Q' ? QUARTER : SEMESTER;
        int place = part.charAt(1) - '1';
        return Optional.of(new Period(YearMonth.of(year, 1 + place * length), length));
    }

    /** As it is asked for. */
    public String code() {
        int place = 1 + (first.getMonthValue() - 1) / length;
        return switch (length) {
            case QUARTER -> first.getYear() + "-Q" + place;
            case SEMESTER -> first.getYear() + "-S" + place;
            default -> Integer.toString(first.getYear());
        };
    }

    public YearMonth last() {
        return first.plusMonths(length - 1L);
    }

    public boolean isSemester() {
        return length == SEMESTER;
    }

    public boolean isYear() {
        return length == YEAR;
    }

    /** As long a one, right before it. */
    public Period before() {
        return new Period(first.minusMonths(length), length);
    }

    public Period yearBefore() {
        return new Period(first.minusYears(1), length);
    }

    /** As long a one, right after it. */
    public Period after() {
        return new Period(first.plusMonths(length), length);
    }

    /** The one of this length that the month lies in. */
    public static Period semesterOf(YearMonth month) {
        int place = (month.getMonthValue() - 1) / SEMESTER;
        return new Period(YearMonth.of(month.getYear(), 1 + place * SEMESTER), SEMESTER);
    }

    /** The year that the month lies in. */
    public static Period yearOf(YearMonth month) {
        return new Period(YearMonth.of(month.getYear(), 1), YEAR);
    }

    public boolean contains(YearMonth month) {
        return !month.isBefore(first) && !month.isAfter(last());
    }

    /** Its last month, or the one given if the period is not over then. */
    YearMonth lastUpTo(YearMonth present) {
        return present.isBefore(last()) ? present : last();
    }

    /** Its months up to the one given, in order. */
    List<YearMonth> monthsUpTo(YearMonth present) {
        return Stream.iterate(first, month -> !month.isAfter(lastUpTo(present)), month -> month.plusMonths(1))
                .toList();
    }
}
