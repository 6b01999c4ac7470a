package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.assessment.MeasurementProblem;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Makes PDF and PNG, a few at a time: many at once would take the memory of the measurements that come in. */
@ApplicationScoped
class Paper {

    private static final int COME_AGAIN_SECONDS = 5;

    private final Semaphore places;
    private final Duration longestWait;

    Paper(ChartConfig config) {
        places = new Semaphore(config.papersAtATime(), true);
        longestWait = config.longestWait();
    }

    /** A format a picture is printed in. */
    @FunctionalInterface
    interface Format {
        byte[] of(Picture picture) throws IOException;
    }

    byte[] print(Picture picture, Format format) throws IOException {
        if (!placeTaken()) {
            throw tooBusy();
        }
        try {
            return format.of(picture);
        } finally {
            places.release();
        }
    }

    private boolean placeTaken() {
        try {
            return places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ProblemException tooBusy() {
        return new ProblemException(Problem.of(MeasurementProblem.TOO_BUSY).retryAfter(COME_AGAIN_SECONDS));
    }
}
