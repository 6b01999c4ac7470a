package id.tumbuh.registry.family;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.area.Areas;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.Screener;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Corrects a family or moves it to another desa; who belongs to it goes with it. */
@ApplicationScoped
public class CorrectFamily {
    private final Areas areas;
    private final IdentityKeys identities;
    private final FamilyObservations observations;
    private final ChangeFamily change;
    private final List<Household> households;

    CorrectFamily(
            Areas areas,
            IdentityKeys identities,
            FamilyObservations observations,
            ChangeFamily change,
            @All List<Household> households) {
        this.areas = areas;
        this.identities = identities;
        this.observations = observations;
        this.change = change;
        this.households = households;
    }

    public Correction correct(Transaction tx, Actor actor, Screener screener, long expected, NewFamily wanted) {
        Optional<KnownFamily> found = KnownFamily.lock(tx.sql(), wanted.id(), identities);
        if (found.isEmpty()) {
            return new Correction.Unknown();
        }
        KnownFamily before = found.get();
        NewFamily content = before.completing(wanted);
        if (content.content().equals(before.content().observedLike(content).content())) {
            return new Correction.Unchanged(before.version());
        }
        if (before.version() != expected) {
            return new Correction.Stale();
        }
        return refusal(tx, actor, screener, before, content)
                .<Correction>map(Correction.Refused::new)
                .orElseGet(() -> correct(tx, actor, screener, before, content));
    }

    /** The family lives in another place from a day on; anything else known of it stays. */
    Correction move(Transaction tx, Actor actor, Screener screener, long expected, NewHome home) {
        Optional<KnownFamily> found = KnownFamily.lock(tx.sql(), home.family(), identities);
        if (found.isEmpty()) {
            return new Correction.Unknown();
        }
        KnownFamily before = found.get();
        NewFamily content = home.of(before.content());
        if (content.content().equals(before.content().content())) {
            return new Correction.Unchanged(before.version());
        }
        if (before.version() != expected) {
            return new Correction.Stale();
        }
        Optional<Registration.Invalid> refusal = refusal(tx, actor, screener, before, content)
                .or(() -> FormerResidences.refusal(tx.sql(), home, screener.day()));
        return refusal.<Correction>map(Correction.Refused::new)
                .orElseGet(() -> move(tx, actor, screener, before, new Arrival(content, home.effectiveOn())));
    }

    private Optional<Registration.Invalid> refusal(
            Transaction tx, Actor actor, Screener screener, KnownFamily before, NewFamily content) {
        if (before.isMerged()) {
            return Optional.of(new Registration.Invalid(RegistryProblem.FAMILY_MERGED, ""));
        }
        return new FamilyPlace(actor, areas.desaAmong(tx.sql(), Set.of(content.area())), screener.day())
                .refusal(content)
                .or(() -> observations.refusal(tx.sql(), before.content(), content));
    }

    private Correction correct(Transaction tx, Actor actor, Screener screener, KnownFamily before, NewFamily content) {
        observations.addChanged(tx.sql(), actor, before.content(), content, screener.day());
        if (!content.area().equals(before.content().area())) {
            return move(tx, actor, screener, before, new Arrival(content, screener.day()));
        }
        long version = change.change(tx, screener, before, content, null);
        tx.audit(actor.did("CORRECT", "family", content.id(), content.area().value()));
        return new Correction.Done(version);
    }

    /** What is known of a family once it has moved, and since when. */
    private record Arrival(NewFamily content, LocalDate on) {}

    private Correction move(Transaction tx, Actor actor, Screener screener, KnownFamily before, Arrival arrival) {
        UUID id = before.id();
        String from = before.content().area().value();
        FormerResidences.leave(tx.sql(), before.content(), arrival.on());
        boolean toAnotherDesa = !from.equals(arrival.content().area().value());
        long version = change.change(
                tx, screener, before, arrival.content(), toAnotherDesa ? new Occasion.Moved(from, arrival.on()) : null);
        tx.audit(actor.did("MOVE", "family", id, arrival.content().area().value()));
        if (toAnotherDesa) {
            households.forEach(household ->
                    household.moved(tx, actor, Set.of(id), arrival.content().area()));
        }
        return new Correction.Done(version);
    }
}
