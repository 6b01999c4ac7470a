package id.tumbuh.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes the relay after a commit.
 *
 * <p>Inside one process a permit is enough. Rows of another replica are found by the relay's own polling: {@code NOTIFY} in
 * the business transaction would take a cluster-wide lock until the commit is on disk, and with it group commit away.
 */
@ApplicationScoped
public class RelaySignal {
    private final Semaphore permit = new Semaphore(0);

    public void wake() {
        if (permit.availablePermits() == 0) {
            permit.release();
        }
    }

    /** Waits until woken, or until the time has passed. */
    void await(Duration patience) throws InterruptedException {
        if (permit.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            permit.drainPermits();
        }
    }
}
