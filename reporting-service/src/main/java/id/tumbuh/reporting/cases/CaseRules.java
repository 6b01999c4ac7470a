package id.tumbuh.reporting.cases;

import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import id.tumbuh.reporting.cases.StuntingConsumer.Status;
import id.tumbuh.reporting.monthly.MonthCounters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a case ends by age, by dated rules. */
@ApplicationScoped
class CaseRules {
    private final RuleBook rules;

    CaseRules(RuleBook rules) {
        this.rules = rules;
    }

    /** The rules of a day. */
    record Values(int outgrownMonths, int followedWithinMonths) {

        /**
         * The day from which on the child is too old, at the latest: its age is known in completed months. Null for one that is not
         * measured, and for one that nobody followed: that was measured long before that day or long before it was told.
         */
        @Nullable
        LocalDate outgrownOn(Status status, LocalDate toldOn) {
            LocalDate measuredOn = status.measuredOn();
            Integer months = status.ageMonths();
            if (measuredOn == null || months == null || toldOn.isAfter(measuredOn.plusMonths(followedWithinMonths))) {
                return null;
            }
            int left = outgrownMonths - months;
            return left > followedWithinMonths ? null : measuredOn.plusMonths(left);
        }
    }

    Values today() {
        RuleSet set = rules.on(MonthCounters.today());
        return new Values(
                set.number("case.outgrown-months").intValueExact(),
                set.number("case.followed-within-months").intValueExact());
    }
}
