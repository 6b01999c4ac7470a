package id.tumbuh.reporting.couple;

import id.tumbuh.reporting.monthly.Days;
import id.tumbuh.reporting.monthly.MonthCounters;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * From when until when a couple planned to marry, was in the care of a team and had been checked; and what that adds to the counters.
 *
 * @param checked from the day of each check on
 */
record CoupleHistory(String area, Days planned, List<Days> cared, List<Days> checked) {
    CoupleHistory {
        cared = List.copyOf(cared);
        checked = List.copyOf(checked);
    }

    /** Adds what this history contributes, or with -1 takes it out. */
    void count(MonthCounters counters, int direction) {
        Set<YearMonth> months = new TreeSet<>();
        Stream.of(List.of(planned), cared, checked).flatMap(List::stream).forEach(days -> days.addMonthsTo(months));
        Set<String> before = Set.of();
        for (YearMonth month : months) {
            Set<String> now = at(month);
            before.forEach(measure -> counters.add(area, measure, month, -direction));
            now.forEach(measure -> counters.add(area, measure, month, direction));
            before = now;
        }
    }

    private Set<String> at(YearMonth month) {
        if (!planned.holdAtEndOf(month)) {
            return Set.of();
        }
        Set<String> measures = new HashSet<>(Set.of("couples.planned"));
        if (cared.stream().anyMatch(days -> days.holdAtEndOf(month))) {
            measures.add("couples.companioned");
        }
        if (checked.stream().anyMatch(days -> days.holdAtEndOf(month))) {
            measures.add("couples.checked");
        }
        return measures;
    }
}
