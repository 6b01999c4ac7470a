package id.tumbuh.registry.child;

import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/** Knows what stands where a newborn has no name yet ({@code By Ny Siti}), by the rule table. */
@ApplicationScoped
class Nameless {
    private final RuleBook rules;
    private final Clock clock;

    Nameless(RuleBook rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    boolean is(String name) {
        String[] words = name.strip().toLowerCase(Locale.ROOT).split("[ .]+", -1);
        return rules.on(LocalDate.now(clock)).list("sameperson.newborn").contains(words[0]);
    }
}
