package id.tumbuh.measurement.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.measurement.growth.Category;
import id.tumbuh.measurement.growth.GrowthIndex;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the destination speaks of observations and of classes.
 *
 * @param kinds by the name of what is observed
 * @param classes by index and class: a code means something else in another index
 */
record SatusehatCodes(Map<String, Code> kinds, Map<GrowthIndex, Map<String, Code>> classes) {

    /** A code in its system, with our words for it. */
    record Code(String system, String code, String text) {}

    Code kind(String name) {
        Code code = kinds.get(name);
        if (code == null) {
            throw new IllegalStateException("no code for " + name);
        }
        return code;
    }

    /** None where no code is established for the class: then it goes in words alone. */
    Optional<Code> classOf(GrowthIndex index, Category category) {
        return Optional.ofNullable(classes.getOrDefault(index, Map.of()).get(category.name()));
    }

    /** Reads them out of the dated rules. */
    @ApplicationScoped
    static class Rules {

        static final String RULE = "satusehat.observations";

        private final RuleBook rules;

        Rules(RuleBook rules) {
            this.rules = rules;
        }

        SatusehatCodes on(LocalDate day) {
            return codes(rules.on(day).json(RULE));
        }
    }

    static SatusehatCodes codes(JsonNode rule) {
        JsonNode systems = rule.required("systems");
        Map<String, Code> kinds = new HashMap<>();
        rule.required("codes")
                .properties()
                .forEach(entry -> kinds.put(
                        entry.getKey(),
                        code(
                                systems,
                                entry.getValue(),
                                entry.getValue().required(2).textValue())));
        Map<GrowthIndex, Map<String, Code>> classes = new HashMap<>();
        for (GrowthIndex index : GrowthIndex.values()) {
            Map<String, Code> words = new HashMap<>();
            JsonNode ofIndex = rule.required("interpretations").path(index.wireName());
            ofIndex.properties()
                    .forEach(entry -> words.put(entry.getKey(), code(systems, entry.getValue(), entry.getKey())));
            classes.put(index, Map.copyOf(words));
        }
        return new SatusehatCodes(Map.copyOf(kinds), Map.copyOf(classes));
    }

    private static Code code(JsonNode systems, JsonNode pair, String text) {
        return new Code(
                systems.required(pair.required(0).textValue()).textValue(),
                pair.required(1).textValue(),
                text);
    }
}
