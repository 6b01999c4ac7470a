package id.tumbuh.registry.family;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a family, each with the observation it is known from. Of two observations of a fact the later day holds,
 * whenever it was sent; of one day the later sent.
 */
record KnownFacts(Map<String, FamilyObservation> newest) {
    private static final String WELFARE_RANK = "welfareRank";

    KnownFacts {
        newest = Map.copyOf(newest);
    }

    /** @param observations by day and then by arrival */
    static KnownFacts of(List<FamilyObservation> observations) {
        Map<String, FamilyObservation> newest = new LinkedHashMap<>();
        for (FamilyObservation observation : observations) {
            observation.facts().fieldNames().forEachRemaining(fact -> newest.put(fact, observation));
        }
        return new KnownFacts(newest);
    }

    /** What a family reports, as facts. */
    static ObjectNode written(NewFamily family, ObjectMapper json) {
        ObjectNode facts = all(family, json);
        List<String> unknown = new ArrayList<>();
        facts.properties().forEach(fact -> {
            if (fact.getValue().isNull()) {
                unknown.add(fact.getKey());
            }
        });
        return facts.remove(unknown);
    }

    /** What a correction says otherwise than before; a fact taken away is a null. */
    static ObjectNode changed(NewFamily before, NewFamily after, ObjectMapper json) {
        ObjectNode old = all(before, json);
        ObjectNode facts = all(after, json);
        List<String> same = new ArrayList<>();
        facts.properties().forEach(fact -> {
            if (fact.getValue().equals(old.get(fact.getKey()))) {
                same.add(fact.getKey());
            }
        });
        return facts.remove(same);
    }

    private static ObjectNode all(NewFamily family, ObjectMapper json) {
        ObjectNode facts = json.valueToTree(family.conditions());
        return facts.put(WELFARE_RANK, family.welfareRank());
    }

    FamilyConditions conditions(ObjectMapper json) {
        ObjectNode facts = json.createObjectNode();
        newest.forEach(
                (fact, observation) -> facts.set(fact, observation.facts().get(fact)));
        facts.remove(WELFARE_RANK);
        try {
            return json.treeToValue(facts, FamilyConditions.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored facts can't be read");
        }
    }

    @Nullable
    Integer welfareRank() {
        FamilyObservation observation = newest.get(WELFARE_RANK);
        JsonNode rank = observation == null ? null : observation.facts().get(WELFARE_RANK);
        return rank == null || rank.isNull() ? null : Integer.valueOf(rank.asInt());
    }
}
