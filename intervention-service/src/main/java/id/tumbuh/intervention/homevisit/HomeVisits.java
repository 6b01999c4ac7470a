package id.tumbuh.intervention.homevisit;

import id.tumbuh.platform.database.Transaction;
import java.util.List;

/** Whoever sees to it that somebody goes, in the transaction that asks for it. */
public interface HomeVisits {
    /** Visits that weren't asked for before. */
    void asked(Transaction tx, List<HomeVisit> visits);
}
