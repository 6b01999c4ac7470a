package id.tumbuh.registry.companion;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Stores assignments that begin and end, and tells of each. */
@ApplicationScoped
class TellAssignments {
    private final ObjectMapper json;

    TellAssignments(ObjectMapper json) {
        this.json = json;
    }

    /** Returns the ids of those that began: the others' targets are in somebody's care already. */
    Set<UUID> begin(Transaction tx, Actor actor, List<Assignment> wanted) {
        Set<UUID> begun = Assignments.insert(tx.sql(), wanted);
        wanted.stream()
                .filter(one -> begun.contains(one.id()))
                .forEach(one -> tell(tx, actor, "ASSIGN_COMPANIONS", one));
        return begun;
    }

    void end(Transaction tx, Actor actor, List<Assignment> released) {
        Assignments.update(tx.sql(), released);
        released.forEach(one -> tell(tx, actor, "RELEASE_COMPANIONS", one));
    }

    /** They are known under another family. */
    void follow(Transaction tx, Actor actor, List<Assignment> changed) {
        Assignments.update(tx.sql(), changed);
        changed.forEach(one -> tell(tx, actor, "FOLLOW_COMPANIONS", one));
    }

    private void tell(Transaction tx, Actor actor, String action, Assignment one) {
        tx.announce(Announcement.of(CompanionEvent.of(one), json));
        tx.audit(actor.did(
                action,
                one.target().key().kind().word(),
                one.target().key().id(),
                one.target().area()));
    }
}
