package id.tumbuh.registry.companion;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends, in portions, what only time ends. A replica that dies on the way leaves the rest to the next look. */
@ApplicationScoped
class TimeWorker {
    private final Database database;
    private final FollowTargets follow;
    private final CompanionRules rules;
    private final CompanionConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);

    TimeWorker(Database database, FollowTargets follow, CompanionRules rules, CompanionConfig config) {
        this.database = database;
        this.follow = follow;
        this.rules = rules;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            Thread.ofVirtual().name("companions").start(this::loop);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped.countDown();
    }

    private void loop() {
        try {
            while (!stopped.await(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                step();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how many assignments were looked at. */
    int step() {
        int all = 0;
        try {
            int some = config.portion();
            while (some == config.portion()) {
                CompanionPolicy today = rules.today();
                some = database.write(
                        Scope.everywhere(), tx -> follow.followTime(tx, TargetConsumer.ACTOR, today, config.portion()));
                all += some;
            }
        } catch (RuntimeException failure) {
            Log.warnf(
                    "Companionships wait (%s) and are looked at again",
                    failure.getClass().getName());
        }
        return all;
    }
}
