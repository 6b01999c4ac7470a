package id.tumbuh.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * PostgreSQL and Kafka in one process. Says {@code READY} with both ports on its only line of standard output and runs
 * until it is told to stop.
 */
public final class Servers implements AutoCloseable {

    private static final int LOG_BYTES = 10 * 1024 * 1024;
    private static final int LOG_FILES = 3;

    /** The loggers whose level is set; java.util.logging forgets a logger that nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private final PostgresServer postgres;
    private final KafkaBroker kafka;

    private Servers(PostgresServer postgres, KafkaBroker kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    /** Runs until SIGTERM, or until standard input ends when told so. */
    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        ServersOptions options;
        try {
            options = ServersOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(ServersOptions.USAGE);
            System.exit(2);
            return;
        }
        PrintStream out = System.out;
        logToFile(options.data());
        try {
            Servers servers = start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(servers::stop, "stop"));
            out.println("READY {\"postgresPort\":" + servers.postgres.port() + ",\"kafkaPort\":" + servers.kafka.port()
                    + "}");
            out.flush();
            if (options.exitWithStdin()) {
                System.in.transferTo(OutputStream.nullOutputStream());
                System.exit(0);
            }
            Thread.currentThread().join();
        } catch (Exception e) {
            System.err.println("PostgreSQL and Kafka cannot start: " + e.getMessage() + " (see "
                    + options.data().resolve("logs") + ")");
            ROOT.log(Level.SEVERE, "cannot start", e);
            System.exit(1);
        }
    }

    static Servers start(ServersOptions options) throws IOException, SQLException {
        Path data = PrivateFiles.directory(options.data());
        Secrets secrets = new Secrets(data.resolve("secrets"));
        PostgresServer postgres = PostgresServer.start(data, Ports.orFree(options.postgresPort()), secrets);
        try {
            ServiceDatabases.prepare(postgres, secrets, options.password());
            return new Servers(postgres, KafkaBroker.start(data, Ports.orFree(options.kafkaPort())));
        } catch (IOException | SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            kafka.close();
        } finally {
            postgres.close();
        }
    }

    private void stop() {
        try {
            close();
        } catch (IOException e) {
            ROOT.log(Level.SEVERE, "cannot stop cleanly", e);
        }
    }

    private static void logToFile(Path data) throws IOException {
        Path logs = Files.createDirectories(PrivateFiles.directory(data).resolve("logs"));
        // Before the first record, and by property: the level decides whether Kafka builds its many messages at all.
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s [%3$s] %5$s%6$s%n");
        LogManager.getLogManager().reset();
        Handler handler = new FileHandler(logs.resolve("servers.%g.log").toString(), LOG_BYTES, LOG_FILES, true);
        handler.setFormatter(new SimpleFormatter());
        handler.setLevel(Level.ALL);
        ROOT.addHandler(handler);
        ROOT.setLevel(Level.INFO);
    }
}
