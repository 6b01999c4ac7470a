package id.tumbuh.registry.family;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.registry.batch.Actor;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Who belongs to a family: what the family needs to know of them, and that they go where it goes. */
public interface Household {
    /** Birth date of the youngest child still followed; families without one are left out. */
    Map<UUID, LocalDate> youngest(Handle sql, Collection<UUID> families);

    /** Called in the transaction that moved the family, after its own row was changed. */
    void moved(Transaction tx, Actor actor, UUID family, AreaCode to);
}
