package id.tumbuh.reporting.monthly;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From a day on until another, on which it is over.
 *
 * @param until null while it goes on
 */
public record Days(LocalDate from, @Nullable LocalDate until) {
    public boolean holdAtEndOf(YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        return !from.isAfter(last) && (until == null || until.isAfter(last));
    }

    /** The months in which what holds at their end may change. */
    public void addMonthsTo(Set<YearMonth> months) {
        months.add(YearMonth.from(from));
        if (until != null) {
            months.add(YearMonth.from(until));
        }
    }
}
