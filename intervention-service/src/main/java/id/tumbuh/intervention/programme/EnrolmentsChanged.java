package id.tumbuh.intervention.programme;

import id.tumbuh.platform.database.Transaction;
import java.util.Collection;

/** Whoever has something that depends on what programmes give hears of every change, in the transaction that makes it. */
public interface EnrolmentsChanged {
    /** The enrolments that changed, each as it is now and stored already. */
    void changed(Transaction tx, Collection<Enrolment> enrolments);
}
