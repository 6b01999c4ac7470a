package id.tumbuh.intervention.casework;

import static java.util.Collections.emptySortedMap;
import static java.util.stream.Collectors.toCollection;

import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Child;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Family;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Pregnancy;
import id.tumbuh.intervention.need.Need;
import id.tumbuh.intervention.need.NeedEvent;
import id.tumbuh.intervention.need.NeedOf;
import id.tumbuh.intervention.need.NeedReason;
import id.tumbuh.intervention.need.NeedRules;
import id.tumbuh.intervention.referral.FamilyReferrals;
import id.tumbuh.intervention.referral.Referral;
import id.tumbuh.intervention.referral.ReferralEvent;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The cases of some children and families, and what becomes of them fact by fact. Touches nothing outside of itself.
 *
 * <p>Every fact is applied, also one that the next makes obsolete: what was opened and closed again within one batch is
 * announced as it would be in two, so the history and the ids don't depend on how the facts were batched.
 */
final class Casebook {
    private final Function<LocalDate, ResponseRules> rules;
    private final Map<Beneficiary.Ref, Beneficiary> beneficiaries = new HashMap<>();
    private final Map<UUID, Family> families = new HashMap<>();
    /** Open needs by beneficiary. */
    private final Map<Beneficiary.Ref, Need.Open> needs = new HashMap<>();
    /** The last need of children that were merged into others. */
    private final Map<Beneficiary.Ref, Need.Closed> merged = new HashMap<>();
    /** Open needs by family and beneficiary, in order, so that what follows from them doesn't depend on chance. */
    private final Map<UUID, SortedMap<Beneficiary.Ref, Need.Open>> needsOfFamily = new HashMap<>();
    /** Open referrals by family and id. */
    private final Map<UUID, Map<UUID, Referral.Open>> referralsOfFamily = new HashMap<>();

    private final Map<UUID, Child> changedChildren = new LinkedHashMap<>();
    private final Map<UUID, Pregnancy> changedPregnancies = new LinkedHashMap<>();
    private final Map<UUID, Family> changedFamilies = new LinkedHashMap<>();
    private final Map<UUID, Need> changedNeeds = new LinkedHashMap<>();
    private final Map<UUID, Referral> changedReferrals = new LinkedHashMap<>();
    private final List<IntegrationEvent> events = new ArrayList<>();

    Casebook(Function<LocalDate, ResponseRules> rules) {
        this.rules = rules;
    }

    void open(Collection<? extends Beneficiary> knownBeneficiaries, Collection<Family> knownFamilies) {
        knownBeneficiaries.forEach(one -> beneficiaries.put(one.ref(), one));
        knownFamilies.forEach(family -> families.put(family.id(), family));
    }

    void open(
            Collection<Need.Open> openNeeds,
            Collection<Need.Closed> mergedNeeds,
            Collection<Referral.Open> openReferrals) {
        openNeeds.forEach(this::keep);
        mergedNeeds.forEach(need -> merged.put(need.of(), need));
        openReferrals.forEach(this::keep);
    }

    void apply(Fact fact) {
        switch (fact) {
            case Fact.OfChild told -> apply(told);
            case Fact.OfPregnancy told -> apply(told);
            case Fact.OfFamily told -> apply(told);
            case Fact.Aged aged -> settleNeed(aged.ref(), aged);
        }
    }

    private void apply(Fact.OfChild fact) {
        Optional<Child> known = Optional.ofNullable((Child) beneficiaries.get(fact.ref()))
                .or(() -> fact.home().map(home -> Child.unknown(fact.childId(), home)));
        // told before, or erased before it was ever heard of: nothing
        known.flatMap(child -> child.after(fact)).ifPresent(child -> {
            beneficiaries.put(child.ref(), child);
            changedChildren.put(child.id(), child);
            bringReferralsAlong(known.get().home(), child, fact.day());
            settleNeed(child.ref(), fact);
        });
    }

    private void apply(Fact.OfPregnancy fact) {
        Optional<Pregnancy> known = Optional.ofNullable((Pregnancy) beneficiaries.get(fact.ref()))
                .or(() -> fact.home().map(home -> Pregnancy.unknown(fact.pregnancyId(), home)));
        known.flatMap(pregnancy -> pregnancy.after(fact)).ifPresent(pregnancy -> {
            beneficiaries.put(pregnancy.ref(), pregnancy);
            changedPregnancies.put(pregnancy.id(), pregnancy);
            settleNeed(pregnancy.ref(), fact);
        });
    }

    private void apply(Fact.OfFamily fact) {
        Optional<Family> known = Optional.ofNullable(families.get(fact.familyId()))
                .or(() -> fact.area().map(area -> Family.unknown(fact.familyId(), area)));
        known.flatMap(family -> family.after(fact)).ifPresent(family -> {
            families.put(family.id(), family);
            changedFamilies.put(family.id(), family);
            List.copyOf(needsOfFamily
                            .getOrDefault(family.id(), emptySortedMap())
                            .keySet())
                    .forEach(ref -> settleNeed(ref, fact));
            settleReferrals(family.id(), fact.day());
        });
    }

    private void settleNeed(Beneficiary.Ref ref, Fact fact) {
        Beneficiary one = beneficiaries.get(ref);
        if (one == null) {
            return; // erased since somebody said that it would be of this age
        }
        Home home = one.home();
        Family family = families.getOrDefault(home.familyId(), Family.unknown(home.familyId(), home.area()));
        NeedRules today = rules.apply(fact.day()).needs();
        new NeedOf(one, family, needs.get(ref), merged.get(ref), today)
                .after(fact)
                .ifPresent(need -> replace(need, fact.day()));
    }

    private void replace(Need need, LocalDate day) {
        Need.@Nullable Open before = needs.remove(need.of());
        if (before != null) {
            needsOfFamily
                    .getOrDefault(before.home().familyId(), new TreeMap<>())
                    .remove(before.of());
        }
        merged.remove(need.of());
        switch (need) {
            case Need.Open open -> keep(open);
            case Need.Closed closed when closed.reason() == NeedReason.MERGED -> merged.put(closed.of(), closed);
            case Need.Closed _ -> {}
        }
        changedNeeds.put(need.id(), need);
        events.add(NeedEvent.of(need));
        if (need instanceof Need.Closed closed) {
            FamilyReferrals.withoutVisits(
                            closed.of().id(), referralsOf(closed.home().familyId()), day)
                    .forEach(this::replace);
        }
        settleReferrals(need.home().familyId(), day);
        if (before != null && !before.home().familyId().equals(need.home().familyId())) {
            settleReferrals(before.home().familyId(), day);
        }
    }

    private void bringReferralsAlong(Home before, Child child, LocalDate day) {
        Home now = child.home();
        if (!before.familyId().equals(now.familyId())) {
            Family to = families.getOrDefault(now.familyId(), Family.unknown(now.familyId(), now.area()));
            FamilyReferrals.broughtAlong(child.id(), to, referralsOf(before.familyId()), day)
                    .forEach(this::replace);
        }
    }

    private List<Referral.Open> referralsOf(UUID familyId) {
        return List.copyOf(referralsOfFamily.getOrDefault(familyId, Map.of()).values());
    }

    private void settleReferrals(UUID familyId, LocalDate day) {
        Family family = families.get(familyId);
        if (family == null) {
            return; // nothing is known of it, so nothing can be referred
        }
        SortedSet<String> causes = needsOfFamily.getOrDefault(familyId, emptySortedMap()).values().stream()
                .map(need -> need.id() + "/" + need.version())
                .collect(toCollection(TreeSet::new));
        FamilyReferrals.settled(
                        family, causes, referralsOf(familyId), rules.apply(day).fields(), day)
                .forEach(this::replace);
    }

    private void replace(Referral referral) {
        switch (referral) {
            case Referral.Open open -> keep(open);
            case Referral.Closed closed ->
                referralsOfFamily
                        .getOrDefault(closed.home().familyId(), new HashMap<>())
                        .remove(closed.id());
        }
        changedReferrals.put(referral.id(), referral);
        events.add(ReferralEvent.of(referral));
    }

    private void keep(Need.Open need) {
        needs.put(need.of(), need);
        needsOfFamily
                .computeIfAbsent(need.home().familyId(), _ -> new TreeMap<>())
                .put(need.of(), need);
    }

    private void keep(Referral.Open referral) {
        referralsOfFamily
                .computeIfAbsent(referral.home().familyId(), _ -> new TreeMap<>())
                .put(referral.id(), referral);
    }

    /** In the order they happened. */
    List<IntegrationEvent> events() {
        return List.copyOf(events);
    }

    Collection<Child> changedChildren() {
        return List.copyOf(changedChildren.values());
    }

    Collection<Pregnancy> changedPregnancies() {
        return List.copyOf(changedPregnancies.values());
    }

    Collection<Family> changedFamilies() {
        return List.copyOf(changedFamilies.values());
    }

    /** Each need that changed, as it is in the end. */
    Collection<Need> changedNeeds() {
        return List.copyOf(changedNeeds.values());
    }

    /** Each referral that changed, as it is in the end. */
    Collection<Referral> changedReferrals() {
        return List.copyOf(changedReferrals.values());
    }
}
