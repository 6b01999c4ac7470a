package id.tumbuh.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Resident memory. Pages that processes share, as PostgreSQL's do, are counted once where the system tells. */
final class Memory {

    private static final Pattern PROPORTIONAL = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");
    private static final int KILO = 1024;

    private Memory() {}

    /** In bytes, of a process and all that it started. */
    static long ofTree(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(Memory::ofOne)
                .sum();
    }

    static String shown(long bytes) {
        double mega = bytes / (double) (KILO * KILO);
        return mega < KILO ? "%.0f MB".formatted(mega) : "%.2f GB".formatted(mega / KILO);
    }

    static long ofOne(ProcessHandle process) {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try {
            Matcher line = PROPORTIONAL.matcher(Files.readString(rollup));
            return line.find() ? Long.parseLong(line.group(1)) * KILO : 0;
        } catch (IOException _) {
            return askedFromPs(process);
        }
    }

    private static long askedFromPs(ProcessHandle process) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
            String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return kilobytes.matches("\\d+") ? Long.parseLong(kilobytes) * KILO : 0;
        } catch (IOException _) {
            return 0; // gone, or a system without ps
        }
    }
}
