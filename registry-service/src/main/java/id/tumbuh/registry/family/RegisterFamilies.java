package id.tumbuh.registry.family;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.area.Areas;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Fingerprints;
import id.tumbuh.registry.batch.Outcomes;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.identity.IdentityKeys;
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
import java.util.UUID;

/**
 * Registers families in bulk inside a transaction of its caller: screened, stored, announced and audited, with one
 * statement for each. Safe to repeat: the same id with the same content changes nothing.
 */
@ApplicationScoped
public class RegisterFamilies {
    private final Areas areas;
    private final IdentityKeys identities;
    private final FamilyObservations observations;
    private final ObjectMapper json;

    RegisterFamilies(Areas areas, IdentityKeys identities, FamilyObservations observations, ObjectMapper json) {
        this.areas = areas;
        this.identities = identities;
        this.observations = observations;
        this.json = json;
    }

    /** The outcome of each family, in the order given. */
    public List<Registration> register(Transaction tx, Actor actor, Screener screener, List<NewFamily> families) {
        FamilyPlace place = new FamilyPlace(
                actor,
                areas.desaAmong(tx.sql(), families.stream().map(NewFamily::area).collect(toSet())),
                screener.day());
        Set<UUID> erased = ErasedPersons.among(
                tx.sql(), families.stream().map(NewFamily::id).toList());
        Map<UUID, FamilyRow> candidates = new LinkedHashMap<>();
        for (NewFamily family : families) {
            if (place.refusal(family).isEmpty()
                    && !candidates.containsKey(family.id())
                    && !erased.contains(family.id())) {
                candidates.put(family.id(), row(family, screener));
            }
        }
        Set<UUID> created = store(tx, actor, screener, candidates);
        Outcomes outcomes = new Outcomes(created, fingerprints(tx, candidates, created));
        List<Registration> answers = new ArrayList<>(families.size());
        for (NewFamily family : families) {
            Optional<Registration.Invalid> refusal = place.refusal(family);
            answers.add(refusal.isPresent() ? refusal.get() : outcome(family, outcomes));
        }
        return answers;
    }

    private Registration outcome(NewFamily family, Outcomes outcomes) {
        return outcomes.of(family.id(), Set.of(), stored -> identities.isFingerprintOf(stored, family.content()));
    }

    private FamilyRow row(NewFamily family, Screener screener) {
        Decision decision = Decision.of(family.conditions(), Residents.NOBODY, screener);
        return FamilyRow.sealed(
                family,
                identities.create(family.id()),
                identities,
                decision,
                FamilyEvent.versionWhenRegistered(decision.risk()));
    }

    private Set<UUID> store(Transaction tx, Actor actor, Screener screener, Map<UUID, FamilyRow> candidates) {
        if (candidates.isEmpty()) {
            return Set.of();
        }
        List<FamilyRow> stored = tx.keepingPlans(sql -> {
            Set<UUID> inserted = Families.insert(sql, List.copyOf(candidates.values()));
            List<FamilyRow> rows = candidates.values().stream()
                    .filter(row -> inserted.contains(row.id()))
                    .toList();
            observations.addReported(sql, actor, rows, screener.day());
            return rows;
        });
        for (FamilyRow row : stored) {
            for (FamilyEvent event : FamilyEvent.ofRegistration(row.state())) {
                tx.announce(Announcement.of(event, json));
            }
            tx.audit(actor.did("REGISTER", "family", row.id(), row.area()));
        }
        return stored.stream().map(FamilyRow::id).collect(toSet());
    }

    private static Map<UUID, byte[]> fingerprints(Transaction tx, Map<UUID, FamilyRow> candidates, Set<UUID> created) {
        Map<UUID, byte[]> present = new HashMap<>();
        candidates.forEach((id, row) -> present.put(id, row.fingerprint()));
        Set<UUID> older = new HashSet<>(candidates.keySet());
        older.removeAll(created);
        present.keySet().removeAll(older);
        if (!older.isEmpty()) {
            present.putAll(Fingerprints.of(tx.sql(), "family", older));
        }
        return present;
    }
}
