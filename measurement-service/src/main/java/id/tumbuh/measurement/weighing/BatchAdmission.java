package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.assessment.MeasurementProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets so many batches work at a time, so many more wait a moment, and sends the rest away with a word when to come again:
 * a crowd is served one after another instead of all together slowly.
 */
@ApplicationScoped
class BatchAdmission {

    private static final int COME_AGAIN_AFTER_SECONDS = 1;

    private final Semaphore inside;
    private final Semaphore working;
    private final WeighingConfig config;

    BatchAdmission(WeighingConfig config, MeterRegistry meters) {
        this.config = config;
        this.working = new Semaphore(config.batchesAtATime(), true);
        this.inside = new Semaphore(config.batchesAtATime() + config.batchesWaiting());
        meters.gauge(
                "tumbuh.measurement.batches.inside",
                inside,
                free -> config.batchesAtATime() + config.batchesWaiting() - free.availablePermits());
    }

    <T> T admit(Supplier<T> work) {
        if (!inside.tryAcquire()) {
            throw busy();
        }
        try {
            return whenThereIsRoom(work);
        } finally {
            inside.release();
        }
    }

    private <T> T whenThereIsRoom(Supplier<T> work) {
        try {
            if (!working.tryAcquire(config.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            working.release();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(Problem.of(MeasurementProblem.TOO_BUSY).retryAfter(COME_AGAIN_AFTER_SECONDS));
    }
}
