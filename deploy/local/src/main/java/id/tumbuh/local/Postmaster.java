package id.tumbuh.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The server process of a PostgreSQL data directory, found by the pid file that it keeps there. */
final class Postmaster {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Postmaster() {}

    /**
     * The running server of this data directory. A pid file that outlived its server, whose number may belong to
     * another program by now, counts as none.
     */
    static Optional<ProcessHandle> of(Path dataDirectory) throws IOException {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 2 || !isNumber(lines.getFirst()) || !lines.get(1).equals(dataDirectory.toString())) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(Processes::runs)
                .filter(Postmaster::isPostgres);
    }

    /** Stops the server of this data directory, if one runs: open connections are cut, nothing committed is lost. */
    static void stop(Path dataDirectory) throws IOException {
        Optional<ProcessHandle> running = of(dataDirectory);
        if (running.isEmpty()) {
            return;
        }
        ProcessHandle server = running.get();
        // Fast shutdown. ProcessHandle.destroy() would send SIGTERM, which waits for every client to leave.
        signal("INT", server);
        if (!Processes.endsWithin(PATIENCE, server)) {
            signal("QUIT", server);
            if (!Processes.endsWithin(PATIENCE, server)) {
                throw new IOException("PostgreSQL, process " + server.pid() + ", does not stop");
            }
        }
    }

    private static void signal(String name, ProcessHandle process) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -s " + name + " " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join();
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(Path::of).map(Path::getFileName).stream()
                .anyMatch(name -> name.toString().startsWith("postgres"));
    }

    private static boolean isNumber(String text) {
        return text.strip().matches("\\d{1,18}");
    }
}
