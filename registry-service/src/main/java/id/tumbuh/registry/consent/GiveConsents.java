package id.tumbuh.registry.consent;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Registration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Records many consents in one transaction, a statement for each step; each row is answered as it would be alone. */
@ApplicationScoped
class GiveConsents {
    private final Database database;
    private final ConsentRules rules;
    private final ObjectMapper json;

    GiveConsents(Database database, ConsentRules rules, ObjectMapper json) {
        this.database = database;
        this.rules = rules;
        this.json = json;
    }

    /** What became of each, in their order. */
    List<Registration> give(Actor actor, List<Consent> wanted) {
        List<Optional<Registration.Invalid>> faults =
                wanted.stream().map(rules::fault).toList();
        return database.write(actor.scope(), tx -> give(tx, actor, wanted, faults));
    }

    private List<Registration> give(
            Transaction tx, Actor actor, List<Consent> wanted, List<Optional<Registration.Invalid>> faults) {
        Set<ConsentSubject> present = Consents.present(tx.sql(), fine(wanted, faults));
        Map<UUID, Consent> first = new LinkedHashMap<>();
        fine(wanted, faults).stream()
                .filter(consent -> present.contains(consent.subject()))
                .forEach(consent -> first.putIfAbsent(consent.id(), consent));
        Set<UUID> untold = Consents.insert(tx.sql(), List.copyOf(first.values()), actor);
        Map<UUID, StoredConsent> stored = Consents.find(tx.sql(), first.keySet());
        tell(tx, actor, untold, stored);
        List<Registration> answers = new ArrayList<>(wanted.size());
        for (int row = 0; row < wanted.size(); row++) {
            Consent consent = wanted.get(row);
            answers.add(faults.get(row)
                    .<Registration>map(fault -> fault)
                    .orElseGet(() -> present.contains(consent.subject())
                            ? outcome(consent, untold, stored)
                            : new Registration.Invalid(
                                    ConsentProblem.CONSENT_SUBJECT_UNKNOWN,
                                    "/" + consent.subject().kind() + "Id")));
        }
        return answers;
    }

    private static List<Consent> fine(List<Consent> wanted, List<Optional<Registration.Invalid>> faults) {
        List<Consent> fine = new ArrayList<>();
        for (int row = 0; row < wanted.size(); row++) {
            if (faults.get(row).isEmpty()) {
                fine.add(wanted.get(row));
            }
        }
        return fine;
    }

    /** The first row with a new id made it; all others are compared. One that can't be seen is another's. */
    private static Registration outcome(Consent consent, Set<UUID> untold, Map<UUID, StoredConsent> stored) {
        if (untold.remove(consent.id())) {
            return new Registration.Created(Set.of());
        }
        StoredConsent known = stored.get(consent.id());
        return known != null && known.asReported().equals(consent)
                ? new Registration.Unchanged()
                : new Registration.Conflict();
    }

    private void tell(Transaction tx, Actor actor, Set<UUID> created, Map<UUID, StoredConsent> stored) {
        List<StoredConsent> given = created.stream()
                .flatMap(id -> Optional.ofNullable(stored.get(id)).stream())
                .toList();
        tx.announceAll(given.stream()
                .map(consent -> Announcement.of(ConsentEvent.of(consent), json))
                .toList());
        for (StoredConsent one : given) {
            ConsentSubject subject = one.consent().subject();
            tx.audit(actor.did("GIVE_CONSENT", subject.kind(), subject.id(), one.area()));
        }
    }
}
