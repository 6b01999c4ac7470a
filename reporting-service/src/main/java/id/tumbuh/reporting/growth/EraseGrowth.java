package id.tumbuh.reporting.growth;

import id.tumbuh.platform.database.Transaction;
import java.util.Collection;
import java.util.UUID;

/** Takes erased children out of the figures of growth. */
public final class EraseGrowth {
    private EraseGrowth() {}

    /** How many measurements went; the counters go down by the difference, as with every change. */
    public static long of(Transaction tx, Collection<UUID> children) {
        Counters counters = new Counters();
        long gone = Weighings.erase(tx, children, counters);
        counters.write(tx);
        return gone;
    }
}
