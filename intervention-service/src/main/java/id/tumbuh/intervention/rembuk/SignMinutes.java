package id.tumbuh.intervention.rembuk;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.intervention.change.Actor;
import id.tumbuh.intervention.change.Change;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Signs minutes. From the first signature of a revision on, what it promises are commitments. */
@ApplicationScoped
class SignMinutes {
    /** Why a commitment ends that a signed revision has no more. */
    static final String NOT_IN_THE_REVISION = "REVISED";

    private final Database database;
    private final ObjectMapper json;

    SignMinutes(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * What is signed, and for whom.
     *
     * @param sha256 of the minutes as the signer has read them: the precondition of a signature
     */
    record Wanted(UUID id, String sha256, String onBehalfOf) {}

    /** Undoes the signature: one of the commitments is another rembuk's. */
    private static final class CommitmentElsewhere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CommitmentElsewhere() {
            super("the id of a commitment is another rembuk's", null, false, false);
        }
    }

    Change<Rembuk> sign(Actor actor, Wanted wanted) {
        try {
            return database.write(
                    actor.scope(),
                    tx -> Rembuks.lock(tx.sql(), wanted.id())
                            .map(before -> signed(tx, actor, before, wanted))
                            .orElseGet(Change.Unknown::new));
        } catch (CommitmentElsewhere taken) {
            return Change.Refused.because(RembukProblem.ID_TAKEN);
        }
    }

    private Change<Rembuk> signed(Transaction tx, Actor actor, Rembuk before, Wanted wanted) {
        if (!before.sha256().equals(wanted.sha256())) {
            return Change.Refused.because(RembukProblem.MINUTES_CHANGED);
        }
        if (before.isSignedBy(actor.subject(), wanted.onBehalfOf())) {
            return new Change.Unchanged<>(before);
        }
        if (before.minutes().heldOn().isAfter(Days.today())) {
            return Change.Refused.because(RembukProblem.REMBUK_NOT_HELD_YET);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Rembuk.Signature signature = new Rembuk.Signature(actor.subject(), wanted.onBehalfOf(), now);
        Rembuk after = before.signed(signature);
        Rembuks.update(tx.sql(), after);
        Rembuks.insert(tx.sql(), after, signature);
        if (before.state() == Rembuk.State.DRAFT) {
            promise(tx, after);
        }
        tx.audit(actor.did(
                "SIGN_REMBUK", "rembuk", after.id(), after.minutes().area().value()));
        return new Change.Done<>(after);
    }

    private void promise(Transaction tx, Rembuk rembuk) {
        Map<UUID, Commitment> known = new HashMap<>();
        Commitments.lockOf(tx.sql(), rembuk.id()).forEach(one -> known.put(one.id(), one));
        List<Commitment> made = new ArrayList<>();
        List<Commitment> changed = new ArrayList<>();
        Minutes minutes = rembuk.minutes();
        for (Minutes.Promise promise : minutes.commitments()) {
            Commitment before = known.remove(promise.id());
            if (before == null) {
                made.add(new Commitment(
                        rembuk.id(), minutes.area(), minutes.heldOn(), promise, new Commitment.Open(), 1));
            } else if (!before.promise().equals(promise) || before.standing() instanceof Commitment.Withdrawn) {
                changed.add(before.revised(minutes.heldOn(), promise));
            }
        }
        known.values().stream()
                .filter(one -> !(one.standing() instanceof Commitment.Withdrawn))
                .forEach(one -> changed.add(one.at(new Commitment.Withdrawn(NOT_IN_THE_REVISION))));
        if (Commitments.insert(tx.sql(), made) < made.size()) {
            throw new CommitmentElsewhere();
        }
        Commitments.update(tx.sql(), changed);
        made.addAll(changed);
        made.forEach(one -> {
            tx.announce(Announcement.of(CommitmentEvent.of(one), json));
            RembukDays.put(tx, one);
        });
    }
}
