package id.tumbuh.intervention.sponsor;

import id.tumbuh.intervention.problem.InterventionProblem;
import id.tumbuh.platform.access.Actor;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.http.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes in promises, one or many, in one transaction. */
@ApplicationScoped
class RegisterSponsors {
    private final Database database;

    RegisterSponsors(Database database) {
        this.database = database;
    }

    /**
     * A promise for an id that its sender made.
     *
     * @param active null leaves it as it is
     * @param expected the version it changes; null registers, and changes nothing that stands
     */
    record Sent(
            UUID id,
            Sponsor.Promise promise,
            @Nullable Boolean active,
            @Nullable Long expected) {}

    Registering register(Actor actor, Sent sent) {
        return register(actor, List.of(sent)).getFirst();
    }

    /** In the order sent; what is wrong with one keeps no other from being stored. */
    List<Registering> register(Actor actor, List<Sent> all) {
        return database.write(actor.scope(), tx -> register(tx, actor, all));
    }

    /** What would become of them; nothing is kept. */
    List<Registering> tried(Actor actor, List<Sent> all) {
        List<Registering> outcomes = new ArrayList<>();
        try {
            database.<@Nullable Object>write(actor.scope(), tx -> {
                outcomes.clear();
                outcomes.addAll(register(tx, actor, all));
                throw new OnlyTried();
            });
        } catch (OnlyTried rolledBack) {
            return List.copyOf(outcomes);
        }
        throw new IllegalStateException("what was only tried has been kept");
    }

    /** Takes a transaction back. */
    private static final class OnlyTried extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static List<Registering> register(Transaction tx, Actor actor, List<Sent> all) {
        Map<UUID, Sponsor> known =
                Sponsors.lock(tx.sql(), all.stream().map(Sent::id).collect(Collectors.toSet()));
        Map<UUID, Sponsor> fresh = new HashMap<>();
        for (Sent sent : all) {
            if (sent.expected() == null && !known.containsKey(sent.id()) && refusal(actor, sent) == null) {
                fresh.putIfAbsent(
                        sent.id(), new Sponsor(sent.id(), sent.promise(), 0, !Boolean.FALSE.equals(sent.active()), 1));
            }
        }
        Set<UUID> created = Sponsors.insert(tx.sql(), List.copyOf(fresh.values()));
        List<Registering> outcomes = new ArrayList<>();
        for (Sent sent : all) {
            outcomes.add(outcome(tx, actor, sent, known, fresh, created));
        }
        return outcomes;
    }

    private static Registering outcome(
            Transaction tx,
            Actor actor,
            Sent sent,
            Map<UUID, Sponsor> known,
            Map<UUID, Sponsor> fresh,
            Set<UUID> created) {
        Registering.Refused refusal = refusal(actor, sent);
        if (refusal != null) {
            return refusal;
        }
        Sponsor stands = known.get(sent.id());
        if (stands != null) {
            return change(tx, actor, sent, stands);
        }
        Sponsor one = fresh.get(sent.id());
        if (one == null || !created.contains(one.id())) {
            // somebody's that may not be seen, or the institution's number is another's
            return sent.expected() == null ? new Registering.Taken() : new Registering.Stale();
        }
        if (!one.promise().equals(sent.promise())) {
            return new Registering.Taken(); // twice in this batch, with other content
        }
        known.put(one.id(), one);
        tx.audit(actor.did("REGISTER", "sponsor", one.id(), one.promise().area().value()));
        return new Registering.Created(one);
    }

    private static Registering change(Transaction tx, Actor actor, Sent sent, Sponsor stands) {
        boolean active = sent.active() == null ? stands.active() : sent.active();
        boolean isSame = sent.promise().equals(stands.promise()) && active == stands.active();
        if (isSame) {
            return new Registering.Unchanged(stands);
        }
        if (sent.expected() == null) {
            return new Registering.Taken();
        }
        if (sent.expected() != stands.version()) {
            return new Registering.Stale();
        }
        if (sent.promise().capacity() < stands.placed()) {
            return new Registering.Refused("/capacity", InterventionProblem.CAPACITY_IN_USE);
        }
        Sponsor changed = new Sponsor(stands.id(), sent.promise(), stands.placed(), active, stands.version() + 1);
        Sponsors.update(tx.sql(), changed);
        tx.audit(actor.did(
                "CHANGE", "sponsor", changed.id(), changed.promise().area().value()));
        return new Registering.Changed(changed);
    }

    /** Who registers must answer for the area; what the database would refuse is told by its field. */
    private static Registering.@Nullable Refused refusal(Actor actor, Sent sent) {
        return actor.scope().allows(sent.promise().area())
                ? null
                : new Registering.Refused("/area", CommonProblem.INVALID_AREA);
    }
}
