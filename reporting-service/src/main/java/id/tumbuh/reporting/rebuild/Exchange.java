package id.tumbuh.reporting.rebuild;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.BeforeEvents;
import id.tumbuh.platform.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The moment in which projections are compared and exchanged. Consumers of every replica share it while they apply events, so that
 * whoever has it alone finds no events half applied; they wait meanwhile, and readers don't.
 */
@ApplicationScoped
class Exchange implements BeforeEvents {
    /** Key of the advisory lock. */
    static final long LOCK = 0x7265_6275_696c_64L;

    @Override
    public void enter(Transaction tx, List<ReceivedEvent> events) {
        tx.sql().execute("select pg_advisory_xact_lock_shared(?)", LOCK);
    }

    /** Waits for those who are applying, and lets nobody begin before the transaction ends. */
    void alone(Transaction tx) {
        tx.sql().execute("select pg_advisory_xact_lock(?)", LOCK);
    }
}
