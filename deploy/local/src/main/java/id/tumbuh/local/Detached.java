package id.tumbuh.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a supervisor that outlives the terminal, and shows what it says until it is ready. */
final class Detached {

    private static final long POLL_MILLIS = 100;

    private Detached() {}

    static void start(Layout layout, boolean demo) throws IOException, InterruptedException {
        Path log = Files.createDirectories(PrivateFiles.directory(layout.data()).resolve("logs"))
                .resolve("tumbuh.log");
        Path ready = layout.run().resolve(Supervisor.READY);
        LogView view = LogView.fromTheEnd(log);
        Process supervisor = new ProcessBuilder(command(layout, demo))
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        boolean ended = false;
        while (!ended && !isReady(ready, supervisor, layout)) {
            ended = supervisor.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            view.newLines().forEach(System.out::println);
        }
        view.newLines().forEach(System.out::println);
        if (ended) {
            System.exit(supervisor.exitValue() == 0 ? Tumbuh.FAILED : supervisor.exitValue());
        }
        System.out.println("Running in the background; ./tumbuh down stops it, its words are in " + Layout.shown(log));
    }

    /** The mark of this supervisor, not one that an earlier and killed one left. */
    private static boolean isReady(Path mark, Process supervisor, Layout layout) throws IOException {
        return Files.exists(mark)
                && ProcessRecord.read(layout.run(), Supervisor.NAME)
                        .filter(record -> record.pid() == supervisor.pid())
                        .isPresent();
    }

    private static List<String> command(Layout layout, boolean demo) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\""));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx96m", "-XX:TieredStopAtLevel=1"));
        command.add("-Dtumbuh.root=" + layout.root());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Tumbuh.class.getName()));
        command.addAll(List.of("up", "--data", layout.data().toString()));
        if (!demo) {
            command.add("--no-demo");
        }
        return command;
    }
}
