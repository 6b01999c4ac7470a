package id.tumbuh.intervention.programme;

import id.tumbuh.intervention.change.FreeText;
import id.tumbuh.platform.rules.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a plan may name, by the dated rules.
 *
 * @param sources where money comes from
 * @param indicators kind by code
 */
record PlanRules(Set<String> sources, Map<String, Programme.Kind> indicators) {
    private static final String INDICATORS = "programme.outcome-indicator";

    /** Why something is refused, and the field that is to blame. */
    record Fault(ProgrammeProblem reason, String pointer) {}

    /** An outcome indicator as the list has it. */
    record Indicator(String code, Programme.Kind kind, String indonesian) {}

    static PlanRules of(RuleSet rules) {
        Map<String, Programme.Kind> kinds = new HashMap<>();
        indicators(rules).forEach(indicator -> kinds.put(indicator.code(), indicator.kind()));
        return new PlanRules(new HashSet<>(rules.list("programme.source")), Map.copyOf(kinds));
    }

    static List<Indicator> indicators(RuleSet rules) {
        List<Indicator> all = new ArrayList<>();
        rules.json(INDICATORS)
                .forEach(one -> all.add(new Indicator(
                        one.required("code").asText(),
                        Programme.Kind.valueOf(one.required("kind").asText()),
                        one.required("indonesian").asText())));
        return all;
    }

    Optional<Fault> fault(Programme.Plan plan) {
        if (!sources.containsAll(plan.budget().keySet())) {
            return fault(ProgrammeProblem.SOURCE_UNKNOWN, "/budget");
        }
        if (plan.indicator() != null && indicators.get(plan.indicator()) != plan.kind()) {
            return fault(ProgrammeProblem.INDICATOR_UNKNOWN, "/indicator");
        }
        if (!FreeText.namesNobody(plan.title())) {
            return fault(ProgrammeProblem.TEXT_NAMES_SOMEBODY, "/title");
        }
        return FreeText.namesNobody(plan.unit())
                ? Optional.empty()
                : fault(ProgrammeProblem.TEXT_NAMES_SOMEBODY, "/unit");
    }

    Optional<Fault> fault(Programme.Quarter quarter) {
        return sources.containsAll(quarter.spending().keySet())
                ? Optional.empty()
                : fault(ProgrammeProblem.SOURCE_UNKNOWN, "/spending");
    }

    private static Optional<Fault> fault(ProgrammeProblem reason, String pointer) {
        return Optional.of(new Fault(reason, pointer));
    }
}
