package id.tumbuh.registry.rescreening;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.rules.Rule;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Rules that somebody proposes, as the screening would use them. */
@ApplicationScoped
class ProposedRules {
    private final ScreeningRules rules;

    ProposedRules(ScreeningRules rules) {
        this.rules = rules;
    }

    /** The first day on which all of them hold, and not before today. */
    LocalDate day(List<RuleChange> changes, LocalDate today) {
        return changes.stream()
                .map(change -> requireNonNull(change.validFrom()))
                .filter(from -> from.isAfter(today))
                .max(LocalDate::compareTo)
                .orElse(today);
    }

    /** Refuses, with its place, a value that the screening could not read. */
    Screener screener(List<RuleChange> changes, LocalDate day) {
        List<Rule> others = new ArrayList<>();
        for (int change = 0; change < changes.size(); change++) {
            RuleChange proposed = changes.get(change);
            if (!rules.isReadable(requireNonNull(proposed.code()), requireNonNull(proposed.value()), day)) {
                throw refused(change);
            }
            others.add(rule(proposed, day));
            readTogether(others, day, change);
        }
        return rules.with(others, day);
    }

    private void readTogether(List<Rule> others, LocalDate day, int change) {
        try {
            rules.with(others, day);
        } catch (IllegalArgumentException unknownWord) {
            throw refused(change);
        }
    }

    private Rule rule(RuleChange change, LocalDate day) {
        String code = requireNonNull(change.code());
        return new Rule(
                code,
                rules.versionOf(code, day) + 1,
                requireNonNull(change.validFrom()),
                null,
                requireNonNull(change.value()).toString(),
                requireNonNull(change.source()),
                change.note());
    }

    void enact(Handle sql, RuleChange change) {
        sql.createQuery("select enact_screening_rule(:code, cast(:value as jsonb), :from, :source, :note)")
                .bind("code", change.code())
                .bind("value", requireNonNull(change.value()).toString())
                .bind("from", change.validFrom())
                .bind("source", change.source())
                .bind("note", change.note())
                .mapTo(Integer.class)
                .one();
    }

    private static ProblemException refused(int change) {
        return new ProblemException(Problem.of(RegistryProblem.RULE_INVALID)
                .at("/changes/" + change + "/value", RegistryProblem.RULE_INVALID));
    }
}
