package id.tumbuh.registry.member;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A feature whose rows hang on members: what is reported of a member that was found to be another hangs on that one, as long as
 * the merge holds. Called in the transaction that merged members or took a merge back, after their own rows were changed.
 */
public interface FollowsMembers {
    /**
     * Gives what hangs on these members to whoever they stand for now. Run again it changes nothing.
     *
     * @return families that gained or lost something by it
     */
    Set<UUID> follow(Transaction tx, Actor actor, Set<UUID> members, LocalDate today);
}
