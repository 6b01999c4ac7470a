package id.tumbuh.intervention.rembuk;

import id.tumbuh.intervention.change.FreeText;
import id.tumbuh.platform.rules.RuleSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What minutes may say, by the dated rules.
 *
 * @param partyKinds the words for each kind of party
 * @param graceDays days after the due day in which a commitment isn't broken yet
 */
record RembukRules(Map<String, String> partyKinds, int graceDays) {
    /** Why something is refused, and the field that is to blame. */
    record Fault(RembukProblem reason, String pointer) {}

    static RembukRules of(RuleSet rules) {
        Map<String, String> kinds = new LinkedHashMap<>();
        rules.json("rembuk.party-kind")
                .properties()
                .forEach(entry -> kinds.put(entry.getKey(), entry.getValue().asText()));
        return new RembukRules(kinds, rules.number("rembuk.grace-days").intValueExact());
    }

    Optional<Fault> fault(Minutes minutes) {
        if (!FreeText.namesNobody(minutes.place())) {
            return fault(RembukProblem.TEXT_NAMES_SOMEBODY, "/place");
        }
        if (!FreeText.namesNobody(minutes.areaName())) {
            return fault(RembukProblem.TEXT_NAMES_SOMEBODY, "/areaName");
        }
        return participantFault(minutes.participants()).or(() -> promiseFault(minutes));
    }

    private static Optional<Fault> participantFault(List<Minutes.Participant> participants) {
        for (int n = 0; n < participants.size(); n++) {
            Minutes.Participant one = participants.get(n);
            if (!FreeText.namesNobody(one.institution()) || !FreeText.namesNobody(one.position())) {
                return fault(RembukProblem.TEXT_NAMES_SOMEBODY, "/participants/" + n);
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> promiseFault(Minutes minutes) {
        Set<UUID> ids = new HashSet<>();
        for (int n = 0; n < minutes.commitments().size(); n++) {
            Minutes.Promise one = minutes.commitments().get(n);
            String pointer = "/commitments/" + n;
            if (!ids.add(one.id())) {
                return fault(RembukProblem.COMMITMENT_TWICE, pointer + "/id");
            }
            if (!partyKinds.containsKey(one.partyKind())) {
                return fault(RembukProblem.PARTY_KIND_UNKNOWN, pointer + "/partyKind");
            }
            if (one.dueOn().isBefore(minutes.heldOn())) {
                return fault(RembukProblem.DUE_BEFORE_THE_MEETING, pointer + "/dueOn");
            }
            if (!FreeText.namesNobody(one.party())
                    || !FreeText.namesNobody(one.what())
                    || !FreeText.namesNobody(one.unit())) {
                return fault(RembukProblem.TEXT_NAMES_SOMEBODY, pointer);
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> fault(RembukProblem reason, String pointer) {
        return Optional.of(new Fault(reason, pointer));
    }
}
