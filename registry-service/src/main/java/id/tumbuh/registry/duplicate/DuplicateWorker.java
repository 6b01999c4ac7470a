package id.tumbuh.registry.duplicate;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Compares changed members, joins what is beyond doubt and goes on with a scan. Every replica has one; row locks say whose turn it is. */
@ApplicationScoped
class DuplicateWorker {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration TO_STOP = Duration.ofSeconds(4);

    private final CompareMembers compare;
    private final JoinBeyondDoubt join;
    private final Scans scans;
    private final DuplicateConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    DuplicateWorker(CompareMembers compare, JoinBeyondDoubt join, Scans scans, DuplicateConfig config) {
        this.compare = compare;
        this.join = join;
        this.scans = scans;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            thread = Thread.ofPlatform().name("duplicates").daemon().start(this::loop);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.join(TO_STOP);
        }
    }

    private void loop() {
        Duration pause = config.poll();
        while (!rests(pause)) {
            try {
                pause = work() ? Duration.ZERO : config.poll();
            } catch (RuntimeException failure) {
                // the message may quote a row
                Log.errorf(
                        "Looking for duplicates stopped (%s) and goes on",
                        failure.getClass().getName());
                pause = AFTER_FAILURE;
            }
        }
    }

    boolean work() {
        boolean compared = compare.step();
        int joined = 0;
        while (joined < config.mergesInARow() && stopped.getCount() > 0 && join.joinOne()) {
            joined++;
        }
        return scans.step() || compared || joined > 0;
    }

    private boolean rests(Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
