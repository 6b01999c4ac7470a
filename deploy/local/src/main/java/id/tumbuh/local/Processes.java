package id.tumbuh.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Whether processes that need not be our children still run. */
final class Processes {

    private static final Duration POLL = Duration.ofMillis(20);

    private Processes() {}

    /**
     * Whether the process still does anything. One that ended but was never waited for, as happens in containers whose
     * first process does not care, would count as alive for Java, for ever.
     */
    static boolean runs(ProcessHandle process) {
        return process.isAlive() && !isZombie(process);
    }

    /** Waits for the end of a process; returns whether it came in time. */
    static boolean endsWithin(Duration patience, ProcessHandle process) {
        long end = System.nanoTime() + patience.toNanos();
        while (runs(process)) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    /** Asks a process to end, and ends it when it does not listen. */
    static void terminate(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!endsWithin(patience, process)) {
            process.destroyForcibly();
            endsWithin(patience, process);
        }
    }

    private static boolean isZombie(ProcessHandle process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return false; // gone, or a system without /proc
        }
        try (var lines = Files.lines(status)) {
            return lines.anyMatch(line -> line.startsWith("State:\tZ"));
        } catch (IOException | UncheckedIOException _) {
            return true; // gone while we looked
        }
    }
}
