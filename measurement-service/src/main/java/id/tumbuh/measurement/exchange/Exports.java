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
     * @param action how the audit calls it
     */
    StreamingOutput of(String action, Wanted wanted, Caller caller, Opening opening, Writing writing) {
        if (!running.tryAcquire()) {
            throw new ProblemException(
                    Problem.of(ExchangeProblem.TOO_MANY_EXPORTS).retryAfter(COME_AGAIN_AFTER_SECONDS));
        }
        try {
            Scope scope = caller.scope();
            audit(action, wanted, caller);
            return out -> write(scope, wanted, opening.of(out), writing);
        } catch (RuntimeException failure) {
            running.release();
            throw failure;
        }
    }

    private void write(Scope scope, Wanted wanted, Csv csv, Writing writing) throws IOException {
        try (csv) {
            stream.read(scope, wanted, writing.to(csv));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } finally {
            running.release();
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
