package id.tumbuh.intervention.referral;

import id.tumbuh.intervention.change.Days;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.rules.RuleBook;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks for late referrals while the service runs. A replica that dies on the way leaves the rest to the next look. */
@ApplicationScoped
class EscalationWorker {
    private final EscalateReferrals escalate;
    private final RuleBook rules;
    private final ReferralConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);

    EscalationWorker(EscalateReferrals escalate, RuleBook rules, ReferralConfig config) {
        this.escalate = escalate;
        this.rules = rules;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            Thread.ofVirtual().name("referral-escalation").start(this::loop);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped.countDown();
    }

    private void loop() {
        try {
            do {
                step(Days.today());
            } while (!stopped.await(config.poll().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Escalates all that is late, portion by portion. */
    void step(LocalDate today) {
        try {
            rules.refresh();
            int some = config.portion();
            while (some == config.portion() && stopped.getCount() > 0) {
                some = escalate.escalate(Scope.everywhere(), today, config.portion());
            }
        } catch (RuntimeException failure) {
            Log.warnf(
                    "Late referrals wait (%s) and are looked at again",
                    failure.getClass().getName());
        }
    }
}
