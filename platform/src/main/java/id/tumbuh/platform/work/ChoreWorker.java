package id.tumbuh.platform.work;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Does a step of each chore in turn, so that none waits for another to be through. */
@ApplicationScoped
class ChoreWorker {
    private static final long TO_STOP_MILLIS = 4_000;

    private final List<Chore> chores;
    private final WorkConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    ChoreWorker(@All List<Chore> chores, WorkConfig config) {
        this.chores = List.copyOf(chores);
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled() && !chores.isEmpty()) {
            thread = Thread.ofPlatform().name("chores").daemon().start(this::loop);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.join(TO_STOP_MILLIS);
        }
    }

    private void loop() {
        boolean rested = true;
        while (rested && stopped.getCount() > 0) {
            if (!round()) {
                rested = rest();
            }
        }
    }

    /** One step of each; whether any has more to do. */
    boolean round() {
        boolean more = false;
        for (Chore chore : chores) {
            more |= stopped.getCount() > 0 && step(chore);
        }
        return more;
    }

    /** A chore that fails waits for the next round and keeps no other from its turn. */
    private static boolean step(Chore chore) {
        try {
            return chore.step();
        } catch (RuntimeException failure) {
            // the message may quote a row
            Log.warnf(
                    "%s waits (%s) and is taken up again",
                    chore.name(), failure.getClass().getName());
            return false;
        }
    }

    private boolean rest() {
        try {
            return !stopped.await(config.poll().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
