package id.tumbuh.intervention.webhook;

import id.tumbuh.intervention.need.Need;
import id.tumbuh.intervention.need.NeedsChanged;
import id.tumbuh.intervention.permission.PermissionsChanged;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Notes needs that partners may be told of now, because they opened, moved, or were agreed to. Only the note is written in the
 * transaction that changes them; whom to tell is found afterwards, for it may be hundreds.
 */
@ApplicationScoped
class NoticeNeeds implements NeedsChanged, PermissionsChanged {
    private static final String IF_ANYBODY_LISTENS =
            " and exists (select from webhook_endpoint e where e.state = 'ACTIVE' and 'need.opened' = any(e.types))"
                    + " order by n.id on conflict do nothing";

    @Override
    public void changed(Transaction tx, Collection<Need> needs) {
        Object[] open =
                needs.stream().filter(Need.Open.class::isInstance).map(Need::id).toArray();
        if (open.length > 0) {
            tx.sql()
                    .createUpdate(
                            "insert into webhook_notice (need_id) select n.id from unnest(:ids) as n (id) where true"
                                    + IF_ANYBODY_LISTENS)
                    .bindArray("ids", UUID.class, open)
                    .execute();
        }
    }

    @Override
    public void changed(Transaction tx, Set<UUID> children, Set<UUID> families) {
        tx.sql()
                .createUpdate("""
                        insert into webhook_notice (need_id) select n.id from need n where n.state = 'OPEN'
                            and (n.child_id = any(:children) or n.child_id is null and n.family_id = any(:families))""" + IF_ANYBODY_LISTENS)
                .bindArray("children", UUID.class, children.toArray())
                .bindArray("families", UUID.class, families.toArray())
                .execute();
    }
}
