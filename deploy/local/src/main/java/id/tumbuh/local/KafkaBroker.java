package id.tumbuh.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka broker that is its own controller.
 *
 * <p>Kafka leaves flushing to the operating system and relies on replicas. With one node, records acknowledged in the
 * last seconds survive the death of any process but not that of the machine; the outbox then has marked them as sent.
 */
final class KafkaBroker implements AutoCloseable {

    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static KafkaBroker start(Path data, int port) throws IOException {
        Path directory = Files.createDirectories(data.resolve("kafka"));
        Properties settings = settings(directory, port, Ports.free());
        if (!Files.exists(directory.resolve("log").resolve("meta.properties"))) {
            format(directory, settings);
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server, port);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory, Properties settings) throws IOException {
        Path file = directory.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, "of the first start, read by the formatter only");
        }
        var said = new ByteArrayOutputStream();
        String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        int status = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IOException("cannot format the Kafka folder: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static Properties settings(Path directory, int port, int controllerPort) {
        var settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", Integer.toString(NODE));
        settings.setProperty("controller.quorum.voters", NODE + "@" + Ports.LOOPBACK + ":" + controllerPort);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("inter.broker.listener.name", "BROKER");
        settings.setProperty("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty(
                "listeners",
                "BROKER://" + Ports.LOOPBACK + ":" + port + ",CONTROLLER://" + Ports.LOOPBACK + ":" + controllerPort);
        settings.setProperty("advertised.listeners", "BROKER://" + Ports.LOOPBACK + ":" + port);
        settings.setProperty("log.dirs", directory.resolve("log").toString());
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("num.partitions", "6");
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("min.insync.replicas", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "4");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        // After a kill the controller waits this long for the broker that it still believes in before it lets us in.
        settings.setProperty("broker.session.timeout.ms", "3000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
        // Consumers of an installation that stood still for weeks go on where they were.
        settings.setProperty("offsets.retention.minutes", Integer.toString(365 * 24 * 60));
        // Events are the record of what happened: nothing is thrown away by age unless its topic says so.
        settings.setProperty("log.retention.ms", "-1");
        settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        settings.setProperty("log.segment.bytes", Integer.toString(128 * 1024 * 1024));
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("message.max.bytes", Integer.toString(4 * 1024 * 1024));
        return settings;
    }
}
