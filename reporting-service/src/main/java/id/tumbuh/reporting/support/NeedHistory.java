package id.tumbuh.reporting.support;

import id.tumbuh.reporting.monthly.Days;
import id.tumbuh.reporting.monthly.MonthCounters;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** From when until when somebody needed help, and had it promised; and what that adds to the counters. */
record NeedHistory(String area, Days open, List<Days> sponsored) {
    NeedHistory {
        sponsored = List.copyOf(sponsored);
    }

    /** Adds what this history contributes, or with -1 takes it out. */
    void count(MonthCounters counters, int direction) {
        Set<YearMonth> months = new TreeSet<>();
        open.addMonthsTo(months);
        sponsored.forEach(days -> days.addMonthsTo(months));
        Set<String> before = Set.of();
        for (YearMonth month : months) {
            Set<String> now = at(month);
            before.forEach(measure -> counters.add(area, measure, month, -direction));
            now.forEach(measure -> counters.add(area, measure, month, direction));
            before = now;
        }
    }

    private Set<String> at(YearMonth month) {
        if (!open.holdAtEndOf(month)) {
            return Set.of();
        }
        boolean held = sponsored.stream().anyMatch(days -> days.holdAtEndOf(month));
        return Set.of("needs.open", held ? "needs.with-sponsor" : "needs.without-sponsor");
    }
}
