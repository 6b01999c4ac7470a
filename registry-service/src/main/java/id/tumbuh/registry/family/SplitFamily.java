package id.tumbuh.registry.family;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasedPersons;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.area.Areas;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Fingerprints;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A household splits (pecah KK): some of a family's persons become a family of their own, with a card of its own. */
@ApplicationScoped
public class SplitFamily {
    private final Areas areas;
    private final IdentityKeys identities;
    private final FamilyObservations observations;
    private final FamilyStructure structure;
    private final ChangeFamily change;
    private final ReassessFamilies reassess;
    private final ObjectMapper json;

    SplitFamily(
            Areas areas,
            IdentityKeys identities,
            FamilyObservations observations,
            FamilyStructure structure,
            ChangeFamily change,
            ReassessFamilies reassess,
            ObjectMapper json) {
        this.areas = areas;
        this.identities = identities;
        this.observations = observations;
        this.structure = structure;
        this.change = change;
        this.reassess = reassess;
        this.json = json;
    }

    /**
     * A split as it is reported.
     *
     * @param from the family they leave
     * @param into the family they become; its id is made by the client, so that the request can be repeated
     * @param persons children and members who go
     */
    public record Split(UUID from, NewFamily into, Set<UUID> persons, LocalDate on, Transfer.Cause cause) {
        public Split {
            persons = Set.copyOf(persons);
        }
    }

    public Correction split(Transaction tx, Actor actor, Screener screener, long expected, Split split) {
        Optional<KnownFamily> found = KnownFamily.lock(tx.sql(), split.from(), identities);
        if (found.isEmpty()) {
            return new Correction.Unknown();
        }
        byte[] stored = Fingerprints.of(tx.sql(), "family", List.of(split.into().id()))
                .get(split.into().id());
        if (stored != null) {
            return identities.isFingerprintOf(stored, split.into().content())
                    ? new Correction.Unchanged(found.get().version())
                    : new Correction.Refused(new Registration.Invalid(RegistryProblem.ID_TAKEN, "/familyId"));
        }
        if (found.get().version() != expected) {
            return new Correction.Stale();
        }
        return refusal(tx, actor, screener, found.get(), split)
                .<Correction>map(Correction.Refused::new)
                .orElseGet(() -> split(tx, actor, screener, found.get(), split));
    }

    private Optional<Registration.Invalid> refusal(
            Transaction tx, Actor actor, Screener screener, KnownFamily from, Split split) {
        FamilyPlace place = new FamilyPlace(
                actor, areas.desaAmong(tx.sql(), Set.of(split.into().area())), screener.day());
        return FamilyStructure.mergedRefusal(from, "")
                .or(() -> place.refusal(split.into()))
                .or(() -> Faults.unless(
                        !split.on().isAfter(screener.day()), RegistryProblem.DATE_IN_FUTURE, "/effectiveOn"));
    }

    private Correction split(Transaction tx, Actor actor, Screener screener, KnownFamily from, Split split) {
        FamilyRow row = newFamily(screener, split.into());
        store(tx, row);
        observations.addReported(tx.sql(), actor, List.of(row), screener.day());
        FamilyEvent.ofSplit(row.state(), split.from(), split.on())
                .forEach(event -> tx.announce(Announcement.of(event, json)));
        FamilyHome home = new FamilyHome(row.id(), split.into().area(), row.dataKey());
        Set<UUID> went = structure.transfer(
                tx, actor, new Transfer(from.home(), home, split.persons(), split.on(), split.cause()));
        refuseStrangers(split, went);
        reassess.reassess(tx, actor, screener, List.of(row.id()));
        long version = change.change(
                tx,
                screener,
                structure.withItsPersons(tx, from),
                from.content(),
                new Occasion.Split(row.id(), split.on()));
        reassess.reassess(tx, actor, screener, List.of(split.from()));
        tx.audit(
                actor.did("SPLIT", "family", split.from(), from.content().area().value()));
        tx.audit(actor.did("REGISTER", "family", row.id(), row.area()));
        return new Correction.Done(version);
    }

    /**
     * Ends the transaction when the id is taken by a family that the actor doesn't see, or was a moment ago by another request: its
     * key would not open what is sealed for this one. Nor does an erased family come back.
     */
    private static void store(Transaction tx, FamilyRow row) {
        boolean isErased = !ErasedPersons.among(tx.sql(), List.of(row.id())).isEmpty();
        if (isErased || Families.insert(tx.sql(), List.of(row)).isEmpty()) {
            throw new ProblemException(Problem.of(RegistryProblem.ID_TAKEN).at("/family/id", RegistryProblem.ID_TAKEN));
        }
    }

    private FamilyRow newFamily(Screener screener, NewFamily content) {
        Decision decision = Decision.of(content.conditions(), Residents.NOBODY, screener);
        return FamilyRow.sealed(
                content,
                identities.create(content.id()),
                identities,
                decision,
                FamilyEvent.versionWhenRegistered(decision.risk()));
    }

    /** Ends the transaction: nobody goes when somebody named is no member. */
    private static void refuseStrangers(Split split, Set<UUID> went) {
        Set<UUID> strangers = new HashSet<>(split.persons());
        strangers.removeAll(went);
        if (!strangers.isEmpty()) {
            throw new ProblemException(
                    Problem.of(RegistryProblem.NOT_OF_THE_FAMILY).at("/persons", RegistryProblem.NOT_OF_THE_FAMILY));
        }
    }
}
