package id.tumbuh.registry.consent;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Gives and withdraws consents, each stored, announced and audited in one transaction. */
@ApplicationScoped
class DecideConsent {
    private final ObjectMapper json;

    DecideConsent(ObjectMapper json) {
        this.json = json;
    }

    /** What became of it. */
    sealed interface Outcome {
        record Given(StoredConsent consent) implements Outcome {}

        /** The same was given before. */
        record Known(StoredConsent consent) implements Outcome {}

        record IdTaken() implements Outcome {}

        /** The child or family isn't there, or not the actor's business: nobody learns which. */
        record Unknown() implements Outcome {}
    }

    Outcome give(Transaction tx, Actor actor, Consent wanted) {
        if (!Consents.subjectExists(tx.sql(), wanted.subject())) {
            return new Outcome.Unknown();
        }
        if (!Consents.insert(tx.sql(), wanted, actor)) {
            // one that can't be seen is another's
            return Consents.find(tx.sql(), wanted.id())
                    .filter(known -> known.asReported().equals(wanted))
                    .<Outcome>map(Outcome.Known::new)
                    .orElseGet(Outcome.IdTaken::new);
        }
        StoredConsent given = Consents.find(tx.sql(), wanted.id()).orElseThrow();
        tell(tx, actor, "GIVE_CONSENT", given);
        return new Outcome.Given(given);
    }

    /** Withdrawing twice is withdrawing once; what was said first stays. */
    Optional<StoredConsent> withdraw(Transaction tx, Actor actor, UUID id, Consent.Withdrawal withdrawal) {
        if (!Consents.lock(tx.sql(), id)) {
            return Optional.empty();
        }
        StoredConsent before = Consents.find(tx.sql(), id).orElseThrow();
        if (before.withdrawal() != null) {
            return Optional.of(before);
        }
        Consents.withdraw(tx.sql(), id, withdrawal, actor);
        StoredConsent after = Consents.find(tx.sql(), id).orElseThrow();
        tell(tx, actor, "WITHDRAW_CONSENT", after);
        return Optional.of(after);
    }

    private void tell(Transaction tx, Actor actor, String action, StoredConsent consent) {
        ConsentSubject subject = consent.consent().subject();
        tx.announce(Announcement.of(ConsentEvent.of(consent), json));
        tx.audit(actor.did(action, subject.kind(), subject.id(), consent.area()));
    }
}
