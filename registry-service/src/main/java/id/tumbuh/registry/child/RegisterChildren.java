package id.tumbuh.registry.child;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.family.FamilyHomes;
import id.tumbuh.registry.family.ReassessFamilies;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.posyandu.Posyandus;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<UUID, ChildRow> candidates = new LinkedHashMap<>();
        for (NewChild child : wanted) {
            if (around.refusal(child).isEmpty() && !candidates.containsKey(child.id())) {
                candidates.put(child.id(), ChildRow.sealed(child, around.home(child), identities, 1));
            }
        }
        Set<UUID> created = store(tx, actor, candidates);
        families.reassess(tx, actor, screener, familiesWithAYounger(candidates, created, around));
        Map<UUID, byte[]> present = fingerprintsOfTheRest(tx, candidates, created);
        return wanted.stream()
                .map(child -> around.refusal(child)
                        .<Registration>map(refusal -> refusal)
                        .orElseGet(() -> outcome(child, candidates, created, present)))
                .toList();
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

    private static Set<UUID> familiesWithAYounger(
            Map<UUID, ChildRow> candidates, Set<UUID> created, Surroundings around) {
        return candidates.values().stream()
                .filter(row -> created.contains(row.id()))
                .map(ChildRow::child)
                .filter(child -> child.active() && around.home(child).isYoungest(child.birthDate()))
                .map(NewChild::familyId)
                .collect(toSet());
    }

    private Map<UUID, byte[]> fingerprintsOfTheRest(Transaction tx, Map<UUID, ChildRow> candidates, Set<UUID> created) {
        List<UUID> rest = new ArrayList<>(candidates.keySet());
        rest.removeAll(created);
        return rest.isEmpty() ? Map.of() : children.fingerprints(tx.sql(), rest);
    }

    private Registration outcome(
            NewChild child, Map<UUID, ChildRow> candidates, Set<UUID> created, Map<UUID, byte[]> present) {
        ChildRow first = candidates.get(child.id());
        if (created.contains(child.id()) && first.child() == child) {
            return new Registration.Created(warnings(child, first));
        }
        byte[] stored = created.contains(child.id()) ? first.fingerprint() : present.get(child.id());
        return stored != null && identities.isFingerprintOf(stored, child.content())
                ? new Registration.Unchanged()
                : new Registration.Conflict();
    }

    private static Set<String> warnings(NewChild child, ChildRow row) {
        Nik nik = child.nik();
        Set<String> warnings = new TreeSet<>();
        if (nik != null) {
            nik.mismatches(child.sex(), child.birthDate(), row.area().value())
                    .forEach(mismatch -> warnings.add("NIK_" + mismatch + "_DIFFERS"));
        }
        return warnings;
    }
}
