package id.tumbuh.registry.areachange;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Carries changes of areas out, whoever applied them: every replica has such a worker, the rows say whose turn it is. */
@ApplicationScoped
class AreaChangeWorker {
    private static final long TO_STOP_MILLIS = 4_000;

    private final CarryOutChanges changes;
    private final AreaChangeConfig config;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    AreaChangeWorker(CarryOutChanges changes, AreaChangeConfig config) {
        this.changes = changes;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            running = true;
            thread = Thread.ofPlatform().name("area-changes").daemon().start(this::loop);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        work.release();
        if (thread != null) {
            thread.join(TO_STOP_MILLIS);
        }
    }

    /** A change waits. */
    void wake() {
        work.release();
    }

    private void loop() {
        while (running) {
            try {
                if (changes.step()) {
                    continue;
                }
            } catch (RuntimeException failure) {
                Log.warnf(
                        "Changes of areas wait (%s) and are taken up again",
                        failure.getClass().getName());
            }
            rest();
        }
    }

    private void rest() {
        try {
            if (work.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException _) {
            running = false;
        }
    }
}
