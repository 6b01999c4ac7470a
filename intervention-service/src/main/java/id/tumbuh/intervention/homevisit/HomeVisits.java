package id.tumbuh.intervention.homevisit;

import id.tumbuh.platform.database.Transaction;
import java.util.List;

/** Whoever sees to it that somebody goes, in the transaction that asks for it or takes it back. */
public interface HomeVisits {
    /** Visits that aren't asked for yet, or not any more. */
    void asked(Transaction tx, List<HomeVisit> visits);

    /** Visits that no weighing asks for any more. */
    void withdrawn(Transaction tx, List<HomeVisit> visits);
}
