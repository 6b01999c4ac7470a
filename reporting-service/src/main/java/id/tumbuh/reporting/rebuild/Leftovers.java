package id.tumbuh.reporting.rebuild;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Clears away what a builder left that was killed, or lost its database, in the middle: at the next start of a service and from then on.
 * Its lock went with its connection; the tables and the word that it runs did not.
 */
@ApplicationScoped
class Leftovers {
    private final Database database;

    Leftovers(Database database) {
        this.database = database;
    }

    @Scheduled(every = "{tumbuh.rebuild.tidy-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clear() {
        // who finds nothing takes no lock: nobody who asks for a building meets it then
        if (database.read(Scope.everywhere(), RebuildRuns::leftSomething)) {
            database.write(Scope.everywhere(), tx -> {
                if (nobodyBuilds(tx)) {
                    RebuildRuns.abandonOthers(tx.sql());
                    tx.sql().execute("select rebuild_end()");
                }
                return null;
            });
        }
    }

    /** And nobody begins before the transaction ends. */
    private static boolean nobodyBuilds(Transaction tx) {
        return tx.sql()
                .createQuery("select pg_try_advisory_xact_lock(:builder)")
                .bind("builder", RebuildProjections.BUILDER)
                .mapTo(Boolean.class)
                .one();
    }
}
