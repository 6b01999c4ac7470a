package id.tumbuh.intervention.casework;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.circumstance.Child;
import id.tumbuh.intervention.circumstance.Children;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Families;
import id.tumbuh.intervention.circumstance.Family;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.need.Needs;
import id.tumbuh.intervention.referral.Referrals;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.rules.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
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
class Casework {
    private final RuleBook rules;
    private final ObjectMapper json;

    Casework(RuleBook rules, ObjectMapper json) {
        this.rules = rules;
        this.json = json;
    }

    void take(Transaction tx, List<Fact> told) {
        List<Fact> facts = ofThoseNotErased(tx.sql(), told);
        if (facts.isEmpty()) {
            return;
        }
        Casebook casebook = new Casebook(rulesByDay());
        openLocked(tx.sql(), casebook, facts);
        facts.forEach(casebook::apply);
        Families.store(tx.sql(), casebook.changedFamilies());
        Children.store(tx.sql(), casebook.changedChildren());
        Needs.store(tx.sql(), casebook.changedNeeds());
        Referrals.store(tx.sql(), casebook.changedReferrals());
        tx.announceAll(casebook.events().stream()
                .map(event -> Announcement.of(event, json))
                .toList());
    }

    /** What was told before an erasure may arrive after it; that somebody is erased may be told again. */
    private static List<Fact> ofThoseNotErased(Handle sql, List<Fact> told) {
        Set<UUID> erased =
                ErasedPersons.among(sql, told.stream().map(Fact::subject).collect(toCollection(HashSet::new)));
        return told.stream()
                .filter(fact -> !erased.contains(fact.subject())
                        || fact instanceof Fact.ChildErased
                        || fact instanceof Fact.FamilyErased)
                .toList();
    }

    /** Locks every child and family that the facts may touch and reads them, with what is open for them, afterwards. */
    private static void openLocked(Handle sql, Casebook casebook, List<Fact> facts) {
        Whereabouts told = Whereabouts.of(facts);
        List<Child> children = told.children.isEmpty() ? List.of() : Children.lock(sql, told.homes, told.children);
        // Where a child lived before the facts; read only now, because until it was locked it could still move.
        children.forEach(child -> told.add(child.home()));
        List<Family> families = Families.lock(sql, told.areas, told.families);
        casebook.open(
                children,
                families,
                Needs.openOf(sql, told.families),
                Needs.endedByMerge(sql, told.children),
                Referrals.openOf(sql, told.families));
    }

    private Function<LocalDate, ResponseRules> rulesByDay() {
        Map<LocalDate, ResponseRules> known = new HashMap<>();
        return day -> known.computeIfAbsent(day, any -> ResponseRules.of(rules.on(any)));
    }

    /** Every child and family that the facts name, and where they place them. */
    private static final class Whereabouts {
        private final Set<UUID> children;
        private final Map<UUID, Home> homes = new HashMap<>();
        private final Set<UUID> families = new HashSet<>();
        private final Map<UUID, AreaCode> areas = new HashMap<>();

        private Whereabouts(Set<UUID> children) {
            this.children = children;
        }

        static Whereabouts of(List<Fact> facts) {
            Whereabouts told = new Whereabouts(facts.stream()
                    .filter(Fact.OfChild.class::isInstance)
                    .map(fact -> ((Fact.OfChild) fact).childId())
                    .collect(toCollection(HashSet::new)));
            for (Fact fact : facts) {
                switch (fact) {
                    case Fact.OfChild ofChild ->
                        ofChild.home().ifPresent(home -> {
                            told.homes.putIfAbsent(ofChild.childId(), home);
                            told.add(home);
                        });
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
    }
}
