package id.tumbuh.intervention.casework;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Children;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Families;
import id.tumbuh.intervention.circumstance.Family;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Pregnancies;
import id.tumbuh.intervention.need.Need;
import id.tumbuh.intervention.need.Needs;
import id.tumbuh.intervention.need.NeedsChanged;
import id.tumbuh.intervention.referral.Referrals;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.rules.RuleBook;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Takes in what was told and stores and announces what follows from it, in the transaction of the caller. */
@ApplicationScoped
public class Casework {
    private final RuleBook rules;
    private final ObjectMapper json;
    private final List<NeedsChanged> followers;

    Casework(RuleBook rules, ObjectMapper json, @All List<NeedsChanged> followers) {
        this.rules = rules;
        this.json = json;
        this.followers = List.copyOf(followers);
    }

    /** The caller has locked nobody whom these facts are not about. */
    public void take(Transaction tx, List<Fact> told) {
        List<Fact> facts = ofThoseNotErased(tx.sql(), told);
        if (facts.isEmpty()) {
            return;
        }
        Casebook casebook = new Casebook(rulesByDay());
        openLocked(tx.sql(), casebook, facts);
        facts.forEach(casebook::apply);
        Families.store(tx.sql(), casebook.changedFamilies());
        Children.store(tx.sql(), casebook.changedChildren());
        Pregnancies.store(tx.sql(), casebook.changedPregnancies());
        Needs.store(tx.sql(), casebook.changedNeeds());
        Referrals.store(tx.sql(), casebook.changedReferrals());
        tx.announceAll(casebook.events().stream()
                .map(event -> Announcement.of(event, json))
                .toList());
        if (!casebook.changedNeeds().isEmpty()) {
            followers.forEach(follower -> follower.changed(tx, casebook.changedNeeds()));
        }
    }

    /** What was told before an erasure may arrive after it; that somebody is erased may be told again. */
    private static List<Fact> ofThoseNotErased(Handle sql, List<Fact> told) {
        Set<UUID> erased =
                ErasedPersons.among(sql, told.stream().map(Fact::subject).collect(toCollection(HashSet::new)));
        return told.stream()
                .filter(fact -> !erased.contains(fact.subject())
                        || fact instanceof Fact.ChildErased
                        || fact instanceof Fact.PregnancyErased
                        || fact instanceof Fact.FamilyErased)
                .toList();
    }

    /** Locks everybody that the facts may touch and reads them, with what is open for them, afterwards. */
    private static void openLocked(Handle sql, Casebook casebook, List<Fact> facts) {
        Whereabouts told = Whereabouts.of(facts);
        Set<UUID> children = told.ids(Beneficiary.Kind.CHILD);
        Set<UUID> pregnancies = told.ids(Beneficiary.Kind.PREGNANCY);
        List<Beneficiary> known = new ArrayList<>();
        if (!children.isEmpty()) {
            known.addAll(Children.lock(sql, told.homes(Beneficiary.Kind.CHILD), children));
        }
        if (!pregnancies.isEmpty()) {
            known.addAll(Pregnancies.lock(sql, told.homes(Beneficiary.Kind.PREGNANCY), pregnancies));
        }
        // Where they lived before the facts; read only now, because until it was locked it could still move.
        known.forEach(one -> told.add(one.home()));
        List<Family> families = Families.lock(sql, told.areas, told.families);
        List<Need.Open> needs = Needs.openOf(sql, told.families);
        known.addAll(others(sql, needs, children, pregnancies));
        casebook.open(known, families);
        casebook.open(needs, Needs.endedByMerge(sql, children), Referrals.openOf(sql, told.families));
    }

    /** Those of the families that have a need and that no fact is about: a family's circumstances are part of their needs too. */
    private static List<Beneficiary> others(
            Handle sql, List<Need.Open> needs, Set<UUID> children, Set<UUID> pregnancies) {
        Set<UUID> otherChildren = new HashSet<>();
        Set<UUID> otherPregnancies = new HashSet<>();
        for (Need.Open need : needs) {
            switch (need.of().kind()) {
                case CHILD -> otherChildren.add(need.of().id());
                case PREGNANCY -> otherPregnancies.add(need.of().id());
            }
        }
        otherChildren.removeAll(children);
        otherPregnancies.removeAll(pregnancies);
        List<Beneficiary> others = new ArrayList<>(Children.read(sql, otherChildren));
        others.addAll(Pregnancies.read(sql, otherPregnancies));
        return others;
    }

    private Function<LocalDate, ResponseRules> rulesByDay() {
        Map<LocalDate, ResponseRules> known = new HashMap<>();
        return day -> known.computeIfAbsent(day, any -> ResponseRules.of(rules.on(any)));
    }

    /** Everybody that the facts name, and where they place them. */
    private static final class Whereabouts {
        private final Set<Beneficiary.Ref> beneficiaries = new HashSet<>();
        private final Map<Beneficiary.Ref, Home> homes = new HashMap<>();
        private final Set<UUID> families = new HashSet<>();
        private final Map<UUID, AreaCode> areas = new HashMap<>();

        static Whereabouts of(List<Fact> facts) {
            Whereabouts told = new Whereabouts();
            for (Fact fact : facts) {
                switch (fact) {
                    case Fact.OfBeneficiary one -> {
                        told.beneficiaries.add(one.ref());
                        one.home().ifPresent(home -> {
                            told.homes.putIfAbsent(one.ref(), home);
                            told.add(home);
                        });
                    }
                    case Fact.OfFamily ofFamily -> {
                        told.families.add(ofFamily.familyId());
                        ofFamily.area().ifPresent(area -> told.areas.putIfAbsent(ofFamily.familyId(), area));
                    }
                }
            }
            return told;
        }

        void add(Home home) {
            families.add(home.familyId());
            areas.putIfAbsent(home.familyId(), home.area());
        }

        Set<UUID> ids(Beneficiary.Kind kind) {
            return beneficiaries.stream()
                    .filter(ref -> ref.kind() == kind)
                    .map(Beneficiary.Ref::id)
                    .collect(toCollection(HashSet::new));
        }

        Map<UUID, Home> homes(Beneficiary.Kind kind) {
            Map<UUID, Home> ofKind = new HashMap<>();
            homes.forEach((ref, home) -> {
                if (ref.kind() == kind) {
                    ofKind.put(ref.id(), home);
                }
            });
            return ofKind;
        }
    }
}
