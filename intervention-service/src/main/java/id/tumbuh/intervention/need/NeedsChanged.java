package id.tumbuh.intervention.need;

import id.tumbuh.platform.database.Transaction;
import java.util.Collection;

/** Whoever has something that depends on needs hears of every change, in the transaction that makes it. */
public interface NeedsChanged {
    /** The needs that changed, each in its newest version and stored already. */
    void changed(Transaction tx, Collection<Need> needs);
}
