package id.tumbuh.platform.messaging;

import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.LocalServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A service's messaging on real servers, put together by hand so that a test can break any part of it. */
final class Services implements AutoCloseable {
    final LocalServers servers = LocalServers.start();
    final RelaySignal signal = new RelaySignal();
    final KafkaClients kafka;
    final MessagingConfig config;

    Services() {
        Flyway.configure()
                .dataSource(servers.jdbcUrl("registry"), "registry_owner", LocalServers.PASSWORD)
                .locations("db/platform", "db/messaging-test")
                .placeholders(Map.of("app_role", "registry_app"))
                .load()
                .migrate();
        config = new TestConfig(servers.kafka());
        kafka = new KafkaClients(config, "registry");
    }

    DataSource dataSource() {
        return dataSource(servers.postgresPort());
    }

    DataSource dataSource(int port) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("registry");
        source.setUser("registry_app");
        source.setPassword(LocalServers.PASSWORD);
        return source;
    }

    Database database() {
        return new Database(dataSource(), signal);
    }

    void topics(String... names) {
        try {
            new Topics(kafka, config).ensure(Set.of(names));
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    OutboxRelay relay() {
        return new OutboxRelay(dataSource(), kafka.producer(), new CloudEvents("registry"), signal, config);
    }

    /** Publishes what is in the outbox now, as the relay would. */
    void publishAll() {
        try (Connection connection = dataSource().getConnection();
                var producer = kafka.producer()) {
            OutboxRelay relay = new OutboxRelay(dataSource(), producer, new CloudEvents("registry"), signal, config);
            while (relay.publishBatch(connection) > 0) {
                // until the outbox is empty
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    Running consume(EventConsumer consumer) {
        return consume(consumer, database());
    }

    Running consume(EventConsumer consumer, Database database) {
        ConsumerLoop loop = new ConsumerLoop(
                consumer,
                List.of(),
                database,
                new Quarantine(database()),
                config,
                () -> kafka.member(consumer.group()));
        Thread thread = Thread.ofPlatform().name(consumer.group()).start(loop);
        return new Running(loop, thread);
    }

    @Override
    public void close() {
        servers.close();
    }

    /** A consumer at work. */
    record Running(ConsumerLoop loop, Thread thread) implements AutoCloseable {
        @Override
        public void close() {
            loop.stop();
            try {
                thread.join(Duration.ofSeconds(20));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private record TestConfig(String bootstrapServers) implements MessagingConfig {
        @Override
        public Optional<List<String>> topics() {
            return Optional.empty();
        }

        @Override
        public List<String> commonTopics() {
            return List.of();
        }

        @Override
        public int partitions() {
            return 3;
        }

        @Override
        public short replicationFactor() {
            return 1;
        }

        @Override
        public Duration fullHistory() {
            return Duration.ofDays(395);
        }

        @Override
        public int relayBatch() {
            return 500;
        }

        @Override
        public Duration relayPatience() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration relayPace() {
            return Duration.ofMillis(25);
        }

        @Override
        public int consumerBatch() {
            return 500;
        }

        @Override
        public Duration retryFirst() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration retryAtMost() {
            return Duration.ofMillis(500);
        }

        @Override
        public Duration deadAfter() {
            return Duration.ofSeconds(30);
        }

        @Override
        public boolean enabled() {
            return true;
        }
    }
}
