package id.tumbuh.intervention.webhook;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends what is due, each delivery on a thread of its own, so that one that hangs keeps nobody but its endpoint. */
@ApplicationScoped
class Dispatcher {
    private static final long TO_STOP_MILLIS = 4_000;
    /** Answers may come by the hundred at once; requests need connections of the database too. */
    private static final int SETTLING = 4;

    private final FanOut fanOut;
    private final Deliveries deliveries;
    private final Send send;
    private final WebhookConfig config;
    private final Clock clock = Clock.systemUTC();
    private final Semaphore free;
    private final Semaphore settling = new Semaphore(SETTLING);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    Dispatcher(FanOut fanOut, Deliveries deliveries, Send send, WebhookConfig config) {
        this.fanOut = fanOut;
        this.deliveries = deliveries;
        this.send = send;
        this.config = config;
        this.free = new Semaphore(config.atOnce());
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            thread = Thread.ofPlatform().name("webhooks").daemon().start(this::loop);
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
            if (stepOrWait() == 0) {
                rested = rest();
            }
        }
    }

    private int stepOrWait() {
        try {
            return fanOut.step() + step();
        } catch (RuntimeException failure) {
            // the message may quote a row
            Log.warnf(
                    "Webhooks wait (%s) and are taken up again",
                    failure.getClass().getName());
            return 0;
        }
    }

    /** Begins what is due and doesn't wait for it; returns how many were begun. */
    int step() {
        int places = free.availablePermits();
        List<Attempt> due = places == 0 ? List.of() : deliveries.lease(places, clock.instant());
        for (Attempt attempt : due) {
            free.acquireUninterruptibly();
            Thread.ofVirtual().name("webhook-", 0).start(() -> deliver(attempt));
        }
        return due.size();
    }

    private void deliver(Attempt attempt) {
        try {
            Answer answer = send.send(attempt);
            settling.acquireUninterruptibly();
            try {
                deliveries.settle(attempt, answer, clock.instant());
            } finally {
                settling.release();
            }
        } catch (RuntimeException failure) {
            // the lease runs out, and it is tried again
            Log.warnf(
                    "A webhook was sent but not taken down (%s)",
                    failure.getClass().getName());
        } finally {
            free.release();
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
