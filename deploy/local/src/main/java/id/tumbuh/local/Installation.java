package id.tumbuh.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The whole of Tumbuh on this machine: PostgreSQL and Kafka, then the four production jars, each a process of its own
 * that is started again when it dies.
 */
public final class Installation implements AutoCloseable {

    private static final Duration SERVERS_PATIENCE = Duration.ofMinutes(6);
    private static final Duration SERVICES_PATIENCE = Duration.ofMinutes(3);
    /** A process in training writes its cache when it ends. */
    private static final Duration CACHE_PATIENCE = Duration.ofMinutes(3);

    private static final Duration POLL = Duration.ofMillis(50);

    private final Layout layout;
    private final PortPlan ports;
    private final Tokens tokens;
    private final FileChannel lock;
    private final Duration patience;
    private final Map<Component, SupervisedProcess> processes = new EnumMap<>(Component.class);
    private final HttpClient http = Http.client();

    /**
     * What to start.
     *
     * @param root the folder with the built modules
     * @param tell hears of every process that became ready or died, in one line
     */
    public record Options(Path root, Path data, PortPlan ports, Consumer<String> tell, boolean trainsAotCaches) {

        /** On free ports, with data in a folder of the caller's; says nothing. */
        public static Options onFreePorts(Path root, Path data) throws IOException {
            return new Options(root, data, PortPlan.free(), _ -> {}, false);
        }

        /** The same, and tells of every process that became ready or died. */
        public Options telling(Consumer<String> listener) {
            return new Options(root, data, ports, listener, trainsAotCaches);
        }
    }

    private Installation(Layout layout, PortPlan ports, Tokens tokens, FileChannel lock, Duration patience) {
        this.patience = patience;
        this.layout = layout;
        this.ports = ports;
        this.tokens = tokens;
        this.lock = lock;
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws IOException with a line for the person who started it; nothing is left running then
     */
    public static Installation start(Options options) throws IOException, InterruptedException {
        Layout layout = new Layout(options.root(), options.data());
        PrivateFiles.directory(layout.data());
        FileChannel lock = lock(layout);
        Survivors.stop(layout, options.tell());
        SigningKey key = SigningKey.in(layout.keys());
        PrivateFiles.directory(layout.signIn());
        Installation installation = new Installation(
                layout,
                options.ports(),
                new Tokens(key, Clock.systemUTC()),
                lock,
                options.trainsAotCaches() ? CACHE_PATIENCE : SupervisedProcess.PATIENCE);
        try {
            installation.startAll(options, key);
        } catch (IOException | InterruptedException | RuntimeException e) {
            installation.close();
            throw e;
        }
        return installation;
    }

    public int port(Component service) {
        return ports.of(service);
    }

    public int postgresPort() {
        return ports.postgres();
    }

    public int kafkaPort() {
        return ports.kafka();
    }

    public URI uri(Component service) {
        return URI.create("http://" + Ports.LOOPBACK + ":" + port(service));
    }

    /** The password of a service's database role, for looking at what was stored. */
    public String databasePassword(String role) throws IOException {
        return layout.secrets().get(role);
    }

    /** The process at the moment; another one after a death. */
    public long pid(Component component) {
        return process(component)
                .running()
                .map(ProcessHandle::pid)
                .orElseThrow(() -> new IllegalStateException(component.label() + " does not run at the moment"));
    }

    /** Ends a process as a crash would. It comes back by itself: {@link #awaitReady}. */
    public void kill(Component component) {
        process(component).kill();
    }

    /** Waits until everything is ready again. */
    public void awaitReady() throws IOException, InterruptedException {
        await(List.copyOf(processes.values()), SERVICES_PATIENCE, Instant.now(), _ -> {});
    }

    /** A bearer token for one role; national roles need no area. */
    public String token(String role, String... areas) {
        return tokens.sign(Grant.of(role, Arrays.asList(areas), Optional.empty()));
    }

    /** The same for an application. */
    public String tokenOf(String client, String role, String... areas) {
        return tokens.sign(Grant.of(role, Arrays.asList(areas), Optional.of(client)));
    }

    /** Signs a member of the kabupaten's team in to the dashboard, once. */
    public URI signInLink() throws IOException {
        return SignInLink.make(layout.signIn(), signIn(Component.REPORTING, "/sign-in"), token("tpps", "36.04"));
    }

    /** Signs a kader of the area in to the form of the posyandu, once. */
    public URI kaderSignInLink(String area) throws IOException {
        return SignInLink.make(layout.signIn(), signIn(Component.MEASUREMENT, "/kader/sign-in"), token("kader", area));
    }

    /** Signs a partner of the kabupaten in to its pages, once. */
    public URI partnerSignInLink(String client) throws IOException {
        return SignInLink.make(
                layout.signIn(),
                signIn(Component.INTERVENTION, "/partner/sign-in"),
                tokenOf(client, "partner", "36.04"));
    }

    private URI signIn(Component service, String path) {
        return uri(service).resolve(path);
    }

    boolean anyGaveUp() {
        return processes.values().stream().anyMatch(SupervisedProcess::gaveUp);
    }

    /** Stops everything, the last started first. */
    @Override
    public void close() throws IOException {
        List<SupervisedProcess> started = new ArrayList<>(processes.values()).reversed();
        for (SupervisedProcess process : started) {
            process.stop(patience);
        }
        Postmaster.stop(layout.postgres());
        lock.close();
    }

    private SupervisedProcess process(Component component) {
        return Optional.ofNullable(processes.get(component))
                .orElseThrow(() -> new IllegalStateException(component.label() + " was not started"));
    }

    private void startAll(Options options, SigningKey key) throws IOException, InterruptedException {
        Programs programs = new Programs(
                layout, ports, key, options.trainsAotCaches() ? Programs.AotCaches.MAKE : Programs.AotCaches.USE);
        Instant begun = Instant.now();
        Consumer<String> tell = options.tell();
        Files.deleteIfExists(programs.announcement());
        startOne(programs.launch(Component.SERVERS), new Readiness.Announced(programs.announcement()), tell);
        await(List.of(process(Component.SERVERS)), SERVERS_PATIENCE, begun, tell);
        for (Component service : Component.SERVICES) {
            startOne(programs.launch(service), new Readiness.Health(http, ports.of(service)), tell);
        }
        await(Component.SERVICES.stream().map(this::process).toList(), SERVICES_PATIENCE, begun, tell);
    }

    private void startOne(Launch launch, Readiness readiness, Consumer<String> tell) throws IOException {
        String port = launch.component() == Component.SERVERS
                ? ports.postgres() + "," + ports.kafka()
                : Integer.toString(ports.of(launch.component()));
        var process = new SupervisedProcess(launch, readiness, layout.run(), port, tell);
        processes.put(launch.component(), process);
        process.start();
    }

    private void await(List<SupervisedProcess> awaited, Duration patience, Instant begun, Consumer<String> tell)
            throws IOException, InterruptedException {
        List<SupervisedProcess> missing = new ArrayList<>(awaited);
        long end = System.nanoTime() + patience.toNanos();
        while (!missing.isEmpty()) {
            for (SupervisedProcess process : List.copyOf(missing)) {
                if (process.ready()) {
                    missing.remove(process);
                    double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
                    tell.accept("%-13s ready after %.1f s"
                            .formatted(process.component().label(), seconds));
                }
                if (process.gaveUp() || System.nanoTime() > end) {
                    throw new IOException(process.component().label() + " does not become ready; its last words are in "
                            + Layout.shown(layout.log(process.component())));
                }
            }
            LockSupport.parkNanos(POLL.toNanos());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private static FileChannel lock(Layout layout) throws IOException {
        Path file = PrivateFiles.directory(layout.run()).resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            // held by this very program
        }
        if (!locked) {
            channel.close();
            throw new IOException("Tumbuh already runs with the data in " + Layout.shown(layout.data())
                    + ". See ./tumbuh status; stop it with ./tumbuh down");
        }
        return channel;
    }
}
