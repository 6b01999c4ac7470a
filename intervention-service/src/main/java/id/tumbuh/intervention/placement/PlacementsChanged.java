package id.tumbuh.intervention.placement;

import id.tumbuh.platform.database.Transaction;
import java.util.Collection;

/** Whoever tells others of placements hears of every change, in the transaction that makes it. */
public interface PlacementsChanged {
    /** What happened, with the state after it, which is stored already. */
    void changed(Transaction tx, Collection<PlacementEvent> events);
}
