package id.tumbuh.measurement.exchange;

import id.tumbuh.measurement.exchange.ChangedMeasurements.Comparison;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends what changed, for as long as the service runs and an endpoint is configured. One sender a database: whoever holds an
 * advisory lock; the others wait for it to be let go.
 */
@ApplicationScoped
class ExchangeSender {

    private static final long LEADER_LOCK = 0x6578_6368_616e_6765L; // "exchange"
    private static final Duration LOOK_FOR_LEADERSHIP = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMillis(200);
    /** Counting reads the whole ledger. */
    private static final Duration COUNT_EVERY = Duration.ofMinutes(1);

    private final ExchangeConfig config;
    private final DataSource dataSource;
    private final ChangedMeasurements changed;
    private final Ledger ledger;
    private final SendRound.Parts parts;
    private final Map<Ledger.State, AtomicLong> counts = new EnumMap<>(Ledger.State.class);
    private volatile boolean stopped;
    private @Nullable Thread thread;

    ExchangeSender(
            ExchangeConfig config,
            DataSource dataSource,
            Database database,
            ChangedMeasurements changed,
            Ledger ledger,
            ExchangedMeasurements measurements,
            SatusehatCodes.Rules codes,
            MeterRegistry meters) {
        this.config = config;
        this.dataSource = dataSource;
        this.changed = changed;
        this.ledger = ledger;
        this.parts = new SendRound.Parts(database, ledger, measurements, codes, meters);
        Arrays.stream(Ledger.State.values()).forEach(state -> counts.put(state, new AtomicLong()));
    }

    void start(@Observes StartupEvent start) {
        config.endpoint().ifPresent(endpoint -> {
            counts.forEach((state, count) ->
                    parts.meters().gauge("tumbuh.exchange.ledger", List.of(Tag.of("state", state.name())), count));
            thread = Thread.ofVirtual().name("exchange").start(() -> run(endpoint));
        });
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopped = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join(Duration.ofSeconds(5));
        }
    }

    /** Until it is stopped or interrupted. */
    void run(URI endpoint) {
        try (Destination destination = new Destination(endpoint, config)) {
            while (!stopped) {
                try (Connection connection = dataSource.getConnection()) {
                    connection.setAutoCommit(true);
                    lead(connection, new SendRound(parts, config, destination));
                } catch (SQLException | RuntimeException failure) {
                    if (!stopped) {
                        // without the message, which may quote a row
                        Log.warnf("Exchange waits: %s", failure.getClass().getSimpleName());
                        Thread.sleep(config.retryFirst());
                    }
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void lead(Connection connection, SendRound round) throws SQLException, InterruptedException {
        while (!is(connection, "select pg_try_advisory_lock(" + LEADER_LOCK + ")")) {
            Thread.sleep(LOOK_FOR_LEADERSHIP);
        }
        try {
            send(connection, round);
        } finally {
            // the pooled connection lives on: without this the lock would stay with nobody sending
            unlock(connection);
        }
    }

    private void send(Connection connection, SendRound round) throws SQLException, InterruptedException {
        Comparison comparison = new Comparison(config.destination(), config.overlap(), config.compareAllEvery());
        Pause pause = new Pause(config);
        Instant looked = Instant.MIN;
        Instant counted = Instant.MIN;
        // asked every time: a connection that is gone has lost the lock, and somebody else may have it
        while (!stopped && is(connection, "select true")) {
            if (!looked.plus(config.lookEvery()).isAfter(Instant.now())) {
                looked = Instant.now();
                changed.queue(comparison);
            }
            if (!counted.plus(COUNT_EVERY).isAfter(Instant.now())) {
                counted = Instant.now();
                count();
            }
            SendRound.Ended ended = round.run();
            if (ended.away()) {
                Thread.sleep(pause.next(ended.pause()));
                continue;
            }
            pause.reset();
            if (ended.due() < config.batchSize()) {
                Thread.sleep(shorter(PATIENCE, config.lookEvery()));
            }
        }
    }

    private void count() {
        parts.database()
                .read(Scope.everywhere(), ledger::counts)
                .forEach((state, number) ->
                        counts.getOrDefault(state, new AtomicLong()).set(number));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static boolean is(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void unlock(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + LEADER_LOCK + ")");
        } catch (SQLException gone) {
            Log.debugf("The sender's connection is gone, and its lock with it: %s", gone.getSQLState());
        }
    }
}
