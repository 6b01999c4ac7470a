package id.tumbuh.registry.imports;

import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import id.tumbuh.registry.imports.eppgbm.RowRules;
import id.tumbuh.registry.imports.matching.MatchingRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Reads how rows are read and matched from the rule table. */
@ApplicationScoped
class ImportRules {
    private final RuleBook rules;

    ImportRules(RuleBook rules) {
        this.rules = rules;
    }

    RowRules rows(LocalDate today) {
        RuleSet set = rules.on(today);
        return new RowRules(
                today,
                set.number("import.oldest-months").intValueExact(),
                set.number("import.grams-above"),
                set.number("import.heaviest-kg"),
                set.number("import.tallest-cm"),
                set.number("import.widest-arm-cm"));
    }

    /** What can be read of a newborn's size. */
    record BirthLimits(
            BigDecimal gramsAbove,
            BigDecimal lightestKg,
            BigDecimal heaviestKg,
            BigDecimal shortestCm,
            BigDecimal longestCm) {}

    BirthLimits birth(LocalDate today) {
        RuleSet set = rules.on(today);
        return new BirthLimits(
                set.number("import.grams-above"),
                set.number("import.lightest-birth-kg"),
                set.number("import.heaviest-birth-kg"),
                set.number("import.shortest-birth-cm"),
                set.number("import.longest-birth-cm"));
    }

    MatchingRules matching(LocalDate today) {
        RuleSet set = rules.on(today);
        return new MatchingRules(
                set.number("import.name-likeness").doubleValue(),
                set.number("import.parent-likeness").doubleValue(),
                set.number("import.word-likeness").doubleValue(),
                set.number("import.name-margin").doubleValue());
    }
}
