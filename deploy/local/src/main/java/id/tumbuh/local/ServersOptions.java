package id.tumbuh.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What {@link Servers} is started with.
 *
 * @param password of every service's roles; without one each role gets its own, generated at first start
 * @param exitWithStdin stop as soon as the starting process is gone, so that a killed test leaves nothing behind
 */
record ServersOptions(Path data, int postgresPort, int kafkaPort, Optional<String> password, boolean exitWithStdin) {

    static final String USAGE = "usage: Servers --data DIR [--postgres-port N] [--kafka-port N]"
            + " [--password X | --password-file FILE] [--exit-with-stdin]";

    /** @throws IllegalArgumentException with a message for the person who typed the options */
    static ServersOptions parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        Optional<Path> data = Optional.empty();
        int postgresPort = 0;
        int kafkaPort = 0;
        Optional<String> password = Optional.empty();
        boolean exitWithStdin = false;
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--data" -> data = Optional.of(Path.of(valueOf(option, rest)));
                case "--postgres-port" -> postgresPort = port(option, rest);
                case "--kafka-port" -> kafkaPort = port(option, rest);
                case "--password" -> password = Optional.of(valueOf(option, rest));
                case "--password-file" -> password = Optional.of(firstLine(Path.of(valueOf(option, rest))));
                case "--exit-with-stdin" -> exitWithStdin = true;
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        Path directory = data.orElseThrow(() -> new IllegalArgumentException("--data DIR is missing"));
        return new ServersOptions(
                directory.toAbsolutePath().normalize(), postgresPort, kafkaPort, password, exitWithStdin);
    }

    private static String valueOf(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.removeFirst();
    }

    private static int port(String option, Deque<String> rest) {
        String value = valueOf(option, rest);
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException _) {
            // reported below, like a number that is out of range
        }
        throw new IllegalArgumentException(option + " must be a port from 0 (any free one) to 65535, was " + value);
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElseThrow(() -> new IllegalArgumentException(file + " is empty"));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the password file " + file, e);
        }
    }
}
