package id.tumbuh.intervention.circumstance;

import id.tumbuh.platform.database.Transaction;
import java.util.Set;
import java.util.UUID;

/** Whoever acts on weighings hears of every change, in the transaction that makes it. */
public interface WeighingsKept {
    /** Children of whom weighings were kept, in whatever order they were told. */
    void kept(Transaction tx, Set<UUID> children);
}
