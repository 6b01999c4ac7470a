package id.tumbuh.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A process as it was noted at its start, so that it is found again although its supervisor was killed. */
record ProcessRecord(long pid, Instant startedAt, String ports) {

    /** Tolerates the clock being set while the process runs, from which Linux derives the start. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    /** Every process of ours has this in its command line. */
    static final String MARK = "id.tumbuh.local";

    static ProcessRecord of(ProcessHandle process, String ports) {
        return new ProcessRecord(process.pid(), process.info().startInstant().orElseGet(Instant::now), ports);
    }

    void write(Path run, String name) throws IOException {
        PrivateFiles.write(run, name + ".process", pid + "\n" + startedAt.toEpochMilli() + "\n" + ports + "\n");
    }

    static Optional<ProcessRecord> read(Path run, String name) throws IOException {
        Path file = file(run, name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 3
                || !lines.get(0).matches("\\d{1,10}")
                || !lines.get(1).matches("\\d{1,15}")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessRecord(
                Long.parseLong(lines.get(0)), Instant.ofEpochMilli(Long.parseLong(lines.get(1))), lines.get(2)));
    }

    static void delete(Path run, String name) throws IOException {
        Files.deleteIfExists(file(run, name));
    }

    /** The recorded process if it still runs; never a stranger that was given its number. */
    Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(Processes::runs).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        boolean sameStart = process.info()
                .startInstant()
                .map(start -> Duration.between(startedAt, start).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
        // Some systems do not tell the command line; then the start alone must do.
        boolean sameProgram =
                process.info().commandLine().map(line -> line.contains(MARK)).orElse(true);
        return sameStart && sameProgram;
    }

    private static Path file(Path run, String name) {
        return run.resolve(name + ".process");
    }
}
