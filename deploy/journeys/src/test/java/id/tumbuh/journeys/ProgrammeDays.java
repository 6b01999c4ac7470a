package id.tumbuh.journeys;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The days of a programme whose third month is the present one: weighed on the same day of four months, helped from a week after the first
 * weighing on for 90 days, which are not over yet.
 *
 * @param weighings the baseline, and one in each month of help
 */
record ProgrammeDays(LocalDate today, List<LocalDate> weighings) {
    private static final int MONTHS = 3;
    private static final int LAST_DAY_OF_ALL_MONTHS = 28;
    static final int PROMISED_DAYS = 90;

    ProgrammeDays {
        weighings = List.copyOf(weighings);
    }

    static ProgrammeDays upTo(LocalDate today) {
        int day = Math.min(today.getDayOfMonth(), LAST_DAY_OF_ALL_MONTHS);
        return new ProgrammeDays(
                today,
                IntStream.rangeClosed(-MONTHS, 0)
                        .mapToObj(
                                month -> YearMonth.from(today).plusMonths(month).atDay(day))
                        .toList());
    }

    static ProgrammeDays now() {
        return upTo(LocalDate.now(ZoneId.of("Asia/Jakarta")));
    }

    int months() {
        return weighings.size() - 1;
    }

    LocalDate weighing(int month) {
        return weighings.get(month);
    }

    YearMonth month(int month) {
        return YearMonth.from(weighing(month));
    }

    LocalDate helpBegins() {
        return weighing(0).plusDays(7);
    }
}
