package id.tumbuh.platform.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL and Kafka in a process of their own, on free ports, gone with the JVM that started them. */
public final class LocalServers implements AutoCloseable {
    /** Of every role in the databases of a test. */
    public static final String PASSWORD = "test-only";

    private static final Pattern READY = Pattern.compile("READY \\{\"postgresPort\":(\\d+),\"kafkaPort\":(\\d+)}");

    private final Process process;
    private final Path data;
    private final int postgresPort;
    private final int kafkaPort;

    private LocalServers(Process process, Path data, int postgresPort, int kafkaPort) {
        this.process = process;
        this.data = data;
        this.postgresPort = postgresPort;
        this.kafkaPort = kafkaPort;
    }

    public static LocalServers start() {
        try {
            Path data = Files.createTempDirectory("tumbuh-servers-");
            Process process = new ProcessBuilder(command(data))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            // Not closed: the servers watch our end of their standard input and stop when it goes away with us.
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Matcher ready = READY.matcher(line);
                if (ready.matches()) {
                    return new LocalServers(
                            process, data, Integer.parseInt(ready.group(1)), Integer.parseInt(ready.group(2)));
                }
            }
            throw new IllegalStateException("PostgreSQL and Kafka did not start; see " + data);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> command(Path data) {
        Path target = Path.of(System.getProperty("tumbuh.root"), "deploy", "local", "target");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-cp",
                target.resolve("classes") + File.pathSeparator + target.resolve("lib") + File.separator + "*",
                "id.tumbuh.local.Servers",
                "--data",
                data.toString(),
                "--password",
                PASSWORD,
                "--exit-with-stdin");
    }

    public int postgresPort() {
        return postgresPort;
    }

    public String kafka() {
        return "127.0.0.1:" + kafkaPort;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/" + database;
    }

    /** Of {@code postgres}, for tests that make a login as whoever answers for the database would. */
    public String superuserPassword() {
        try {
            return Files.readString(data.resolve("secrets").resolve("postgres")).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
