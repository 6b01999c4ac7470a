package id.tumbuh.platform.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The rules that hold on one day. */
public final class RuleSet {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Map<String, Rule> rules;

    RuleSet(Map<String, Rule> rules) {
        this.rules = Map.copyOf(rules);
    }

    /** This set as it would be with other versions of some rules. */
    public RuleSet with(Collection<Rule> others) {
        Map<String, Rule> changed = new HashMap<>(rules);
        others.forEach(other -> changed.put(other.code(), other));
        return new RuleSet(changed);
    }

    /** The rule in force; a missing one is an error of the installation, never a silent default. */
    public Rule rule(String code) {
        Rule rule = rules.get(code);
        if (rule == null) {
            throw new NoSuchElementException("no rule " + code + " holds on this day");
        }
        return rule;
    }

    public BigDecimal number(String code) {
        return json(code).decimalValue();
    }

    public String text(String code) {
        return json(code).textValue();
    }

    public List<String> list(String code) {
        List<String> values = new ArrayList<>();
        json(code).forEach(value -> values.add(value.asText()));
        return List.copyOf(values);
    }

    /** The value as it stands, for rules with a shape of their own. */
    public JsonNode json(String code) {
        try {
            return JSON.readTree(rule(code).value());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("rule " + code + " is no JSON", broken);
        }
    }
}
