package id.tumbuh.measurement.roster;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/**
 * Keeps a child and a measurement that waits for it from passing each other unseen: without it the one commits without the
 * other in sight, both ways round, and the measurement waits for ever.
 *
 * <p>Taken before any row is locked, and by writers only when a child is in fact missing.
 */
@ApplicationScoped
public class RosterGate {

    private static final long LOCK = 0x726f73746572L; // "roster"

    /** Children are about to come: whoever wants to wait for one must look again afterwards. */
    void close(Handle sql) {
        sql.execute("select pg_advisory_xact_lock(?)", LOCK);
    }

    /** From here on no child comes until this transaction ends. */
    public void holdOpen(Handle sql) {
        sql.execute("select pg_advisory_xact_lock_shared(?)", LOCK);
    }
}
