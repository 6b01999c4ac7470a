package id.tumbuh.intervention.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When an entry is, in the time of Jakarta. */
public sealed interface Timing {
    LocalDate startsOn();

    /** The last day of it; null for one that goes on. */
    @Nullable
    LocalDate endsOn();

    /** The days it begins on, from the first day to the last, both counted. */
    List<LocalDate> beginnings(LocalDate first, LocalDate last);

    /** Whole days, the last included. */
    record Days(LocalDate startsOn, LocalDate endsOn) implements Timing {
        public Days {
            inOrder(startsOn, endsOn);
        }

        /** Also one that began before and is still on. */
        @Override
        public List<LocalDate> beginnings(LocalDate first, LocalDate last) {
            return endsOn.isBefore(first) || startsOn.isAfter(last) ? List.of() : List.of(startsOn);
        }
    }

    /** Some hours of one day. */
    record Hours(LocalDate startsOn, LocalTime from, LocalTime to) implements Timing {
        public Hours {
            inOrder(from, to);
        }

        @Override
        public LocalDate endsOn() {
            return startsOn;
        }

        @Override
        public List<LocalDate> beginnings(LocalDate first, LocalDate last) {
            return startsOn.isBefore(first) || startsOn.isAfter(last) ? List.of() : List.of(startsOn);
        }
    }

    /** The same hours on one day of every month. */
    record Monthly(LocalDate startsOn, @Nullable LocalDate endsOn, MonthlyPattern pattern, LocalTime from, LocalTime to)
            implements Timing {
        public Monthly {
            inOrder(from, to);
            if (endsOn != null) {
                inOrder(startsOn, endsOn);
            }
        }

        /** The first day it really is on; it may lie after the end, and then there is none. */
        LocalDate firstDay() {
            LocalDate first = pattern.dayIn(YearMonth.from(startsOn));
            return first.isBefore(startsOn)
                    ? pattern.dayIn(YearMonth.from(startsOn).plusMonths(1))
                    : first;
        }

        @Override
        public List<LocalDate> beginnings(LocalDate first, LocalDate last) {
            LocalDate from = first.isBefore(startsOn) ? startsOn : first;
            LocalDate to = endsOn != null && endsOn.isBefore(last) ? endsOn : last;
            return Stream.iterate(
                            YearMonth.from(from),
                            month -> !month.isAfter(YearMonth.from(to)),
                            month -> month.plusMonths(1))
                    .map(pattern::dayIn)
                    .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                    .toList();
        }
    }

    private static <T extends Comparable<? super T>> void inOrder(T first, T last) {
        if (last.compareTo(first) < 0) {
            throw new IllegalArgumentException("it ends before it begins");
        }
    }
}
