package id.tumbuh.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A process that is started again whenever it dies, until it is told to stop or dies too often. */
final class SupervisedProcess {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Launch launch;
    private final Readiness readiness;
    private final Path run;
    private final String ports;
    private final Consumer<String> tell;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Process process;
    private volatile boolean gaveUp;

    SupervisedProcess(Launch launch, Readiness readiness, Path run, String ports, Consumer<String> tell) {
        this.launch = launch;
        this.readiness = readiness;
        this.run = run;
        this.ports = ports;
        this.tell = tell;
    }

    Component component() {
        return launch.component();
    }

    void start() throws IOException {
        Process first = launchNow();
        Thread.ofVirtual().name("keeper of " + name()).start(() -> keepAlive(first));
    }

    Optional<ProcessHandle> running() {
        Process current = process;
        return current == null || !current.isAlive() ? Optional.empty() : Optional.of(current.toHandle());
    }

    boolean ready() throws InterruptedException {
        return running().isPresent() && readiness.reached();
    }

    boolean gaveUp() {
        return gaveUp;
    }

    /** As a crash would end it: nothing is flushed, nobody is told. */
    void kill() {
        Process current = process;
        if (current != null) {
            current.destroyForcibly().onExit().join();
        }
    }

    void stop(Duration patience) throws IOException {
        stopping.countDown();
        Process current = process;
        if (current != null) {
            Processes.terminate(current.toHandle(), patience);
        }
        ProcessRecord.delete(run, name());
    }

    private void keepAlive(Process first) {
        Process current = first;
        Instant started = Instant.now();
        Restarts restarts = Restarts.NONE;
        try {
            while (true) {
                int status = current.waitFor();
                if (stopping.getCount() == 0) {
                    return;
                }
                Duration lived = Duration.between(started, Instant.now());
                String death = name() + " ended after " + lived.toSeconds() + " s with status " + status
                        + "; its last words are in " + Layout.shown(launch.log());
                switch (restarts.afterDeath(lived)) {
                    case Restarts.Decision.GiveUp _ -> {
                        tell.accept(death + ". That was quick death number " + Restarts.LAST_QUICK_DEATH
                                + " in a row: it stays down. Mend the cause, then ./tumbuh down and up.");
                        gaveUp = true;
                        return;
                    }
                    case Restarts.Decision.Again(var after, var record) -> {
                        tell.accept(death + "; starting it again in " + after.toSeconds() + " s");
                        if (stopping.await(after.toMillis(), TimeUnit.MILLISECONDS)) {
                            return;
                        }
                        restarts = record;
                    }
                }
                started = Instant.now();
                current = launchNow();
            }
        } catch (IOException e) {
            tell.accept(name() + " cannot be started: " + e.getMessage());
            gaveUp = true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launchNow() throws IOException {
        Process launched = launch.start();
        process = launched;
        ProcessRecord.of(launched.toHandle(), ports).write(run, name());
        if (stopping.getCount() == 0) { // told so between the launch and its note, where nobody could see the process
            launched.destroy();
        }
        return launched;
    }

    private String name() {
        return component().label();
    }
}
