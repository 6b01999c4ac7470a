package id.tumbuh.intervention.homevisit;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.rules.RuleSet;

/**
 * The dated rule {@code home-visit.answer}.
 *
 * @param sign of a weighing that calls for a visit
 * @param cause the visit's name as a cause of a referral
 * @param field the OPD that goes
 */
record HomeVisitRule(String sign, String cause, String field) {

    static HomeVisitRule of(RuleSet rules) {
        JsonNode rule = rules.json("home-visit.answer");
        return new HomeVisitRule(
                rule.get("sign").textValue(),
                rule.get("cause").textValue(),
                rule.get("field").textValue());
    }
}
