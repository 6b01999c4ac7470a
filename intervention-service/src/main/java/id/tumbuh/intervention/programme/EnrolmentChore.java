package id.tumbuh.intervention.programme;

import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.circumstance.Families;
import id.tumbuh.intervention.need.Needs;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.work.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Ends what withdrawn programmes gave, and plans what was enrolled before there were plans: a portion at a time, because a programme may
 * pay for thousands.
 */
@ApplicationScoped
class EnrolmentChore implements Chore {
    private static final int PORTION = 100;

    private final Database database;
    private final EndEnrolments end;
    private final FollowEnrolledNeeds follow;

    EnrolmentChore(Database database, EndEnrolments end, FollowEnrolledNeeds follow) {
        this.database = database;
        this.end = end;
        this.follow = follow;
    }

    @Override
    public String name() {
        return "enrolments.settled";
    }

    private record Found(UUID needId, UUID familyId) {}

    @Override
    public boolean step() {
        return database.write(Scope.everywhere(), tx -> {
            List<Found> found = unsettled(tx.sql());
            Set<UUID> families = found.stream().map(Found::familyId).collect(Collectors.toCollection(HashSet::new));
            Families.lock(tx.sql(), Map.of(), families);
            settle(tx, found.stream().map(Found::needId).collect(Collectors.toSet()));
            return found.size() == PORTION;
        });
    }

    /** Looked for without a lock: what is read under the locks of the families decides. */
    private static List<Found> unsettled(Handle sql) {
        return sql.createQuery("""
                        select b.need_id, n.family_id from programme_beneficiary b
                            join programme p on p.id = b.programme_id join need n on n.id = b.need_id
                        where b.end_reason is null
                            and (p.state = 'WITHDRAWN' or b.plan_from is null and b.item is not null and b.to_on >= :today)
                        order by b.id limit :portion""")
                .bind("today", Days.today())
                .bind("portion", PORTION)
                .map((row, _) ->
                        new Found(row.getObject("need_id", UUID.class), row.getObject("family_id", UUID.class)))
                .list();
    }

    private void settle(Transaction tx, Set<UUID> needs) {
        List<Enrolment> lasting = Enrolments.lastingOf(tx.sql(), needs);
        Set<UUID> withdrawn = withdrawn(tx.sql(), needs);
        end.end(
                tx,
                lasting.stream()
                        .filter(one -> withdrawn.contains(one.programmeId()))
                        .toList(),
                Enrolment.Reason.PROGRAMME_WITHDRAWN);
        follow.changed(
                tx,
                tx.sql()
                        .createQuery("select * from need where id = any(:ids)")
                        .bindArray("ids", UUID.class, needs.toArray())
                        .map((row, _) -> Needs.need(row))
                        .list());
    }

    private static Set<UUID> withdrawn(Handle sql, Set<UUID> needs) {
        return new HashSet<>(sql.createQuery("""
                        select p.id from programme p where p.state = 'WITHDRAWN'
                            and p.id in (select programme_id from programme_beneficiary where need_id = any(:needs))""")
                .bindArray("needs", UUID.class, needs.toArray())
                .mapTo(UUID.class)
                .list());
    }
}
