package id.tumbuh.reporting.household;

import id.tumbuh.reporting.monthly.MonthCounters;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a family over time, and what that adds to the counters: a pure function, so that it comes out the same in
 * whatever order and however often the facts came.
 *
 * @param states at the end of each month in which something changed
 * @param visited months in which companions visited somebody of it, and it counts as companionship
 */
record FamilyHistory(NavigableMap<YearMonth, State> states, List<Companionship> companions, Set<YearMonth> visited) {
    static final FamilyHistory NONE = new FamilyHistory(new TreeMap<>(), List.of(), Set.of());

    /** A family at the end of a month; not counted once it was found to be another one. */
    record State(String area, boolean counted, boolean targeted, boolean atRisk, Set<String> factors) {
        State {
            factors = Set.copyOf(factors);
        }
    }

    /** A team has the family in its care from one day until another. */
    record Companionship(LocalDate assignedOn, @Nullable LocalDate releasedOn) {
        boolean holdsAtEndOf(YearMonth month) {
            LocalDate last = month.atEndOfMonth();
            return !assignedOn.isAfter(last) && (releasedOn == null || releasedOn.isAfter(last));
        }
    }

    private record Counted(@Nullable String area, Set<String> measures) {
        private static final Counted NOWHERE = new Counted(null, Set.of());
    }

    /** Adds what this history contributes, or with -1 takes it out. */
    void count(MonthCounters counters, int direction) {
        Counted before = Counted.NOWHERE;
        for (YearMonth month : months()) {
            Counted now = at(month);
            if (!now.equals(before)) {
                move(counters, before, month, -direction);
                move(counters, now, month, direction);
            }
            before = now;
        }
    }

    private static void move(MonthCounters counters, Counted counted, YearMonth month, int difference) {
        String area = counted.area();
        if (area != null) {
            counted.measures().forEach(measure -> counters.add(area, measure, month, difference));
        }
    }

    /** Those in which something may change: with a year what was new continues. */
    private Set<YearMonth> months() {
        Set<YearMonth> months = new TreeSet<>(states.keySet());
        for (Companionship companion : companions) {
            months.add(YearMonth.from(companion.assignedOn()));
            if (companion.releasedOn() != null) {
                months.add(YearMonth.from(companion.releasedOn()));
            }
        }
        for (YearMonth month : visited) {
            months.add(month);
            months.add(month.plusMonths(1));
        }
        Set<YearMonth> withYears = new TreeSet<>(months);
        months.forEach(month -> withYears.add(YearMonth.of(month.getYear() + 1, Month.JANUARY)));
        return withYears;
    }

    private Counted at(YearMonth month) {
        State state = stateAt(month);
        if (state == null || !state.counted()) {
            return Counted.NOWHERE;
        }
        Set<String> measures = new HashSet<>();
        measures.add("families");
        if (state.targeted()) {
            measures.add("families.targeted");
        }
        boolean before = wasAtRiskBefore(month.getYear());
        if (state.atRisk()) {
            measures.add("families.at-risk");
            state.factors().forEach(factor -> measures.add("families.factor." + factor));
            if (!before) {
                measures.add("families.at-risk.new");
            }
            if (companions.stream().anyMatch(companion -> companion.holdsAtEndOf(month))) {
                measures.add("families.at-risk.companioned");
            }
            if (visited.contains(month)) {
                measures.add("families.at-risk.visited");
            }
        } else if (before) {
            measures.add("families.risk-ended");
        }
        return new Counted(state.area(), measures);
    }

    /** The yearly verification compares with the one before: new is who was not at risk when last year ended. */
    private boolean wasAtRiskBefore(int year) {
        State last = stateAt(YearMonth.of(year - 1, Month.DECEMBER));
        return last != null && last.counted() && last.atRisk();
    }

    private @Nullable State stateAt(YearMonth month) {
        var entry = states.floorEntry(month);
        return entry == null ? null : entry.getValue();
    }
}
