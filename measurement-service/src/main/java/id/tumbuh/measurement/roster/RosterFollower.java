package id.tumbuh.measurement.roster;

import id.tumbuh.platform.database.Transaction;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What else must change when a child does, in the transaction that changes the child. */
public interface RosterFollower {

    /** The children are locked and already as they are now. */
    void follow(Transaction tx, List<RosterChange> changes);

    /** The registry erased the children; nothing about them may stay. */
    void forget(Transaction tx, Set<UUID> children);
}
