package id.tumbuh.registry.child;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Fingerprints;
import id.tumbuh.registry.batch.Outcomes;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.family.FamilyHomes;
import id.tumbuh.registry.family.ReassessFamilies;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.posyandu.Posyandus;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Registers children in bulk inside a transaction of its caller: stored, announced and audited with one statement each;
 * their families are screened again where a younger child changes it. Safe to repeat.
 */
@ApplicationScoped
public class RegisterChildren {
    private final Children children;
    private final FamilyHomes homes;
    private final Posyandus posyandus;
    private final ReassessFamilies families;
    private final IdentityKeys identities;
    private final ObjectMapper json;

    RegisterChildren(
            Children children,
            FamilyHomes homes,
            Posyandus posyandus,
            ReassessFamilies families,
            IdentityKeys identities,
            ObjectMapper json) {
        this.children = children;
        this.homes = homes;
        this.posyandus = posyandus;
        this.families = families;
        this.identities = identities;
        this.json = json;
    }

    /** The outcome of each child, in the order given. Their families must be registered, before or in this transaction. */
    public List<Registration> register(Transaction tx, Actor actor, Screener screener, List<NewChild> wanted) {
        Surroundings around = Surroundings.of(tx.sql(), wanted, homes, posyandus, screener.day());
        Set<UUID> erased =
                ErasedPersons.among(tx.sql(), wanted.stream().map(NewChild::id).toList());
        Map<UUID, ChildRow> candidates = new LinkedHashMap<>();
        for (NewChild child : wanted) {
            if (around.refusal(child).isEmpty()
                    && !candidates.containsKey(child.id())
                    && !erased.contains(child.id())) {
                candidates.put(child.id(), ChildRow.sealed(child, around.home(child), identities, 1));
            }
        }
        Set<UUID> created = store(tx, actor, candidates);
        families.reassess(tx, actor, screener, familiesOf(candidates, created));
        Outcomes outcomes = new Outcomes(created, fingerprints(tx, candidates, created));
        List<Registration> answers = new ArrayList<>(wanted.size());
        for (NewChild child : wanted) {
            Optional<Registration.Invalid> refusal = around.refusal(child);
            answers.add(refusal.isPresent() ? refusal.get() : outcome(child, around, outcomes));
        }
        return answers;
    }

    private Registration outcome(NewChild child, Surroundings around, Outcomes outcomes) {
        return outcomes.of(
                child.id(),
                warnings(child, around.home(child).area()),
                stored -> identities.isFingerprintOf(stored, child.content()));
    }

    private Set<UUID> store(Transaction tx, Actor actor, Map<UUID, ChildRow> candidates) {
        if (candidates.isEmpty()) {
            return Set.of();
        }
        Set<UUID> created = children.insert(tx.sql(), List.copyOf(candidates.values()));
        for (ChildRow row : candidates.values()) {
            if (created.contains(row.id())) {
                tx.announce(Announcement.of(row.event(ChildEvent.Fact.REGISTERED), json));
                tx.audit(actor.did("REGISTER", "child", row.id(), row.area().value()));
            }
        }
        return created;
    }

    private static Set<UUID> familiesOf(Map<UUID, ChildRow> candidates, Set<UUID> created) {
        return candidates.values().stream()
                .filter(row -> created.contains(row.id()) && row.child().active())
                .map(ChildRow::family)
                .collect(toSet());
    }

    private Map<UUID, byte[]> fingerprints(Transaction tx, Map<UUID, ChildRow> candidates, Set<UUID> created) {
        Map<UUID, byte[]> present = new HashMap<>();
        candidates.forEach((id, row) -> present.put(id, row.fingerprint()));
        Set<UUID> older = new HashSet<>(candidates.keySet());
        older.removeAll(created);
        present.keySet().removeAll(older);
        if (!older.isEmpty()) {
            present.putAll(Fingerprints.of(tx.sql(), "child", older));
        }
        return present;
    }

    private static Set<String> warnings(NewChild child, AreaCode area) {
        Nik nik = child.nik();
        Set<String> warnings = new TreeSet<>();
        if (nik != null) {
            nik.mismatches(child.sex(), child.birthDate(), area.value())
                    .forEach(mismatch -> warnings.add("NIK_" + mismatch + "_DIFFERS"));
        }
        return warnings;
    }
}
