package id.tumbuh.load;

import id.tumbuh.local.Installation;
import java.io.IOException;
import java.nio.file.Path;

/** What a benchmark measures: an installation of its own on free ports. */
final class OwnInstallation {
    private OwnInstallation() {}

    /** It stops with the benchmark, also when that is stopped by a signal: its processes would live on. */
    static Installation start(Path data) throws IOException, InterruptedException {
        Installation installation =
                Installation.start(Installation.Options.onFreePorts(Path.of(System.getProperty("tumbuh.root")), data));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(installation)));
        return installation;
    }

    private static void stop(Installation installation) {
        try {
            installation.close();
        } catch (IOException failure) {
            System.err.println("The installation may still run: " + failure);
        }
    }
}
