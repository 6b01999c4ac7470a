package id.tumbuh.intervention.referral;

import id.tumbuh.platform.rules.RuleSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person may do with referrals on one day, by the dated rules.
 *
 * @param dueDays days an OPD usually has, by field
 * @param usualDueDays for a field that has none of its own
 * @param mostDueDays the longest time that may be promised
 * @param manualCauses what a person may refer for, and to which field it goes
 */
record MoveRules(
        Map<String, Integer> dueDays,
        int usualDueDays,
        int mostDueDays,
        Set<String> declineReasons,
        Set<String> proofs,
        Map<String, OpdField> manualCauses,
        int manualVersion) {
    private static final String MANUAL = "referral.manual-cause";

    static MoveRules of(RuleSet rules) {
        var due = rules.json("referral.due-days");
        Map<String, Integer> days = new HashMap<>();
        due.required("byField")
                .properties()
                .forEach(entry -> days.put(entry.getKey(), entry.getValue().intValue()));
        Map<String, OpdField> causes = new HashMap<>();
        rules.json(MANUAL)
                .properties()
                .forEach(entry ->
                        causes.put(entry.getKey(), new OpdField(entry.getValue().asText())));
        return new MoveRules(
                Map.copyOf(days),
                due.required("usual").intValue(),
                due.required("most").intValue(),
                new HashSet<>(rules.list("referral.decline-reason")),
                new HashSet<>(rules.list("referral.proof")),
                Map.copyOf(causes),
                rules.rule(MANUAL).version());
    }

    LocalDate usualDue(OpdField field, LocalDate day) {
        return day.plusDays(dueDays.getOrDefault(field.code(), usualDueDays));
    }

    boolean mayPromise(LocalDate due, LocalDate day) {
        return !due.isBefore(day) && !due.isAfter(day.plusDays(mostDueDays));
    }

    Optional<OpdField> fieldOf(String cause) {
        return Optional.ofNullable(manualCauses.get(cause));
    }
}
