package id.tumbuh.intervention.outcome;

import id.tumbuh.platform.rules.RuleSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * How outcomes are read: the dated rule {@code outcome.windows}.
 *
 * @param leadDays how long before a window a weighing may be and still count as its start
 * @param leastDays between two weighings of which growth is told
 * @param recoveredFrom the z-score of BB/TB from which on a child is not wasted any more
 * @param ageBands the first month of each
 * @param leastChildren of fewer nothing is told
 * @param mostDays of one question
 */
record OutcomeRules(
        int monthsBefore,
        int monthsAfter,
        int leadDays,
        int leastDays,
        BigDecimal recoveredFrom,
        List<Integer> ageBands,
        int leastChildren,
        int mostDays) {
    OutcomeRules {
        ageBands = List.copyOf(ageBands);
    }

    static OutcomeRules of(RuleSet rules) {
        var rule = rules.json("outcome.windows");
        List<Integer> bands = new ArrayList<>();
        rule.get("ageBandsFromMonths").forEach(month -> bands.add(month.intValue()));
        return new OutcomeRules(
                rule.get("monthsBefore").intValue(),
                rule.get("monthsAfter").intValue(),
                rule.get("leadDays").intValue(),
                rule.get("leastDays").intValue(),
                rule.get("recoveredFromZ").decimalValue(),
                bands,
                rule.get("leastChildren").intValue(),
                rule.get("mostDays").intValue());
    }

    int band(int ageMonths) {
        return ageBands.stream().filter(from -> from <= ageMonths).reduce(0, Integer::max);
    }
}
