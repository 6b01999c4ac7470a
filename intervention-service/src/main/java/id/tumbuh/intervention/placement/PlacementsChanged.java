package id.tumbuh.intervention.placement;

import id.tumbuh.platform.database.Transaction;
import java.util.Collection;

/** Whoever has something that depends on placements hears of every change, in the transaction that makes it. */
public interface PlacementsChanged {
    /** The placements that changed, each in its whole newest state and stored already. */
    void changed(Transaction tx, Collection<PlacementEvent> placements);
}
