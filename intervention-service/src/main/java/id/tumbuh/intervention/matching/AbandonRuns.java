package id.tumbuh.intervention.matching;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.work.Chore;
import jakarta.enterprise.context.ApplicationScoped;

/** A search whose service ended under it proposes nothing any more; the next one may begin. */
@ApplicationScoped
class AbandonRuns implements Chore {
    private final Database database;

    AbandonRuns(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "matchings.abandoned";
    }

    /** Longer than any search may last without an end: it says nothing while nothing better comes. */
    @Override
    public boolean step() {
        return database.write(Scope.everywhere(), tx -> tx.sql().execute("""
                                update matching_run set state = 'FAILED', ended_at = clock_timestamp()
                                where state = 'RUNNING'
                                    and told_at < clock_timestamp() - make_interval(secs => seconds + 60)""") > 0);
    }
}
