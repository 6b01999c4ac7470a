package id.tumbuh.intervention.house;

import id.tumbuh.platform.rules.RuleSet;
import java.time.LocalDate;
import java.util.Set;

/** What may be noted on one day: the dated rules {@code house-note.source} and {@code house-note.days-back}. */
record HouseRules(Set<String> sources, LocalDate first, LocalDate today) {
    HouseRules {
        sources = Set.copyOf(sources);
    }

    static HouseRules of(RuleSet rules, LocalDate today) {
        return new HouseRules(
                Set.copyOf(rules.list("house-note.source")),
                today.minusDays(rules.number("house-note.days-back").intValueExact()),
                today);
    }

    boolean mayBeSeen(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(today);
    }
}
