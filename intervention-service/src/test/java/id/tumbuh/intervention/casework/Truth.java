package id.tumbuh.intervention.casework;

import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.intervention.referral.FieldRule;
import id.tumbuh.intervention.referral.OpdField;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to be open in the end, straight from the newest fact of each kind. Written without the code it judges: a line per
 * open need or referral.
 */
final class Truth {
    /** As the migration has it. */
    static final ResponseRules RULES = new ResponseRules(
            new FieldRule(
                    1,
                    Map.of(
                            new RiskFactor("UNSAFE_WATER"), new OpdField("PUPR"),
                            new RiskFactor("UNSAFE_SANITATION"), new OpdField("PUPR"),
                            new RiskFactor("NO_MODERN_CONTRACEPTION"), new OpdField("DP3AKB"))),
            60);

    private final Map<UUID, Fact.Growth> growths;
    private final Map<UUID, Fact.Residence> residences;
    private final Set<UUID> erased;
    private final Map<UUID, Fact.OfFamily> families;

    private Truth(Collection<Fact> facts) {
        growths = newest(facts, Fact.Growth.class, Fact.Growth::childId);
        residences = newest(facts, Fact.Residence.class, Fact.Residence::childId);
        erased =
                newest(facts, Fact.ChildErased.class, Fact.ChildErased::childId).keySet();
        families = newest(facts, Fact.OfFamily.class, Fact.OfFamily::familyId);
    }

    static Set<String> of(Collection<Fact> facts) {
        Truth truth = new Truth(facts);
        return Stream.concat(truth.needs(), truth.referrals()).collect(Collectors.toSet());
    }

    static String need(UUID child, Home home, String severity) {
        return "need " + child + " " + home.familyId() + " " + home.area() + " " + severity;
    }

    static String referral(Home home, RiskFactor factor, OpdField field) {
        return "referral " + home.familyId() + " " + home.area() + " " + factor + " " + field;
    }

    private Stream<String> needs() {
        return inNeed().map(growth ->
                need(growth.childId(), home(growth), growth.stunting().name()));
    }

    private Stream<String> referrals() {
        return inNeed().map(growth -> home(growth).familyId())
                .distinct()
                .flatMap(family -> Stream.ofNullable(families.get(family))
                        .filter(Fact.Risks.class::isInstance)
                        .map(Fact.Risks.class::cast)
                        .flatMap(risks -> risks.factors().stream()
                                .flatMap(factor -> Stream.ofNullable(
                                                RULES.fields().fields().get(factor))
                                        .map(field -> referral(new Home(family, risks.place()), factor, field)))));
    }

    private Stream<Fact.Growth> inNeed() {
        return growths.values().stream()
                .filter(growth -> growth.stunting() != Stunting.NORMAL)
                .filter(growth -> !erased.contains(growth.childId()))
                .filter(growth -> Optional.ofNullable(residences.get(growth.childId()))
                        .map(Fact.Residence::active)
                        .orElse(true));
    }

    private Home home(Fact.Growth growth) {
        return Optional.ofNullable(residences.get(growth.childId()))
                .map(Fact.Residence::place)
                .orElse(growth.place());
    }

    private static <F extends Fact> Map<UUID, F> newest(Collection<Fact> facts, Class<F> kind, Function<F, UUID> key) {
        return facts.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(Collectors.toMap(
                        key,
                        fact -> fact,
                        (a, b) -> Stream.of(a, b)
                                .max(Comparator.comparingLong(Fact::version))
                                .orElseThrow()));
    }

    static List<Fact> ofKind(Collection<Fact> facts, boolean growth) {
        return facts.stream()
                .filter(fact -> fact instanceof Fact.Growth == growth)
                .toList();
    }
}
