package id.tumbuh.registry.family;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Takes in what somebody saw of a family, in whatever order it arrives: the family is what the newest observations say. */
@ApplicationScoped
public class ObserveFamily {
    private final FamilyObservations observations;
    private final IdentityKeys identities;
    private final ChangeFamily change;
    private final ObjectMapper json;

    ObserveFamily(FamilyObservations observations, IdentityKeys identities, ChangeFamily change, ObjectMapper json) {
        this.observations = observations;
        this.identities = identities;
        this.change = change;
        this.json = json;
    }

    /** What became of an observation. */
    public enum Outcome {
        ADDED,
        UNCHANGED,
        CONFLICT,
        MERGED,
        UNKNOWN
    }

    public Outcome observe(Transaction tx, Actor actor, Screener screener, FamilyObservation observation) {
        Optional<KnownFamily> found = KnownFamily.lock(tx.sql(), observation.family(), identities);
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        Optional<FamilyObservation> same = observations.find(tx.sql(), observation.id());
        if (same.isPresent()) {
            return same.get().saysTheSameAs(observation) ? Outcome.UNCHANGED : Outcome.CONFLICT;
        }
        if (found.get().isMerged()) {
            return Outcome.MERGED;
        }
        boolean added = observations.add(
                tx.sql(), actor, observation, found.get().content().area().value());
        if (!added) {
            return Outcome.CONFLICT;
        }
        tx.audit(actor.did(
                "OBSERVE",
                "family",
                observation.family(),
                found.get().content().area().value()));
        settle(tx, screener, found.get());
        return Outcome.ADDED;
    }

    /** Brings a locked family to what its observations say. */
    void settle(Transaction tx, Screener screener, KnownFamily family) {
        NewFamily known = family.content();
        KnownFacts facts = KnownFacts.of(observations.of(tx.sql(), family.id()));
        NewFamily settled = new NewFamily(
                known.id(),
                known.area(),
                known.rw(),
                known.rt(),
                known.headName(),
                known.card(),
                known.phone(),
                known.address(),
                facts.welfareRank(),
                facts.conditions(json),
                known.observed());
        if (!settled.content().equals(known.content())) {
            change.change(tx, screener, family, settled, null);
        }
    }

    void settle(Transaction tx, Screener screener, UUID family) {
        KnownFamily.lock(tx.sql(), family, identities).ifPresent(known -> settle(tx, screener, known));
    }
}
