package id.tumbuh.platform.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Moves committed events from the outbox to Kafka, in order, by one active relay per database.
 *
 * <p>It reads the <em>unpublished</em> rows in order, never the rows after the last id seen: ids are given before the commit,
 * so a lower one may appear later. A row is removed after the broker's answer; a crash in between publishes it again with the
 * same event id, which consumers recognise.
 */
final class OutboxRelay implements Runnable {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    /** Key of the advisory lock; one relay per database, whatever the number of replicas. */
    private static final long LEADER_LOCK = 0x7475_6d62_7568L;

    private static final Duration LEADERSHIP_RETRY = Duration.ofSeconds(1);
    private static final String READ = """
            select id, event_id, topic, type, key, partition_key, sequence, occurred_at, traceparent, body
            from outbox order by id limit ?""";

    /** One row of the outbox on its way: what to remove, and the broker's pending answer. */
    private record Sent(long id, TopicPartition partition, Future<RecordMetadata> answer) {}

    private final DataSource dataSource;
    private final Producer<String, byte[]> producer;
    private final CloudEvents cloudEvents;
    private final RelaySignal signal;
    private final MessagingConfig config;
    private volatile boolean stopped;
    private volatile boolean leading;
    private volatile Instant lastSign = Instant.now();

    OutboxRelay(
            DataSource dataSource,
            Producer<String, byte[]> producer,
            CloudEvents cloudEvents,
            RelaySignal signal,
            MessagingConfig config) {
        this.dataSource = dataSource;
        this.producer = producer;
        this.cloudEvents = cloudEvents;
        this.signal = signal;
        this.config = config;
    }

    @Override
    public void run() {
        Backoff backoff = new Backoff(config.retryFirst(), config.retryAtMost());
        while (!stopped) {
            lastSign = Instant.now();
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                leadAndPublish(connection, backoff);
            } catch (SQLException | RuntimeException failure) {
                if (!stopped) {
                    LOG.warnf("Outbox relay waits: %s", Failures.describe(failure));
                    pause(backoff.next());
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                leading = false;
            }
        }
    }

    void stop() {
        stopped = true;
        signal.wake();
    }

    boolean leading() {
        return leading;
    }

    Instant lastSign() {
        return lastSign;
    }

    private void leadAndPublish(Connection connection, Backoff backoff) throws SQLException, InterruptedException {
        while (!stopped && !tryLead(connection)) {
            lastSign = Instant.now();
            Thread.sleep(LEADERSHIP_RETRY);
        }
        leading = true;
        try {
            // A generic plan cached while the outbox was empty reads it by sequential scan for ever.
            execute(connection, "set plan_cache_mode = force_custom_plan");
            while (!stopped) {
                lastSign = Instant.now();
                long begun = System.nanoTime();
                int published = publishBatch(connection);
                backoff.reset();
                if (published < config.relayBatch()) {
                    signal.await(config.relayPatience());
                    gather(begun + config.relayPace().toNanos() - System.nanoTime());
                }
            }
        } finally {
            // The pooled connection lives on: without this the lock would stay with nobody relaying.
            unlock(connection);
        }
    }

    /** What is announced meanwhile goes with the next round. */
    private static void gather(long nanos) throws InterruptedException {
        if (nanos > 0) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }

    /** Returns how many rows were read, which tells whether more may be waiting. */
    int publishBatch(Connection connection) throws SQLException, InterruptedException {
        List<Sent> sent = send(connection);
        if (sent.isEmpty()) {
            return 0;
        }
        producer.flush();
        Set<Long> published = new LinkedHashSet<>(sent.size());
        Set<Long> unpublished = new HashSet<>();
        Set<TopicPartition> failed = new HashSet<>();
        RuntimeException failure = null;
        for (Sent row : sent) {
            try {
                row.answer().get();
                // After a failure in a partition everything behind it is sent again, or the order would turn.
                (failed.contains(row.partition()) ? unpublished : published).add(row.id());
            } catch (ExecutionException refused) {
                failed.add(row.partition());
                unpublished.add(row.id());
                failure = new IllegalStateException("the broker did not take an event", refused.getCause());
            }
        }
        // one that goes to every partition is through when all of them have it
        published.removeAll(unpublished);
        remove(connection, published);
        if (failure != null) {
            throw failure;
        }
        return (int) sent.stream().mapToLong(Sent::id).distinct().count();
    }

    private List<Sent> send(Connection connection) throws SQLException {
        List<Sent> sent = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setInt(1, config.relayBatch());
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    for (ProducerRecord<String, byte[]> event : cloudEvents.records(rows, producer::partitionsFor)) {
                        sent.add(new Sent(
                                rows.getLong("id"),
                                new TopicPartition(event.topic(), event.partition()),
                                producer.send(event)));
                    }
                }
            }
        }
        return sent;
    }

    private static void remove(Connection connection, Set<Long> published) throws SQLException {
        if (published.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from outbox where id = any(?)")) {
            delete.setArray(1, connection.createArrayOf("int8", published.toArray(Long[]::new)));
            delete.executeUpdate();
        }
    }

    private static boolean tryLead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select pg_try_advisory_lock(" + LEADER_LOCK + ")")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void unlock(Connection connection) {
        try {
            execute(connection, "select pg_advisory_unlock(" + LEADER_LOCK + ")");
            execute(connection, "reset plan_cache_mode");
        } catch (SQLException gone) {
            LOG.debugf("The relay's connection is gone, and its lock with it: %s", gone.getSQLState());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void pause(Duration time) {
        try {
            signal.await(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
