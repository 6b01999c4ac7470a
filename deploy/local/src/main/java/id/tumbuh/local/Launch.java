package id.tumbuh.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a process is started.
 *
 * @param output where its standard output goes; the log as well, unless it has something to announce there
 */
record Launch(Component component, List<String> command, Map<String, String> environment, Path output, Path log) {

    /** Ctrl-C reaches the whole terminal group; only the supervisor shall heed it, and stop the others in order. */
    private static final List<String> DEAF_TO_THE_TERMINAL = List.of("sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"");

    Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    Process start() throws IOException {
        Files.createDirectories(log.getParent());
        List<String> line = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line);
        // Settings of ours, which a service would take for misspelt ones of its own.
        builder.environment().keySet().removeIf(name -> name.matches("TUMBUH_.*_PORT"));
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (output.equals(log)) {
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        } else {
            Files.deleteIfExists(output);
            builder.redirectOutput(output.toFile());
        }
        return builder.start();
    }
}
