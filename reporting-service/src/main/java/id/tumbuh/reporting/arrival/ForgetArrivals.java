package id.tumbuh.reporting.arrival;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.rules.RuleBook;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** What arrived long ago tells nothing of how it arrives now. */
@ApplicationScoped
class ForgetArrivals {
    private final Database database;
    private final RuleBook rules;

    ForgetArrivals(Database database, RuleBook rules) {
        this.database = database;
        this.rules = rules;
    }

    @Scheduled(every = "6h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        LocalDate today = MonthCounters.today();
        long kept = rules.on(today).number("arrivals.kept-days").longValueExact();
        database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .createUpdate("delete from arrival where day < :first")
                        .bind("first", today.minusDays(kept))
                        .execute());
    }
}
