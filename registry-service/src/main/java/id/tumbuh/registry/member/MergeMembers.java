package id.tumbuh.registry.member;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.batch.Merging;
import id.tumbuh.registry.family.ReassessFamilies;
import id.tumbuh.registry.identity.IdentityKeys;
import id.tumbuh.registry.problem.RegistryProblem;
import id.tumbuh.registry.screening.Screener;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says that a member is another one, of the same family or of another, and takes it back. The member that is given up stays in its
 * family with all it was reported with; the survivor is completed with what it lacked, and what hung on the other hangs on it. Where
 * the survivor lives is where that person lives now.
 */
@ApplicationScoped
public class MergeMembers {
    private final CompleteMember survivors;
    private final List<FollowsMembers> followers;
    private final ReassessFamilies families;
    private final IdentityKeys identities;

    MergeMembers(
            CompleteMember survivors,
            @All List<FollowsMembers> followers,
            ReassessFamilies families,
            IdentityKeys identities) {
        this.survivors = survivors;
        this.followers = followers;
        this.families = families;
        this.identities = identities;
    }

    /**
     * Which member is which.
     *
     * @param on since when the family of the member that is given up knows it
     * @param automatic by the score alone, no person looked
     */
    public record Merge(
            UUID member,
            UUID survivor,
            LocalDate on,
            @Nullable String reason,
            boolean automatic) {}

    /** The transaction must see both; a member that it doesn't see is not known. */
    public Merging merge(Transaction tx, Actor actor, Screener screener, Merge merge) {
        if (merge.member().equals(merge.survivor())) {
            return new Merging.Refused(RegistryProblem.MERGE_INTO_ITSELF, "/into");
        }
        MemberMerge.waitForOthers(tx.sql());
        Map<UUID, KnownMember> known = lock(tx, Set.of(merge.member(), merge.survivor()));
        KnownMember member = known.get(merge.member());
        KnownMember survivor = known.get(merge.survivor());
        if (member == null) {
            return new Merging.Unknown();
        }
        if (merge.survivor().equals(member.mergedInto())) {
            return new Merging.Unchanged();
        }
        Optional<Merging.Refused> refusal = refusal(member, survivor, merge, screener.day());
        if (refusal.isPresent() || survivor == null) {
            return refusal.orElseThrow();
        }
        Set<MemberBlank> filled = survivors.complete(tx, actor, survivor, member);
        boolean within = member.home().id().equals(survivor.home().id());
        new MemberMerge(
                        UUID.randomUUID(),
                        merge.member(),
                        merge.survivor(),
                        merge.on(),
                        filled,
                        member.content().active(),
                        within)
                .store(tx.sql(), merge.reason(), merge.automatic());
        Members.setMerged(tx.sql(), merge.member(), merge.survivor(), false);
        tx.audit(actor.did(
                merge.automatic() ? "MERGE_AUTOMATICALLY" : "MERGE", "member", merge.member(), member.area()));
        settle(tx, actor, screener, List.of(member, survivor));
        return new Merging.Done();
    }

    private static Optional<Merging.Refused> refusal(
            KnownMember member, @Nullable KnownMember survivor, Merge merge, LocalDate today) {
        if (member.mergedInto() != null) {
            return refused(RegistryProblem.MEMBER_MERGED, "");
        }
        if (survivor == null) {
            return refused(RegistryProblem.MERGE_INTO_UNKNOWN, "/into");
        }
        if (survivor.mergedInto() != null) {
            return refused(RegistryProblem.MERGE_INTO_MERGED, "/into");
        }
        if (member.content().sex() != survivor.content().sex()) {
            return refused(RegistryProblem.MERGE_OF_OTHER_SEX, "/into");
        }
        return merge.on().isAfter(today) ? refused(RegistryProblem.DATE_IN_FUTURE, "/effectiveOn") : Optional.empty();
    }

    private static Optional<Merging.Refused> refused(RegistryProblem reason, String field) {
        return Optional.of(new Merging.Refused(reason, field));
    }

    public Merging undo(Transaction tx, Actor actor, Screener screener, UUID id) {
        MemberMerge.waitForOthers(tx.sql());
        Optional<MemberMerge> found = MemberMerge.of(tx.sql(), id);
        if (found.isEmpty()) {
            return KnownMember.find(tx.sql(), id, identities).isEmpty()
                    ? new Merging.Unknown()
                    : new Merging.Refused(RegistryProblem.MEMBER_NOT_MERGED, "");
        }
        Map<UUID, KnownMember> known =
                lock(tx, Set.of(found.get().member(), found.get().survivor()));
        if (known.size() < 2) {
            return new Merging.Unknown();
        }
        undo(tx, actor, found.get(), known);
        settle(tx, actor, screener, known.values());
        return new Merging.Done();
    }

    /**
     * Of two families that are separated again: who was found to be one because both belonged to one family is two again. The
     * families are screened by whoever separates them.
     */
    void separate(Transaction tx, Actor actor, Collection<UUID> leaving, LocalDate today) {
        List<MemberMerge> between = MemberMerge.withinFamily(tx.sql(), leaving);
        if (between.isEmpty()) {
            return;
        }
        MemberMerge.waitForOthers(tx.sql());
        Set<UUID> touched = new TreeSet<>();
        for (MemberMerge merge : between) {
            undo(tx, actor, merge, lock(tx, Set.of(merge.member(), merge.survivor())));
            touched.addAll(List.of(merge.member(), merge.survivor()));
        }
        follow(tx, actor, touched, today);
    }

    private void undo(Transaction tx, Actor actor, MemberMerge merge, Map<UUID, KnownMember> known) {
        KnownMember member = known.get(merge.member());
        if (member != null) {
            merge.end(tx.sql());
            Members.setMerged(tx.sql(), merge.member(), null, merge.wasActive());
            tx.audit(actor.did("UNMERGE", "member", merge.member(), member.area()));
            survivors.takeBack(tx, actor, merge, member.content());
        }
    }

    private void settle(Transaction tx, Actor actor, Screener screener, Collection<KnownMember> members) {
        Set<UUID> touched = new TreeSet<>();
        Set<UUID> ids = new TreeSet<>();
        for (KnownMember member : members) {
            touched.add(member.home().id());
            ids.add(member.id());
        }
        touched.addAll(follow(tx, actor, ids, screener.day()));
        families.reassess(tx, actor, screener, touched);
    }

    private Set<UUID> follow(Transaction tx, Actor actor, Set<UUID> members, LocalDate today) {
        Set<UUID> all = new TreeSet<>(members);
        members.forEach(member -> all.add(PresentMember.of(tx.sql(), member)));
        Members.nameAsAllOf(tx.sql(), all);
        Set<UUID> touched = new TreeSet<>();
        followers.forEach(follower -> touched.addAll(follower.follow(tx, actor, all, today)));
        return touched;
    }

    private Map<UUID, KnownMember> lock(Transaction tx, Set<UUID> ids) {
        Map<UUID, KnownMember> known = new TreeMap<>();
        for (UUID id : new TreeSet<>(ids)) {
            KnownMember.lock(tx.sql(), id, identities).ifPresent(member -> known.put(id, member));
        }
        return known;
    }
}
