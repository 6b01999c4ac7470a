package id.tumbuh.reporting.caseaudit;

import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.monthly.MonthCounters;
import id.tumbuh.reporting.monthly.MonthCounters.Months;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a case reached its stages, and what that adds to the counters: it counts from the month it was selected in for twelve months, as
 * evaluated from the month of its evaluation, and no longer from the month it was withdrawn in.
 */
record CaseHistory(String area, Map<String, LocalDate> reached) {
    private static final int MONTHS = 12;
    private static final Set<String> SELECTED =
            Set.of("SELECTED", "WORKSHEET", "REVIEWED", "RECOMMENDED", "DISSEMINATED", "FOLLOW_UP", "EVALUATED");

    CaseHistory {
        reached = Map.copyOf(reached);
    }

    void count(MonthCounters counters, int direction) {
        Optional<YearMonth> selected = reached.entrySet().stream()
                .filter(step -> SELECTED.contains(step.getKey()))
                .map(step -> YearMonth.from(step.getValue()))
                .min(YearMonth::compareTo);
        if (selected.isEmpty()) {
            return;
        }
        YearMonth over = month("WITHDRAWN")
                .filter(withdrawn -> withdrawn.isBefore(selected.get().plusMonths(MONTHS)))
                .orElse(selected.get().plusMonths(MONTHS));
        List<String> areas = Country.levelsOf(area);
        counters.addFrom(areas, "audits.selected", new Months(selected.get(), over), direction);
        month("EVALUATED")
                .ifPresent(evaluated ->
                        counters.addFrom(areas, "audits.evaluated", new Months(evaluated, over), direction));
    }

    private Optional<YearMonth> month(String stage) {
        return Optional.ofNullable(reached.get(stage)).map(YearMonth::from);
    }
}
