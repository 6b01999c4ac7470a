package id.tumbuh.intervention.rembuk;

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

/** Looks for broken commitments while the service runs. A replica that dies on the way leaves the rest to the next look. */
@ApplicationScoped
class CommitmentWorker {
    private final FollowCommitments follow;
    private final RuleBook rules;
    private final CommitmentConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);

    CommitmentWorker(FollowCommitments follow, RuleBook rules, CommitmentConfig config) {
        this.follow = follow;
        this.rules = rules;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            Thread.ofVirtual().name("commitments").start(this::loop);
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

    /** Breaks all whose day has passed, portion by portion. */
    void step(LocalDate today) {
        try {
            rules.refresh();
            int some = config.portion();
            while (some == config.portion() && stopped.getCount() > 0) {
                some = follow.breakOverdue(Scope.everywhere(), today, config.portion());
            }
        } catch (RuntimeException failure) {
            Log.warnf(
                    "Commitments wait (%s) and are looked at again",
                    failure.getClass().getName());
        }
    }
}
