package id.tumbuh.intervention.caseaudit;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.rules.RuleSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The rules by which cases are found and ranked on one day: {@code case-audit.ranking}. */
record CaseAuditPolicy(
        Map<CaseAuditReason, Integer> weights,
        Map<CaseAuditGroup, Set<CaseAuditReason>> candidates,
        int checkDays,
        int badutaBelowMonths,
        int balitaBelowMonths,
        int firstThousandDaysAfterBirth,
        int postPartumDays,
        int pregnancyAtMostDaysLate,
        int mostPerGroup) {
    CaseAuditPolicy {
        weights = Map.copyOf(weights);
        candidates = Map.copyOf(candidates);
    }

    static CaseAuditPolicy of(RuleSet rules) {
        JsonNode rule = rules.json("case-audit.ranking");
        Map<CaseAuditReason, Integer> weights = new EnumMap<>(CaseAuditReason.class);
        rule.required("weights")
                .properties()
                .forEach(weight -> weights.put(
                        CaseAuditReason.valueOf(weight.getKey()),
                        weight.getValue().intValue()));
        return new CaseAuditPolicy(
                weights,
                candidates(rule.required("candidate")),
                number(rule, "checkDays"),
                number(rule, "badutaBelowMonths"),
                number(rule, "balitaBelowMonths"),
                number(rule, "firstThousandDaysAfterBirth"),
                number(rule, "postPartumDays"),
                number(rule, "pregnancyAtMostDaysLate"),
                number(rule, "mostPerGroup"));
    }

    private static Map<CaseAuditGroup, Set<CaseAuditReason>> candidates(JsonNode groups) {
        Map<CaseAuditGroup, Set<CaseAuditReason>> candidates = new HashMap<>();
        groups.properties().forEach(group -> {
            Set<CaseAuditReason> reasons = new HashSet<>();
            group.getValue().forEach(reason -> reasons.add(CaseAuditReason.valueOf(reason.asText())));
            candidates.put(CaseAuditGroup.valueOf(group.getKey()), Set.copyOf(reasons));
        });
        return candidates;
    }

    private static int number(JsonNode rule, String name) {
        return rule.required(name).intValue();
    }
}
