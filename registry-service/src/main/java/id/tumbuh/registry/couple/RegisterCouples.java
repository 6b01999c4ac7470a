package id.tumbuh.registry.couple;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Fingerprints;
import id.tumbuh.registry.batch.Outcomes;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.problem.RegistryProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Registers couples in bulk inside a transaction of its caller. Safe to repeat. */
@ApplicationScoped
public class RegisterCouples {
    private final IdentityKeys identities;
    private final ObjectMapper json;

    RegisterCouples(IdentityKeys identities, ObjectMapper json) {
        this.identities = identities;
        this.json = json;
    }

    /** The outcome of each, in the order given. Bride and groom must be registered, before or in this transaction. */
    public List<Registration> register(Transaction tx, Actor actor, LocalDate today, List<NewCouple> wanted) {
        Partners partners = Partners.lock(tx.sql(), wanted, today);
        Set<UUID> erased =
                ErasedPersons.among(tx.sql(), wanted.stream().map(NewCouple::id).toList());
        Map<UUID, Couples.Row> candidates = new LinkedHashMap<>();
        for (NewCouple couple : wanted) {
            if (partners.refusal(couple).isEmpty() && !erased.contains(couple.id())) {
                candidates.putIfAbsent(
                        couple.id(),
                        new Couples.Row(
                                couple,
                                partners.bride(couple),
                                partners.groom(couple),
                                identities.fingerprint(couple.content())));
            }
        }
        Set<UUID> created = candidates.isEmpty() ? Set.of() : Couples.insert(tx.sql(), candidates.values());
        candidates.values().stream()
                .filter(row -> created.contains(row.id()))
                .forEach(row -> tell(tx, actor, row.stored()));
        Map<UUID, byte[]> present = Fingerprints.of(tx.sql(), "couple", candidates.keySet());
        Outcomes outcomes = new Outcomes(created, present);
        List<Registration> answers = new ArrayList<>(wanted.size());
        for (NewCouple couple : wanted) {
            Optional<Registration.Invalid> refusal = partners.refusal(couple)
                    .or(() -> present.containsKey(couple.id()) || erased.contains(couple.id())
                            ? Optional.empty()
                            : Optional.of(planned()));
            answers.add(refusal.isPresent() ? refusal.get() : outcome(couple, outcomes));
        }
        return answers;
    }

    private static Registration.Invalid planned() {
        return new Registration.Invalid(RegistryProblem.WEDDING_PLANNED_ALREADY, "/brideId");
    }

    private Registration outcome(NewCouple couple, Outcomes outcomes) {
        return outcomes.of(couple.id(), Set.of(), stored -> identities.isFingerprintOf(stored, couple.content()));
    }

    private void tell(Transaction tx, Actor actor, KnownCouple couple) {
        tx.announce(Announcement.of(CoupleEvent.of(CoupleEvent.Fact.REGISTERED, couple), json));
        tx.audit(actor.did(
                "REGISTER", "couple", couple.content().id(), couple.area().value()));
    }
}
