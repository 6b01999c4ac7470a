package id.tumbuh.measurement.skdn;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.platform.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The bands of the table.
 *
 * @param bandsFromMonth the first month of age of each, youngest first
 * @param endsAtMonth from this month of age on a child is in none
 */
record SkdnPolicy(int version, List<Integer> bandsFromMonth, int endsAtMonth) {

    private static final String CODE = "skdn.table";

    SkdnPolicy {
        bandsFromMonth = List.copyOf(bandsFromMonth);
    }

    static SkdnPolicy of(RuleSet rules) {
        JsonNode json = rules.json(CODE);
        List<Integer> bands = new ArrayList<>();
        json.required("bandsFromMonth").forEach(month -> bands.add(month.intValue()));
        return new SkdnPolicy(
                rules.rule(CODE).version(), bands, json.required("endsAtMonth").intValue());
    }

    /** As the form writes it: 0-5, 6-11 ... */
    String label(int fromMonth) {
        int next = bandsFromMonth.stream()
                .filter(month -> month > fromMonth)
                .findFirst()
                .orElse(endsAtMonth);
        return fromMonth + "-" + (next - 1);
    }
}
