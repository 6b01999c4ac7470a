package id.tumbuh.reporting.rebuild;

import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Builds the projections again, once at a time whatever the number of replicas. */
@ApplicationScoped
class RebuildProjections {
    private static final Logger LOG = Logger.getLogger(RebuildProjections.class);
    /** Key of the advisory lock of the one who builds. */
    static final long BUILDER = 0x7265_6275_696c_65L;
    /** So few events more are read while the consumers wait. */
    private static final long ALMOST = 5_000;

    private static final int MOST_ROUNDS = 100;

    private final DataSource dataSource;
    private final Database database;
    private final Builder builder;
    private final Exchange exchange;
    private final RebuildRuns runs;

    RebuildProjections(DataSource dataSource, Database database, Builder builder, Exchange exchange, RebuildRuns runs) {
        this.dataSource = dataSource;
        this.database = database;
        this.builder = builder;
        this.exchange = exchange;
        this.runs = runs;
    }

    /** What is wanted, and by whom. */
    record Order(UUID id, boolean replace, AuditEntry entry) {}

    /** Begins in the background; false while another one runs. */
    boolean begin(Order order) throws SQLException {
        Connection holding = dataSource.getConnection();
        boolean begun = false;
        boolean mine = false;
        try {
            mine = isMine(holding);
            if (mine) {
                write(tx -> {
                    RebuildRuns.abandonOthers(tx.sql());
                    RebuildRuns.begin(
                            tx.sql(), order.id(), order.replace(), order.entry().subject());
                    tx.audit(order.entry());
                });
                Thread.ofVirtual().name("rebuild").start(() -> run(order, holding));
                begun = true;
            }
            return begun;
        } finally {
            if (!begun) {
                giveBack(holding, mine);
            }
        }
    }

    /** The pooled connection lives on, and a lock it still had would keep everybody out. */
    private static void giveBack(Connection holding, boolean locked) throws SQLException {
        try (holding) {
            if (locked) {
                execute(holding, "select pg_advisory_unlock(" + BUILDER + ")");
            }
        }
    }

    private void run(Order order, Connection holding) {
        try {
            build(order);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            failed(order, failure);
        } finally {
            release(holding);
        }
    }

    /** Takes its tables with it, unless another one that builds has taken their place. Where the database is away, {@link Leftovers} does. */
    private void failed(Order order, RuntimeException failure) {
        String kind = kind(failure);
        LOG.errorf("Projections could not be built again: %s", kind);
        try {
            write(tx -> {
                if (RebuildRuns.failed(tx.sql(), order.id(), kind)) {
                    tx.sql().execute("select rebuild_end()");
                }
            });
        } catch (RuntimeException again) {
            LOG.errorf("What was built of them is left: %s", kind(again));
        }
    }

    /** A connection that is lost has lost its lock. */
    private static void release(Connection holding) {
        try {
            giveBack(holding, true);
        } catch (SQLException lost) {
            LOG.warnf("The lock of the builder was lost: %s", kind(lost));
        }
    }

    /** Without a message: it may quote data. */
    private static String kind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return "SQLSTATE " + sql.getSQLState();
            }
        }
        return failure.getClass().getSimpleName();
    }

    private void build(Order order) throws InterruptedException {
        write(tx -> {
            RebuildRuns.hold(tx.sql(), order.id());
            tx.sql().execute("select rebuild_begin()");
        });
        for (int round = 0; round < MOST_ROUNDS; round++) {
            long events = read(order.id());
            if (events < ALMOST) {
                break;
            }
        }
        write(tx -> tx.sql().execute("select rebuild_analyze()"));
        write(tx -> {
            exchange.alone(tx);
            RebuildRuns.hold(tx.sql(), order.id());
            finish(order, tx.sql());
        });
    }

    /** While no consumer applies anything: the rest, the comparison, and the exchange. */
    private void finish(Order order, Handle sql) {
        long events;
        try {
            events = builder.catchUp(order.id());
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
        builder.erase(order.id());
        builder.takeOver(sql);
        Map<String, Long> differences = Comparison.differences(sql);
        RebuildRun.State state = differences.isEmpty() ? RebuildRun.State.SAME : RebuildRun.State.DIFFERENT;
        if (order.replace()) {
            differences.keySet().forEach(table -> sql.execute("select rebuild_exchange(?)", table));
            state = RebuildRun.State.REPLACED;
        }
        sql.execute("select rebuild_end()");
        RebuildRuns.read(sql, order.id(), events);
        runs.compared(sql, order.id(), state, differences);
    }

    private long read(UUID run) throws InterruptedException {
        long events = builder.catchUp(run);
        write(tx -> RebuildRuns.read(tx.sql(), run, events));
        return events;
    }

    private void write(Consumer<Transaction> work) {
        database.write(Scope.everywhere(), tx -> {
            work.accept(tx);
            return null;
        });
    }

    private static boolean isMine(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var answer = statement.executeQuery("select pg_try_advisory_lock(" + BUILDER + ")")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
