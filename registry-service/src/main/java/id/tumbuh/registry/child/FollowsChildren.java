package id.tumbuh.registry.child;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import java.util.Set;
import java.util.UUID;

/**
 * A feature of the registry whose rows hang on children and not on whom they stand for. Called in the transaction that merged children
 * or took a merge back, after their own rows were changed.
 */
public interface FollowsChildren {
    /** Gives what hangs on these children to whomever they stand for now. Run again it changes nothing. */
    void follow(Transaction tx, Actor actor, Set<UUID> children);
}
