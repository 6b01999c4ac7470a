package id.tumbuh.registry.imports;

import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.platform.rules.RuleSet;
import id.tumbuh.registry.imports.eppgbm.RowRules;
import id.tumbuh.registry.imports.matching.MatchingRules;
import jakarta.enterprise.context.ApplicationScoped;
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

    MatchingRules matching(LocalDate today) {
        RuleSet set = rules.on(today);
        return new MatchingRules(
                set.number("import.name-likeness").doubleValue(),
                set.number("import.parent-likeness").doubleValue(),
                set.number("import.word-likeness").doubleValue(),
                set.number("import.name-margin").doubleValue());
    }
}
