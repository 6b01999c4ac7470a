package id.tumbuh.reporting.arrival;

import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;

/** What counts as late and as silent, by dated rules. */
@ApplicationScoped
class ArrivalRules {
    private final RuleBook rules;

    ArrivalRules(RuleBook rules) {
        this.rules = rules;
    }

    /** The rules on one day. */
    record Values(int windowDays, Duration lateAfter, Duration silentAfter) {}

    Values on(LocalDate day) {
        RuleSet set = rules.on(day);
        return new Values(
                set.number("arrivals.window-days").intValueExact(),
                Duration.ofMinutes(set.number("arrivals.late-after-minutes").longValueExact()),
                Duration.ofDays(set.number("arrivals.silent-after-days").longValueExact()));
    }
}
