package id.tumbuh.registry.rescreening;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Carries passes and previews on, whoever asked for them: every replica has such a worker, the rows say whose turn it is. */
@ApplicationScoped
class ScreeningWorker {
    private static final long TO_STOP_MILLIS = 4_000;

    private final RunScreening run;
    private final PreviewRules previews;
    private final RescreeningConfig config;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    ScreeningWorker(RunScreening run, PreviewRules previews, RescreeningConfig config) {
        this.run = run;
        this.previews = previews;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            running = true;
            thread = Thread.ofPlatform().name("screening").daemon().start(this::loop);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        work.release();
        if (thread != null) {
            thread.join(TO_STOP_MILLIS);
        }
    }

    /** A preview waits, or a rule is another one. */
    void wake() {
        work.release();
    }

    private void loop() {
        while (running) {
            boolean morePreviews = step(previews::step);
            boolean moreFamilies = step(run::step);
            if (!morePreviews && !moreFamilies) {
                rest();
            }
        }
    }

    /** A preview that fails keeps no family from being screened. */
    private static boolean step(BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (RuntimeException failure) {
            Log.warnf(
                    "Screening waits (%s) and is taken up again",
                    failure.getClass().getName());
            return false;
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
