package id.tumbuh.local;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.CodeSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL as an installation would run it: durable, passwords demanded, reached over the loopback interface only. */
final class PostgresServer implements AutoCloseable {

    private static final String FINISHED = "tumbuh-finished";
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(5);

    /** Without these an acknowledged write could be lost. The embedding library switches the first two off. */
    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", Ports.LOOPBACK),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "200"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("wal_compression", "pglz"),
            // A generic plan made while the outbox was empty slows its relay down tenfold.
            Map.entry("plan_cache_mode", "force_custom_plan"),
            Map.entry("jit", "off"),
            Map.entry("track_io_timing", "on"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("password_encryption", "scram-sha-256"));

    private final EmbeddedPostgres server;
    private final Path dataDirectory;

    private PostgresServer(EmbeddedPostgres server, Path dataDirectory) {
        this.server = server;
        this.dataDirectory = dataDirectory;
    }

    static PostgresServer start(Path data, int port, Secrets secrets) throws IOException, SQLException {
        Path dataDirectory = PrivateFiles.directory(data.resolve("postgresql"));
        Postmaster.stop(dataDirectory); // it outlives a killed JVM
        putAsideUnfinished(dataDirectory);
        var output = ProcessBuilder.Redirect.appendTo(Files.createDirectories(data.resolve("logs"))
                .resolve("postgresql.log")
                .toFile());

        Path binaries = binaries(data);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(dataDirectory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(LONGEST_RECOVERY)
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setConnectConfig("password", secrets.get("postgres"))
                // Options of initdb. The last of two wins, which is how "trust" of the embedding library is overruled.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", secrets.file("postgres").toString())
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C");
        DURABILITY.forEach(setting -> builder.setServerConfig(setting, "on"));
        SETTINGS.forEach(builder::setServerConfig);
        builder.setServerConfig("shared_buffers", sharedBuffers() + "MB");

        PostgresServer started = new PostgresServer(builder.start(), dataDirectory);
        keepOthersFromReplacing(binaries);
        started.refuseToRunWithoutDurability();
        Files.writeString(dataDirectory.resolve(FINISHED), "");
        return started;
    }

    /**
     * A sixteenth of the machine, which PostgreSQL takes only when it has something to keep there. With less than the indexes that
     * are written to at random, every new row writes an old page out.
     */
    private static long sharedBuffers() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.clamp(machine.getTotalMemorySize() / (16 << 20), 256, 1024);
    }

    int port() {
        return server.getPort();
    }

    Connection connect(String database) throws SQLException {
        return server.getDatabase("postgres", database).getConnection();
    }

    @Override
    public void close() throws IOException {
        Postmaster.stop(dataDirectory);
    }

    private void refuseToRunWithoutDurability() throws SQLException, IOException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String setting : DURABILITY) {
                try (ResultSet row = statement.executeQuery("show " + setting)) {
                    if (!row.next() || !"on".equals(row.getString(1))) {
                        close();
                        throw new IllegalStateException("PostgreSQL runs with " + setting + " off: data could be lost");
                    }
                }
            }
        }
    }

    /**
     * A cluster whose first start never came to its end holds nothing, and may never start: initdb was killed half way.
     * It is put aside, not deleted.
     */
    private static void putAsideUnfinished(Path dataDirectory) throws IOException {
        if (isEmpty(dataDirectory) || Files.exists(dataDirectory.resolve(FINISHED))) {
            return;
        }
        Files.move(dataDirectory, dataDirectory.resolveSibling("postgresql-unfinished-" + System.currentTimeMillis()));
        PrivateFiles.directory(dataDirectory);
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    /** Unpacked once beside the classes, when that folder is ours to write to, so that test runs share them. */
    private static Path binaries(Path data) throws IOException {
        Path folder = buildFolder().filter(Files::isWritable).orElse(data).resolve("postgresql-binaries");
        return Files.createDirectories(folder);
    }

    /** The embedding library lets everybody write to the folder whose programs we run. */
    private static void keepOthersFromReplacing(Path binaries) throws IOException {
        if (Files.isWritable(binaries)) {
            Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static Optional<Path> buildFolder() {
        CodeSource source = PostgresServer.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.ofNullable(Path.of(source.getLocation().toURI()).getParent());
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
