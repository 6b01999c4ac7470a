package id.tumbuh.measurement.print;

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
public class Paper {

    private static final int COME_AGAIN_SECONDS = 5;

    private final Semaphore places;
    private final Duration longestWait;

    Paper(PrintConfig config) {
        places = new Semaphore(config.papersAtATime(), true);
        longestWait = config.longestWait();
    }

    /** A sheet that is about to be made. */
    @FunctionalInterface
    public interface Sheet {
        byte[] make() throws IOException;
    }

    public byte[] print(Sheet sheet) throws IOException {
        if (!placeTaken()) {
            throw tooBusy();
        }
        try {
            return sheet.make();
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
