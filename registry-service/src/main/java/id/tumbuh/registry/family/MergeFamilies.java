package id.tumbuh.registry.family;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Correction;
import id.tumbuh.registry.batch.Faults;
import id.tumbuh.registry.batch.Registration;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.Screener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two families that are one. The duplicate keeps its row and its identities and stands for the survivor from then on; its
 * persons belong to the survivor, and what was observed of it counts there. Undone, those who came go back.
 */
@ApplicationScoped
public class MergeFamilies {
    private final IdentityKeys identities;
    private final FamilyHomes homes;
    private final FamilyStructure structure;
    private final ChangeFamily change;
    private final ObserveFamily observe;
    private final ReassessFamilies reassess;

    MergeFamilies(
            IdentityKeys identities,
            FamilyHomes homes,
            FamilyStructure structure,
            ChangeFamily change,
            ObserveFamily observe,
            ReassessFamilies reassess) {
        this.identities = identities;
        this.homes = homes;
        this.structure = structure;
        this.change = change;
        this.observe = observe;
        this.reassess = reassess;
    }

    /**
     * A merge as it is asked for.
     *
     * @param reason a word, as {@code SAME_CARD}
     * @param expected version of the duplicate; null is "whichever it has"
     */
    public record Merge(
            UUID duplicate,
            UUID survivor,
            LocalDate on,
            String reason,
            @Nullable Long expected) {}

    public Correction merge(Transaction tx, Actor actor, Screener screener, Merge merge) {
        if (merge.duplicate().equals(merge.survivor())) {
            return new Correction.Refused(new Registration.Invalid(RegistryProblem.MERGE_WITH_ITSELF, "/into"));
        }
        Pair pair = lock(tx, merge.duplicate(), merge.survivor());
        if (pair.duplicate() == null || pair.survivor() == null) {
            return new Correction.Unknown();
        }
        KnownFamily duplicate = pair.duplicate();
        KnownFamily survivor = pair.survivor();
        if (merge.survivor().equals(duplicate.facts().state().mergedInto())) {
            return new Correction.Unchanged(duplicate.version());
        }
        if (merge.expected() != null && merge.expected() != duplicate.version()) {
            return new Correction.Stale();
        }
        Optional<Registration.Invalid> refusal = FamilyStructure.mergedRefusal(duplicate, "")
                .or(() -> FamilyStructure.mergedRefusal(survivor, "/into"))
                .or(() -> Faults.unless(
                        !merge.on().isAfter(screener.day()), RegistryProblem.DATE_IN_FUTURE, "/effectiveOn"));
        return refusal.<Correction>map(Correction.Refused::new)
                .orElseGet(() -> merge(tx, actor, screener, duplicate, survivor, merge));
    }

    private Correction merge(
            Transaction tx, Actor actor, Screener screener, KnownFamily duplicate, KnownFamily survivor, Merge merge) {
        Transfer everybody = new Transfer(duplicate.home(), survivor.home(), null, merge.on(), Transfer.Cause.MERGED);
        Set<UUID> persons = structure.transfer(tx, actor, everybody);
        FamilyMerges.add(tx.sql(), actor, merge, persons);
        FamilyState before = duplicate.facts().state();
        Decision decision = Decision.none(screener);
        FamilyState after = new FamilyState(
                before.id(),
                before.version() + 1,
                before.area(),
                decision.risk(),
                before.welfareRank(),
                merge.survivor());
        FamilyMerges.setMerged(tx.sql(), after);
        change.tell(tx, before, after, new Occasion.Merged(merge.on()));
        change.audit(tx, actor, "MERGE", after);
        settle(tx, actor, screener, merge.survivor());
        return new Correction.Done(after.version());
    }

    public Correction undo(Transaction tx, Actor actor, Screener screener, UUID id, @Nullable Long expected) {
        Optional<FamilyMerges.Merged> standing = FamilyMerges.standing(tx.sql(), id);
        if (standing.isEmpty()) {
            return KnownFamily.find(tx.sql(), id, identities).isEmpty()
                    ? new Correction.Unknown()
                    : new Correction.Refused(new Registration.Invalid(RegistryProblem.FAMILY_NOT_MERGED, ""));
        }
        FamilyMerges.Merged merged = standing.get();
        FamilyHome whereTheyAre =
                homes.find(tx.sql(), List.of(merged.survivor())).get(merged.survivor());
        if (whereTheyAre == null) {
            return new Correction.Unknown();
        }
        Pair pair = lock(tx, id, whereTheyAre.id());
        if (pair.duplicate() == null || pair.survivor() == null) {
            return new Correction.Unknown();
        }
        if (expected != null && expected != pair.duplicate().version()) {
            return new Correction.Stale();
        }
        return undo(tx, actor, screener, pair.duplicate(), pair.survivor(), merged);
    }

    /** Who has left the survivor since then stays where he or she is. */
    private Correction undo(
            Transaction tx,
            Actor actor,
            Screener screener,
            KnownFamily duplicate,
            KnownFamily survivor,
            FamilyMerges.Merged merged) {
        FamilyMerges.undo(tx.sql(), actor, merged.id(), duplicate.id());
        Transfer back = new Transfer(
                survivor.home(), duplicate.home(), merged.persons(), screener.day(), Transfer.Cause.SEPARATED);
        structure.transfer(tx, actor, back);
        KnownFamily alone =
                KnownFamily.lock(tx.sql(), duplicate.id(), identities).orElseThrow();
        long version = change.change(
                tx,
                screener,
                structure.withItsPersons(tx, alone),
                alone.content(),
                new Occasion.Separated(screener.day()));
        reassess.reassess(tx, actor, screener, List.of(duplicate.id()));
        change.audit(tx, actor, "UNMERGE", alone.facts().state());
        settle(tx, actor, screener, survivor.id());
        return new Correction.Done(version);
    }

    private void settle(Transaction tx, Actor actor, Screener screener, UUID family) {
        reassess.reassess(tx, actor, screener, List.of(family));
        observe.settle(tx, screener, family);
    }

    /** Always in the same order: two merges of the same families wait for each other instead of dying. */
    private Pair lock(Transaction tx, UUID duplicate, UUID survivor) {
        boolean first = duplicate.compareTo(survivor) < 0;
        KnownFamily one = KnownFamily.lock(tx.sql(), first ? duplicate : survivor, identities)
                .orElse(null);
        KnownFamily other = KnownFamily.lock(tx.sql(), first ? survivor : duplicate, identities)
                .orElse(null);
        return first ? new Pair(one, other) : new Pair(other, one);
    }

    private record Pair(
            @Nullable KnownFamily duplicate, @Nullable KnownFamily survivor) {}
}
