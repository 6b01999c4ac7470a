package id.tumbuh.intervention.caseaudit;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Every word an audit speaks in, by list and code: the dated rule {@code case-audit.words}. */
record CaseAuditWords(Map<String, Map<String, Word>> lists) {
    static final String DECLINE_REASONS = "declineReasons";
    static final String EXPERTS = "experts";
    static final String FINDINGS = "findings";
    static final String RECOMMENDATIONS = "recommendations";
    static final String FIELDS = "fields";
    static final String PARTIES = "parties";
    static final String EVIDENCE = "evidence";
    static final String FAILURE_REASONS = "failureReasons";
    static final String OUTCOMES = "outcomes";
    static final String TEAM = "team";

    /** A code in words. */
    record Word(String code, String indonesian, String english) implements Worded {
        static Word of(JsonNode json) {
            return new Word(
                    json.required("code").asText(),
                    json.required("id").asText(),
                    json.required("en").asText());
        }
    }

    static CaseAuditWords of(JsonNode rule) {
        Map<String, Map<String, Word>> lists = new LinkedHashMap<>();
        rule.properties().forEach(list -> {
            Map<String, Word> words = new LinkedHashMap<>();
            list.getValue().forEach(word -> words.put(word.required("code").asText(), Word.of(word)));
            lists.put(list.getKey(), words);
        });
        return new CaseAuditWords(lists);
    }

    /** The code itself where the rule no longer has it: what was once decided stays readable. */
    String say(String list, String code, Locale language) {
        Word word = list(list).get(code);
        return word == null ? code : word.in(language);
    }

    void require(String list, String code, String pointer) {
        if (!list(list).containsKey(code)) {
            throw refused(CaseAuditProblem.WORD_UNKNOWN, pointer);
        }
    }

    void requireAll(String list, List<String> codes, String pointer) {
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < codes.size(); place++) {
            require(list, codes.get(place), pointer + "/" + place);
            if (!seen.add(codes.get(place))) {
                throw refused(CaseAuditProblem.WORD_TWICE, pointer + "/" + place);
            }
        }
    }

    private Map<String, Word> list(String name) {
        return lists.getOrDefault(name, Map.of());
    }

    static ProblemException refused(CaseAuditProblem reason, String pointer) {
        return new ProblemException(Problem.of(reason).at(pointer, reason));
    }
}
