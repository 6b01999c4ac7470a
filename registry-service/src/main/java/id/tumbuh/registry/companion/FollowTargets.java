package id.tumbuh.registry.companion;

import static java.util.stream.Collectors.toMap;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Brings assignments to what the tables say of their targets now: ends those whose target has ended, goes on with who comes after,
 * and gives a family back its team when its merge is undone. Run again it changes nothing.
 */
@ApplicationScoped
class FollowTargets {
    /** Somebody whose time is over, or who is no longer what made it a target, without an event that says so. */
    private static final String OVERTAKEN = """
            select a.target_id from companion_assignment a join pregnancy p on p.id = a.target_id
            where a.released_on is null and a.target_kind = 'POSTPARTUM'
                and cast(:today as date) - p.ended_on >= :postpartumDays
            union all
            select a.target_id from companion_assignment a join child c on c.id = a.target_id
            where a.released_on is null and a.target_kind = 'CHILD'
                and (not c.active or c.birth_date <= cast(:today as date) - make_interval(months => :childBelowMonths)
                    or coalesce(c.stunting, 'UNKNOWN') <> all(:childStates))
            limit :most""";

    private final TellAssignments tell;

    FollowTargets(TellAssignments tell) {
        this.tell = tell;
    }

    /** @param ids families, couples, pregnancies or children of which something changed */
    void follow(Transaction tx, Actor actor, CompanionPolicy policy, Collection<UUID> ids) {
        List<Assignment> open = Assignments.lockOpen(tx.sql(), ids);
        Map<Target.Key, Target> standing = byKey(
                tx, policy, open.stream().map(one -> one.target().key().id()).toList());
        List<Assignment> elsewhere = new ArrayList<>();
        List<Assignment> ended = new ArrayList<>();
        for (Assignment one : open) {
            Target now = standing.get(one.target().key());
            if (now == null) {
                ended.add(one);
                continue;
            }
            if (!now.equals(one.target())) {
                elsewhere.add(one);
            }
        }
        move(tx, actor, policy, elsewhere, standing);
        end(tx, actor, policy, ended);
        giveBack(tx, actor, policy, ids);
    }

    /** Who moved to another desa is in nobody's care there; who joined another family in the same desa stays with the team. */
    private void move(
            Transaction tx,
            Actor actor,
            CompanionPolicy policy,
            List<Assignment> elsewhere,
            Map<Target.Key, Target> standing) {
        Assignment.Release away =
                new Assignment.Release(policy.today(), Assignment.ReleaseCause.MOVED_AWAY, null, actor.subject());
        Assignment.Release merged =
                new Assignment.Release(policy.today(), Assignment.ReleaseCause.MERGED, null, actor.subject());
        Set<UUID> ofOthers = Targets.hangingOnAnother(
                tx.sql(), elsewhere.stream().map(one -> one.target().key().id()).toList());
        List<Assignment> gone = new ArrayList<>();
        List<Assignment> joined = new ArrayList<>();
        for (Assignment one : elsewhere) {
            Target now = Objects.requireNonNull(standing.get(one.target().key()));
            if (now.area().equals(one.target().area())) {
                joined.add(one.of(now.family()));
                continue;
            }
            gone.add(one.released(ofOthers.contains(one.target().key().id()) ? merged : away));
        }
        tell.follow(tx, actor, joined);
        tell.end(tx, actor, gone);
    }

    private void end(Transaction tx, Actor actor, CompanionPolicy policy, List<Assignment> ended) {
        if (ended.isEmpty()) {
            return;
        }
        Map<Target.Key, EndedTargets.Ending> endings = EndedTargets.of(
                tx.sql(), ended.stream().map(one -> one.target().key()).toList());
        List<UUID> heirIds = new ArrayList<>();
        for (EndedTargets.Ending ending : endings.values()) {
            if (ending.heir() != null) {
                heirIds.add(ending.heir().id());
            }
        }
        Map<Target.Key, Target> heirs = byKey(tx, policy, heirIds);
        List<Assignment> released = new ArrayList<>();
        List<Assignment> passedOn = new ArrayList<>();
        Assignment.Beginning today =
                new Assignment.Beginning(policy.today(), Assignment.Cause.PASSED_ON, null, actor.subject());
        for (Assignment one : ended) {
            EndedTargets.Ending ending =
                    Objects.requireNonNull(endings.get(one.target().key()));
            released.add(one.released(new Assignment.Release(policy.today(), ending.cause(), null, actor.subject())));
            Target heir = ending.heir() == null ? null : heirs.get(ending.heir());
            if (heir != null && heir.area().equals(one.target().area())) {
                passedOn.add(one.passedOn(heir, today));
            }
        }
        tell.end(tx, actor, released);
        tell.begin(tx, actor, passedOn);
    }

    /** A merge that was a mistake took a family, a couple or a pregnancy its team. */
    private void giveBack(Transaction tx, Actor actor, CompanionPolicy policy, Collection<UUID> ids) {
        List<Assignment> taken = Assignments.endedByMerge(tx.sql(), ids);
        if (taken.isEmpty()) {
            return;
        }
        Map<Target.Key, Target> standing = byKey(
                tx, policy, taken.stream().map(one -> one.target().key().id()).toList());
        Set<UUID> active = new HashSet<>(
                Teams.activeAmong(tx.sql(), taken.stream().map(Assignment::team).toList()));
        Assignment.Beginning today =
                new Assignment.Beginning(policy.today(), Assignment.Cause.MERGE_UNDONE, null, actor.subject());
        tell.begin(
                tx,
                actor,
                taken.stream()
                        .filter(one ->
                                one.target().equals(standing.get(one.target().key())))
                        .filter(one -> active.contains(one.team()))
                        .map(one -> one.passedOn(one.target(), today))
                        .toList());
    }

    /** Some of those that only time has overtaken; returns how many there were. */
    int followTime(Transaction tx, Actor actor, CompanionPolicy policy, int most) {
        List<UUID> overtaken = Targets.bind(tx.sql().createQuery(OVERTAKEN), policy)
                .bind("most", most)
                .mapTo(UUID.class)
                .list();
        if (!overtaken.isEmpty()) {
            follow(tx, actor, policy, overtaken);
        }
        return overtaken.size();
    }

    private static Map<Target.Key, Target> byKey(Transaction tx, CompanionPolicy policy, List<UUID> ids) {
        return Targets.among(tx.sql(), policy, ids).stream().collect(toMap(Target::key, Function.identity()));
    }
}
