package id.tumbuh.registry.family;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.area.Areas;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Registers families in bulk inside a transaction of its caller: screened, stored, announced and audited, with one
 * statement for each. Safe to repeat: the same id with the same content changes nothing.
 */
@ApplicationScoped
public class RegisterFamilies {
    private final Areas areas;
    private final IdentityKeys identities;
    private final ObjectMapper json;

    RegisterFamilies(Areas areas, IdentityKeys identities, ObjectMapper json) {
        this.areas = areas;
        this.identities = identities;
        this.json = json;
    }

    /** The outcome of each family, in the order given. */
    public List<Registration> register(Transaction tx, Actor actor, Screener screener, List<NewFamily> families) {
        FamilyPlace place = new FamilyPlace(
                actor,
                areas.desaAmong(tx.sql(), families.stream().map(NewFamily::area).collect(toSet())));
        Map<UUID, FamilyRow> candidates = new LinkedHashMap<>();
        for (NewFamily family : families) {
            if (place.refusal(family.area()).isEmpty() && !candidates.containsKey(family.id())) {
                candidates.put(family.id(), row(family, screener));
            }
        }
        Set<UUID> created = store(tx, actor, candidates);
        Map<UUID, byte[]> present = fingerprintsOfTheRest(tx, candidates, created);
        return families.stream()
                .map(family -> place.refusal(family.area())
                        .<Registration>map(refusal -> refusal)
                        .orElseGet(() -> outcome(family, candidates, created, present)))
                .toList();
    }

    private FamilyRow row(NewFamily family, Screener screener) {
        Risk risk = Risk.of(screener.screen(family.conditions().profile(null)));
        return FamilyRow.sealed(
                family, identities.create(family.id()), identities, risk, FamilyEvent.versionWhenRegistered(risk));
    }

    private Set<UUID> store(Transaction tx, Actor actor, Map<UUID, FamilyRow> candidates) {
        if (candidates.isEmpty()) {
            return Set.of();
        }
        Set<UUID> created = Families.insert(tx.sql(), List.copyOf(candidates.values()));
        for (FamilyRow row : candidates.values()) {
            if (created.contains(row.id())) {
                for (FamilyEvent event : FamilyEvent.ofRegistration(row.state())) {
                    tx.announce(Announcement.of(event, json));
                }
                tx.audit(actor.did("REGISTER", "family", row.id(), row.area()));
            }
        }
        return created;
    }

    private static Map<UUID, byte[]> fingerprintsOfTheRest(
            Transaction tx, Map<UUID, FamilyRow> candidates, Set<UUID> created) {
        List<UUID> rest = new ArrayList<>(candidates.keySet());
        rest.removeAll(created);
        return rest.isEmpty() ? Map.of() : Families.fingerprints(tx.sql(), rest);
    }

    private Registration outcome(
            NewFamily family, Map<UUID, FamilyRow> candidates, Set<UUID> created, Map<UUID, byte[]> present) {
        FamilyRow first = candidates.get(family.id());
        if (created.contains(family.id()) && first.family() == family) {
            return new Registration.Created(Set.of());
        }
        byte[] stored = created.contains(family.id()) ? first.fingerprint() : present.get(family.id());
        return stored != null && identities.isFingerprintOf(stored, family.content())
                ? new Registration.Unchanged()
                : new Registration.Conflict();
    }
}
