package id.tumbuh.registry.pregnancy;

import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Reads what is known of the length of pregnancies and of the first thousand days from the rule table. */
@ApplicationScoped
public class LifeRules {
    private final RuleBook rules;

    LifeRules(RuleBook rules) {
        this.rules = rules;
    }

    /** To be taken before a transaction. */
    public LifePolicy on(LocalDate day) {
        RuleSet set = rules.on(day);
        return new LifePolicy(
                day,
                number(set, "life.pregnancy-days"),
                number(set, "life.shortest-live-pregnancy-days"),
                number(set, "life.longest-pregnancy-days"),
                number(set, "life.youngest-mother-years"),
                number(set, "life.first-days"),
                number(set, "life.first-days-in-the-womb"));
    }

    private static int number(RuleSet set, String code) {
        return set.number(code).intValueExact();
    }
}
