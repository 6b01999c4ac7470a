package id.tumbuh.intervention.caseaudit;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks for steps that are due, in portions. A replica that dies on the way leaves the rest to the next look. */
@ApplicationScoped
class ReminderWorker {
    private final Database database;
    private final Remind remind;
    private final CaseAuditRules rules;
    private final CaseAuditConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);

    ReminderWorker(Database database, Remind remind, CaseAuditRules rules, CaseAuditConfig config) {
        this.database = database;
        this.remind = remind;
        this.rules = rules;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            Thread.ofVirtual().name("case-audit-reminders").start(this::loop);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped.countDown();
    }

    private void loop() {
        try {
            do {
                look();
            } while (!stopped.await(config.poll().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            step(rules.today());
        } catch (RuntimeException failure) {
            Log.warnf("Reminders of case audits wait (%s)", failure.getClass().getName());
        }
    }

    /** Returns how many reminders were told. */
    int step(LocalDate day) {
        int all = 0;
        int some;
        do {
            some = database.write(Scope.everywhere(), tx -> remind.some(tx, day, config.portion()));
            all += some;
        } while (some == config.portion());
        return all;
    }
}
