package id.tumbuh.measurement.exchange;

import id.tumbuh.measurement.roster.RosterChange;
import id.tumbuh.measurement.roster.RosterFollower;
import id.tumbuh.measurement.sql.SetStatement;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who may see the ledger moves with the child; an erased child leaves no line in it. */
@ApplicationScoped
class FollowChildren implements RosterFollower {

    @Override
    public void follow(Transaction tx, List<RosterChange> changes) {
        List<RosterChange> moved = changes.stream().filter(RosterChange::moved).toList();
        SetStatement.over(moved, tx.sql(), """
                        update exchange_delivery d set area_code = moved.area_code
                        from unnest(?, ?) as moved (child_id, area_code) where d.child_id = moved.child_id""")
                .uuid(change -> change.after().id())
                .text(change -> change.after().areaCode())
                .execute();
    }

    @Override
    public void forget(Transaction tx, Set<UUID> children) {
        SetStatement.overIds(children, tx.sql(), "delete from exchange_delivery where child_id = any(?)")
                .execute();
    }
}
