package id.tumbuh.registry.child;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Merging;
import id.tumbuh.registry.family.ReassessFamilies;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.Screener;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says that a child is another one, and takes it back. The child that is given up stays with all it was reported with, no longer
 * followed; the survivor is completed with what it lacked. Both tell it by their events, and whoever keeps something of either
 * follows.
 */
@ApplicationScoped
public class MergeChildren {
    private final CompleteSurvivor survivors;
    private final List<FollowsChildren> followers;
    private final ReassessFamilies families;
    private final IdentityKeys identities;
    private final ObjectMapper json;

    MergeChildren(
            CompleteSurvivor survivors,
            @All List<FollowsChildren> followers,
            ReassessFamilies families,
            IdentityKeys identities,
            ObjectMapper json) {
        this.survivors = survivors;
        this.followers = followers;
        this.families = families;
        this.identities = identities;
        this.json = json;
    }

    /**
     * Which child is which.
     *
     * @param automatic by the score alone, no person looked
     */
    public record Merge(UUID child, UUID survivor, @Nullable String reason, boolean automatic) {}

    /** The transaction must see both; a child that it doesn't see is not known. */
    public Merging merge(Transaction tx, Actor actor, Screener screener, Merge merge) {
        if (merge.child().equals(merge.survivor())) {
            return new Merging.Refused(RegistryProblem.MERGE_INTO_ITSELF, "/into");
        }
        ChildMerge.waitForOthers(tx.sql());
        Map<UUID, KnownChild> known = lock(tx, Set.of(merge.child(), merge.survivor()));
        KnownChild child = known.get(merge.child());
        KnownChild survivor = known.get(merge.survivor());
        if (child == null) {
            return new Merging.Unknown();
        }
        if (child.mergedInto() != null) {
            return child.mergedInto().equals(merge.survivor())
                    ? new Merging.Unchanged()
                    : new Merging.Refused(RegistryProblem.CHILD_MERGED, "");
        }
        if (survivor == null) {
            return new Merging.Refused(RegistryProblem.MERGE_INTO_UNKNOWN, "/into");
        }
        if (survivor.mergedInto() != null) {
            return new Merging.Refused(RegistryProblem.MERGE_INTO_MERGED, "/into");
        }
        CompleteSurvivor.Completed completed = survivors.complete(tx, actor, survivor, child);
        new ChildMerge(
                        UUID.randomUUID(),
                        merge.child(),
                        merge.survivor(),
                        completed.filled(),
                        completed.replacedName(),
                        child.content().active())
                .store(tx.sql(), merge.reason(), merge.automatic());
        setMerged(tx, merge.child(), merge.survivor(), false);
        tx.audit(actor.did(
                merge.automatic() ? "MERGE_AUTOMATICALLY" : "MERGE",
                "child",
                merge.child(),
                child.area().value()));
        settle(tx, actor, screener, List.of(child, survivor));
        return new Merging.Done();
    }

    public Merging undo(Transaction tx, Actor actor, Screener screener, UUID id) {
        ChildMerge.waitForOthers(tx.sql());
        Optional<ChildMerge> found = ChildMerge.of(tx.sql(), id);
        if (found.isEmpty()) {
            return KnownChild.find(tx.sql(), id, identities).isEmpty()
                    ? new Merging.Unknown()
                    : new Merging.Refused(RegistryProblem.CHILD_NOT_MERGED, "");
        }
        ChildMerge merge = found.get();
        Map<UUID, KnownChild> known = lock(tx, Set.of(merge.child(), merge.survivor()));
        KnownChild child = known.get(merge.child());
        KnownChild survivor = known.get(merge.survivor());
        if (child == null || survivor == null) {
            return new Merging.Unknown();
        }
        merge.end(tx.sql());
        setMerged(tx, merge.child(), null, merge.wasActive());
        tx.audit(actor.did("UNMERGE", "child", merge.child(), child.area().value()));
        survivors.takeBack(tx, actor, merge, child.content());
        settle(tx, actor, screener, List.of(child, survivor));
        return new Merging.Done();
    }

    /** What was reported of the child stays, its fingerprint too: a system that sends it again is told that nothing is new. */
    private void setMerged(Transaction tx, UUID child, @Nullable UUID into, boolean active) {
        tx.sql()
                .createQuery("""
                        update child set merged_into = cast(:into as uuid), active = :active, version = version + 1,
                            changed_at = clock_timestamp()
                        where id = :id
                        returning id, family_id, area_code, posyandu_id, sex, birth_date, active, version, merged_into""")
                .bind("into", into)
                .bind("active", active)
                .bind("id", child)
                .map((row, _) -> ChildrenOfTheFamily.changed(row))
                .forEach(event -> tx.announce(Announcement.of(event, json)));
    }

    private Map<UUID, KnownChild> lock(Transaction tx, Set<UUID> ids) {
        Map<UUID, KnownChild> known = new TreeMap<>();
        for (UUID id : new TreeSet<>(ids)) {
            KnownChild.lock(tx.sql(), id, identities).ifPresent(child -> known.put(id, child));
        }
        return known;
    }

    private void settle(Transaction tx, Actor actor, Screener screener, List<KnownChild> children) {
        Set<UUID> touched = new TreeSet<>();
        Set<UUID> ids = new TreeSet<>();
        for (KnownChild child : children) {
            touched.add(child.home().id());
            ids.add(child.content().id());
            ids.add(PresentChild.of(tx.sql(), child.content().id()));
        }
        followers.forEach(follower -> follower.follow(tx, actor, ids));
        families.reassess(tx, actor, screener, touched);
        FamilyPriorities.refresh(tx.sql(), touched);
    }
}
