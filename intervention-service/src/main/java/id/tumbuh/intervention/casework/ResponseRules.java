package id.tumbuh.intervention.casework;

import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.intervention.need.NeedRules;
import id.tumbuh.intervention.referral.FieldRule;
import id.tumbuh.intervention.referral.OpdField;
import id.tumbuh.platform.rules.RuleSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The rules by which a case is answered on one day.
 *
 * @param fields which OPD answers which risk factor
 */
record ResponseRules(FieldRule fields, NeedRules needs) {

    static ResponseRules of(RuleSet rules) {
        Map<RiskFactor, OpdField> fields = new HashMap<>();
        rules.json("referral.field")
                .properties()
                .forEach(entry -> fields.put(
                        new RiskFactor(entry.getKey()),
                        new OpdField(entry.getValue().asText())));
        return new ResponseRules(
                new FieldRule(rules.rule("referral.field").version(), fields, FieldRule.Welfare.of(rules)),
                NeedRules.of(rules));
    }
}
