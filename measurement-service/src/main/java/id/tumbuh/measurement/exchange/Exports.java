package id.tumbuh.measurement.exchange;

import id.tumbuh.measurement.exchange.MeasurementStream.Wanted;
import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.http.Problem;
import id.tumbuh.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Runs exports: a few at a time, each written down before its first row leaves. */
@ApplicationScoped
class Exports {

    private static final int COME_AGAIN_AFTER_SECONDS = 30;

    private final Database database;
    private final MeasurementStream stream;
    private final Semaphore running;

    Exports(Database database, MeasurementStream stream, ExchangeConfig config) {
        this.database = database;
        this.stream = stream;
        this.running = new Semaphore(config.exportsAtATime());
    }

    /** Makes the sink of the rows out of the body of the answer. */
    @FunctionalInterface
    interface Writing {
        MeasurementStream.Sink to(Csv csv) throws IOException;
    }

    /** Opens the file in the body of the answer. */
    @FunctionalInterface
    interface Opening {
        Csv of(OutputStream out) throws IOException;
    }

    /**
     * The rows are read while they are sent. The audit is written before: whoever breaks off has still read.
     *
     * <p>The place is taken only when the body begins: of a HEAD, or of a caller who is gone by then, no body ever begins, and
     * a place taken for it would never be given back. One who comes in between waits for a place.
     *
     * @param action how the audit calls it
     */
    StreamingOutput of(String action, Wanted wanted, Caller caller, Opening opening, Writing writing) {
        if (running.availablePermits() == 0) {
            throw new ProblemException(
                    Problem.of(ExchangeProblem.TOO_MANY_EXPORTS).retryAfter(COME_AGAIN_AFTER_SECONDS));
        }
        Scope scope = caller.scope();
        audit(action, wanted, caller);
        return out -> write(scope, wanted, out, opening, writing);
    }

    private void write(Scope scope, Wanted wanted, OutputStream out, Opening opening, Writing writing)
            throws IOException {
        takePlace();
        try (Csv csv = opening.of(out)) {
            stream.read(scope, wanted, writing.to(csv));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } finally {
            running.release();
        }
    }

    private void takePlace() throws IOException {
        try {
            if (!running.tryAcquire(COME_AGAIN_AFTER_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("no place for an export came free");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("the service ends", stop);
        }
    }

    private void audit(String action, Wanted wanted, Caller caller) {
        String area = wanted.area().value();
        database.write(caller.scope(), tx -> {
            tx.audit(AuditEntry.of(
                    caller, action, "measurements-of-area", area + " " + wanted.from() + " " + wanted.until(), area));
            return area;
        });
    }
}
