package id.tumbuh.registry.consent;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.child.FollowsChildren;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A consent holds for the child that the record stands for which it was given for. */
@ApplicationScoped
class ConsentsOfTheChild implements FollowsChildren {
    /** A record out of sight is taken for whom the consent held for so far. */
    private static final String FOLLOW = """
            update consent n set child_id = now.present,
                reported_child_id = nullif(coalesce(n.reported_child_id, n.child_id), now.present), version = version + 1
            from (
                select id, coalesce(present_child(coalesce(reported_child_id, child_id)), present_child(child_id)) as present
                from consent where child_id = any(:ids) or reported_child_id = any(:ids)) now
            where n.id = now.id and n.child_id <> now.present
            returning n.id""";

    private final ObjectMapper json;

    ConsentsOfTheChild(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void follow(Transaction tx, Actor actor, Set<UUID> children) {
        List<UUID> moved = tx.sql()
                .createQuery(FOLLOW)
                .bindArray("ids", UUID.class, children.toArray())
                .mapTo(UUID.class)
                .list();
        for (UUID id : moved) {
            StoredConsent consent = Consents.find(tx.sql(), id).orElseThrow();
            tx.announce(Announcement.of(ConsentEvent.of(consent), json));
            tx.audit(actor.did(
                    "FOLLOW_CONSENT", "child", consent.consent().subject().id(), consent.area()));
        }
    }
}
