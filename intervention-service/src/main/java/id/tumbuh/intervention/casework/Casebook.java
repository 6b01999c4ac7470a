package id.tumbuh.intervention.casework;

import static java.util.stream.Collectors.toCollection;

import id.tumbuh.intervention.circumstance.Child;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Family;
import id.tumbuh.intervention.need.ChildNeed;
import id.tumbuh.intervention.need.Need;
import id.tumbuh.intervention.need.NeedEvent;
import id.tumbuh.intervention.need.NeedReason;
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
    private final Map<UUID, Child> children = new HashMap<>();
    private final Map<UUID, Family> families = new HashMap<>();
    /** Open needs by child. */
    private final Map<UUID, Need.Open> needs = new HashMap<>();
    /** The last need of children that were merged into others, by child. */
    private final Map<UUID, Need.Closed> merged = new HashMap<>();
    /** Open needs by family and child, in order, so that what follows from them doesn't depend on chance. */
    private final Map<UUID, Map<UUID, Need.Open>> needsOfFamily = new HashMap<>();
    /** Open referrals by family and id. */
    private final Map<UUID, Map<UUID, Referral.Open>> referralsOfFamily = new HashMap<>();

    private final Map<UUID, Child> changedChildren = new LinkedHashMap<>();
    private final Map<UUID, Family> changedFamilies = new LinkedHashMap<>();
    private final Map<UUID, Need> changedNeeds = new LinkedHashMap<>();
    private final Map<UUID, Referral> changedReferrals = new LinkedHashMap<>();
    private final List<IntegrationEvent> events = new ArrayList<>();

    Casebook(Function<LocalDate, ResponseRules> rules) {
        this.rules = rules;
    }

    void open(
            Collection<Child> knownChildren,
            Collection<Family> knownFamilies,
            Collection<Need.Open> openNeeds,
            Collection<Need.Closed> mergedNeeds,
            Collection<Referral.Open> openReferrals) {
        knownChildren.forEach(child -> children.put(child.id(), child));
        knownFamilies.forEach(family -> families.put(family.id(), family));
        openNeeds.forEach(this::keep);
        mergedNeeds.forEach(need -> merged.put(need.childId(), need));
        openReferrals.forEach(this::keep);
    }

    void apply(Fact fact) {
        switch (fact) {
            case Fact.OfChild told -> apply(told);
            case Fact.OfFamily told -> apply(told);
        }
    }

    private void apply(Fact.OfChild fact) {
        Optional<Child> known = Optional.ofNullable(children.get(fact.childId()))
                .or(() -> fact.home().map(home -> Child.unknown(fact.childId(), home)));
        Optional<Child> after = known.flatMap(child -> child.after(fact));
        if (known.isEmpty() || after.isEmpty()) {
            return; // told before, or erased before it was ever heard of
        }
        Child child = after.get();
        children.put(child.id(), child);
        changedChildren.put(child.id(), child);
        ChildNeed.after(
                        fact,
                        child,
                        needs.get(child.id()),
                        merged.get(child.id()),
                        rules.apply(fact.day()).belowMonths())
                .ifPresent(need -> replace(need, fact.day()));
    }

    private void apply(Fact.OfFamily fact) {
        Optional<Family> known = Optional.ofNullable(families.get(fact.familyId()))
                .or(() -> fact.area().map(area -> Family.unknown(fact.familyId(), area)));
        known.flatMap(family -> family.after(fact)).ifPresent(family -> {
            families.put(family.id(), family);
            changedFamilies.put(family.id(), family);
            settleReferrals(family.id(), fact.day());
        });
    }

    private void replace(Need need, LocalDate day) {
        Need.@Nullable Open before = needs.remove(need.childId());
        if (before != null) {
            needsOfFamily
                    .getOrDefault(before.home().familyId(), new TreeMap<>())
                    .remove(before.childId());
        }
        merged.remove(need.childId());
        switch (need) {
            case Need.Open open -> keep(open);
            case Need.Closed closed
            when closed.reason() == NeedReason.CHILD_MERGED -> merged.put(closed.childId(), closed);
            case Need.Closed _ -> {}
        }
        changedNeeds.put(need.id(), need);
        events.add(NeedEvent.of(need));
        settleReferrals(need.home().familyId(), day);
        if (before != null && !before.home().familyId().equals(need.home().familyId())) {
            settleReferrals(before.home().familyId(), day);
        }
    }

    private void settleReferrals(UUID familyId, LocalDate day) {
        Family family = families.get(familyId);
        if (family == null) {
            return; // nothing is known of it, so nothing can be referred
        }
        SortedSet<String> causes = needsOfFamily.getOrDefault(familyId, Map.of()).values().stream()
                .map(need -> need.id() + "/" + need.version())
                .collect(toCollection(TreeSet::new));
        List<Referral.Open> referrals =
                List.copyOf(referralsOfFamily.getOrDefault(familyId, Map.of()).values());
        FamilyReferrals.settled(family, causes, referrals, rules.apply(day).fields(), day)
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
        needs.put(need.childId(), need);
        needsOfFamily
                .computeIfAbsent(need.home().familyId(), _ -> new TreeMap<>())
                .put(need.childId(), need);
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
