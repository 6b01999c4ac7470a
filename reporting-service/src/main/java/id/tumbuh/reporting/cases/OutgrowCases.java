package id.tumbuh.reporting.cases;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes children off the case list whose fifth birthday has come. It may be stopped anywhere and run by every replica. */
@ApplicationScoped
class OutgrowCases {
    private static final int AT_A_TIME = 2_000;

    private final Database database;

    OutgrowCases(Database database) {
        this.database = database;
    }

    @Scheduled(every = "{tumbuh.cases.outgrow-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void outgrow() {
        while (outgrowSome() == AT_A_TIME) {
            // until none is left
        }
    }

    private int outgrowSome() {
        return database.write(Scope.everywhere(), tx -> {
            CaseDifferences differences = new CaseDifferences();
            int gone = tx.sql()
                    .createQuery("""
                            update stunting_case set outgrown = true where child_id in (
                                select child_id from stunting_case
                                where outgrown_on <= :today and not outgrown and stunting <> 'NORMAL'
                                order by child_id limit :limit for update skip locked)
                            returning area_code, stunting""")
                    .bind("today", MonthCounters.today())
                    .bind("limit", AT_A_TIME)
                    .map((row, _) -> differences.take(row.getString(1), row.getString(2)))
                    .list()
                    .size();
            differences.write(tx.sql());
            return gone;
        });
    }
}
