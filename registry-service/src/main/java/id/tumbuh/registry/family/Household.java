package id.tumbuh.registry.family;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Those who belong to a family, as one feature knows them: what the family needs to know of them, and that they go where it
 * goes. There is one implementation for children, one for adults, one for pregnancies and one for couples.
 */
public interface Household {
    /** What its persons say about the risk of these families; families without any are left out. */
    Map<UUID, Residents> residents(Handle sql, Collection<UUID> families);

    /** Called in the transaction that moved these families to one place, after their own rows were changed. */
    void moved(Transaction tx, Actor actor, Collection<UUID> families, AreaCode to);

    /** Gives its persons of the transfer to their new family; returns which it gave. */
    Set<UUID> transfer(Transaction tx, Actor actor, Transfer transfer);
}
