package id.tumbuh.local;

import id.tumbuh.local.demo.SerangFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs an installation in the foreground: starts it, tells about it, and stops it when it is told to. */
final class Supervisor {

    static final String NAME = "supervisor";
    static final String READY = "ready";

    private static final long LEAST_DISK_TO_START = 2L * 1024 * 1024 * 1024;
    private static final long LEAST_DISK_TO_RUN = 512L * 1024 * 1024;
    private static final Duration COLD_AIM = Duration.ofSeconds(45);
    private static final Duration WARM_AIM = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(300);

    private final Layout layout;
    private final PortPlan ports;
    private final Consumer<String> tell;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean toldAboutDisk;

    Supervisor(Layout layout, PortPlan ports, Consumer<String> tell) {
        this.layout = layout;
        this.ports = ports;
        this.tell = tell;
    }

    /** Returns when the installation was stopped. */
    void run(boolean demo) throws IOException, InterruptedException {
        Instant begun = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        boolean cold = !Files.exists(layout.postgres());
        checkDisk();
        refuseASecond();
        Survivors.stop(layout, tell);
        refuseTakenPorts();
        tell.accept("Tumbuh starts (" + (cold ? "first time" : "again") + "), data in " + Layout.shown(layout.data()));

        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(stopped), "stop"));
        ProcessRecord.of(ProcessHandle.current(), "-").write(layout.run(), NAME);
        try (Installation installation = Installation.start(new Installation.Options(
                layout.root(), layout.data(), ports, line -> tell.accept("  " + line), false))) {
            Duration took = Duration.between(begun, Instant.now());
            Map<Component, LogView> logs = logs();
            if (demo) {
                loadDemoOnce(installation);
            }
            introduce(installation, took, cold);
            PrivateFiles.write(layout.run(), READY, "");
            watch(logs);
            tell.accept("Stopping ...");
        } finally {
            Files.deleteIfExists(layout.run().resolve(READY));
            ProcessRecord.delete(layout.run(), NAME);
            stopped.countDown();
        }
        tell.accept("Stopped. The data stays in " + Layout.shown(layout.data()));
    }

    /** Stops the installation with this data from outside, or what a killed supervisor left of it. */
    static void stop(Layout layout, Consumer<String> tell) throws IOException {
        Optional<ProcessHandle> supervisor =
                ProcessRecord.read(layout.run(), NAME).flatMap(ProcessRecord::running);
        supervisor.ifPresent(process -> Processes.terminate(process, PATIENCE));
        Survivors.stop(layout, tell);
        ProcessRecord.delete(layout.run(), NAME);
        tell.accept(
                supervisor.isPresent()
                        ? "Stopped"
                        : "Tumbuh does not run with the data in " + Layout.shown(layout.data()));
    }

    /** In the shutdown hook: the main thread stops everything, and the JVM must not end before it did. */
    private void awaitEnd(CountDownLatch stopped) {
        stopping.countDown();
        try {
            stopped.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(Map<Component, LogView> logs) throws IOException, InterruptedException {
        while (!stopping.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            for (var log : logs.entrySet()) {
                for (String line : log.getValue().newLines()) {
                    if (LogView.WARNING.test(line)) {
                        tell.accept(log.getKey().label() + " | " + line);
                    }
                }
                log.getValue().putAsideWhenLarge();
            }
            warnOfAFullDisk();
        }
    }

    private Map<Component, LogView> logs() throws IOException {
        Map<Component, LogView> logs = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            logs.put(component, LogView.fromTheEnd(layout.log(component)));
        }
        return logs;
    }

    private void loadDemoOnce(Installation installation) throws InterruptedException {
        Path loaded = layout.data().resolve("demo-loaded");
        if (Files.exists(loaded)) {
            return;
        }
        URI registry = installation.uri(Component.REGISTRY);
        try {
            new Demo(registry, installation.token("system", "36.04"), line -> tell.accept("  " + line))
                    .load(SerangFile::write, Demo.CHILDREN);
            new PosyanduDay(
                            new PosyanduDay.Services(registry, installation.uri(Component.MEASUREMENT)),
                            new PosyanduDay.Tokens(
                                    installation.token("system", "36.04"), installation.token("kader", Demo.KECAMATAN)),
                            line -> tell.accept("  " + line))
                    .fill(Demo.today());
            new DemoPartner(installation.uri(Component.INTERVENTION), installation.token("tpps", "36.04"))
                    .register(line -> tell.accept("  " + line));
            DemoActions.send(
                    new DemoActions.Services(registry, installation.uri(Component.INTERVENTION)),
                    new DemoActions.Tokens(
                            installation.token("tpps", "36.04"), installation.token("puskesmas", "36.04")),
                    Demo.today(),
                    line -> tell.accept("  " + line));
            Files.writeString(loaded, Instant.now().toString());
        } catch (IOException e) {
            tell.accept("  No demo data: " + e.getMessage() + ". Try again with ./tumbuh demo");
        }
    }

    private void introduce(Installation installation, Duration took, boolean cold) throws IOException {
        long memory = Memory.ofTree(ProcessHandle.current())
                + Postmaster.of(layout.postgres()).map(Memory::ofTree).orElse(0L);
        tell.accept("Ready after %.1f s (%s start, aim %d s) with %s resident (aim 3 GB)"
                .formatted(
                        took.toMillis() / 1000.0,
                        cold ? "cold" : "warm",
                        (cold ? COLD_AIM : WARM_AIM).toSeconds(),
                        Memory.shown(memory)));
        tell.accept("");
        tell.accept("  Dashboard     " + installation.uri(Component.REPORTING) + "/");
        tell.accept("  sign in once  " + installation.signInLink());
        tell.accept("  Kader's form  " + installation.uri(Component.MEASUREMENT) + "/kader");
        tell.accept("  sign in once  " + installation.kaderSignInLink(Demo.KECAMATAN));
        tell.accept("  Partner       " + installation.uri(Component.INTERVENTION) + "/partner");
        tell.accept("  sign in once  " + installation.partnerSignInLink(DemoPartner.CLIENT));
        for (Component service : Component.SERVICES) {
            tell.accept("  %-13s %s  (described at /q/openapi)".formatted(service.label(), installation.uri(service)));
        }
        tell.accept("  PostgreSQL    127.0.0.1:" + ports.postgres() + ", passwords in "
                + Layout.shown(layout.data().resolve("secrets")));
        tell.accept("  Kafka         127.0.0.1:" + ports.kafka());
        tell.accept("  A token       ./tumbuh token --role tpps --wilayah 36.04");
        tell.accept("");
        tell.accept("Ctrl-C or ./tumbuh down stops everything. Warnings of all processes follow.");
    }

    private void refuseASecond() throws IOException {
        Optional<ProcessHandle> other = ProcessRecord.read(layout.run(), NAME).flatMap(ProcessRecord::running);
        if (other.isPresent()) {
            throw new IOException("Tumbuh already runs with the data in " + Layout.shown(layout.data()) + " (process "
                    + other.get().pid() + "). See ./tumbuh status; stop it with ./tumbuh down");
        }
    }

    private void refuseTakenPorts() throws IOException {
        List<String> conflicts = ports.conflicts();
        if (!conflicts.isEmpty()) {
            throw new IOException(String.join("\n", conflicts));
        }
    }

    private void checkDisk() throws IOException {
        PrivateFiles.directory(layout.data());
        long free = Files.getFileStore(layout.data()).getUsableSpace();
        if (free < LEAST_DISK_TO_START) {
            throw new IOException("Only " + Memory.shown(free) + " are free on the disk of "
                    + Layout.shown(layout.data()) + "; Tumbuh needs " + Memory.shown(LEAST_DISK_TO_START)
                    + ". Free some, or choose another place: ./tumbuh up --data DIR");
        }
    }

    private void warnOfAFullDisk() throws IOException {
        long free = Files.getFileStore(layout.data()).getUsableSpace();
        if (free >= LEAST_DISK_TO_RUN) {
            toldAboutDisk = false;
        } else if (!toldAboutDisk) {
            toldAboutDisk = true;
            tell.accept("Only " + Memory.shown(free) + " are free on the disk of " + Layout.shown(layout.data())
                    + ": writes will be refused when it is full. Free some; nothing acknowledged is lost.");
        }
    }
}
