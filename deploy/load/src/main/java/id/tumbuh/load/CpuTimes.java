package id.tumbuh.load;

import id.tumbuh.local.Component;
import id.tumbuh.local.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** CPU seconds of every process of an installation, from {@code /proc}; PostgreSQL's backends count by database. */
record CpuTimes(Map<String, Double> seconds) {
    private static final double TICKS_PER_SECOND = 100;

    static CpuTimes of(Installation installation) throws IOException {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (Component service : Component.SERVICES) {
            seconds.put(service.label(), own(installation.pid(service)));
        }
        long servers = installation.pid(Component.SERVERS);
        seconds.put("kafka", own(servers));
        for (Path process : processes()) {
            if (isPostgres(process)) {
                seconds.merge(
                        "postgresql " + database(process),
                        own(Long.parseLong(process.getFileName().toString())),
                        Double::sum);
            }
        }
        seconds.put("client", own(ProcessHandle.current().pid()));
        return new CpuTimes(seconds);
    }

    CpuTimes since(CpuTimes before) {
        Map<String, Double> spent = new LinkedHashMap<>();
        seconds.forEach((process, now) -> spent.put(process, now - before.seconds.getOrDefault(process, 0.0)));
        return new CpuTimes(spent);
    }

    double total() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Iterable<Path> processes() throws IOException {
        try (var all = Files.list(Path.of("/proc"))) {
            return all.filter(it -> it.getFileName().toString().chars().allMatch(Character::isDigit))
                    .toList();
        }
    }

    /** The servers of this installation: others on the machine would be counted too, so run it alone. */
    private static boolean isPostgres(Path process) {
        return read(process.resolve("comm"))
                .filter(name -> name.strip().equals("postgres"))
                .isPresent();
    }

    private static double own(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "stat"))
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1))
                .map(fields -> (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / TICKS_PER_SECOND)
                .orElse(0.0);
    }

    /** A backend's title is {@code postgres: ROLE DATABASE CLIENT STATE}; the others write and tidy for all of them. */
    private static String database(Path process) {
        String[] title = read(process.resolve("cmdline")).orElse("").split(" ", 4);
        return title.length > 3 && title[1].endsWith("_app") ? title[2] : "itself";
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
