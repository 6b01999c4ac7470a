package id.tumbuh.local;

import id.tumbuh.local.demo.SerangFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The {@code ./tumbuh} command, but for building and testing, which the script does with Maven. */
public final class Tumbuh {

    static final int FAILED = 1;
    static final int MISUSED = 2;
    private static final long LATEST_BYTES = 8 * 1024;
    private static final long POLL_NANOS = 300_000_000;

    private final Path root;
    private final Map<String, String> environment;

    private Tumbuh(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    /** Exits with 0 when done, 1 when something stands in the way, 2 when the command is wrong. */
    public static void main(String[] words) throws InterruptedException {
        Locale.setDefault(Locale.ROOT);
        Path root = Path.of(System.getProperty("tumbuh.root", "")).toAbsolutePath();
        try {
            Arguments arguments = Arguments.parse(List.of(words), root.resolve(".tumbuh"));
            new Tumbuh(root, System.getenv()).run(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(Arguments.USAGE);
            System.exit(MISUSED);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
    }

    private void run(Arguments arguments) throws IOException, InterruptedException {
        switch (arguments) {
            case Arguments.Up up when up.detach() -> Detached.start(new Layout(root, up.data()), up.demo());
            case Arguments.Up up ->
                new Supervisor(new Layout(root, up.data()), PortPlan.fixed(environment), System.out::println)
                        .run(up.demo());
            case Arguments.Down(var data) -> Supervisor.stop(new Layout(root, data), System.out::println);
            case Arguments.Status(var data) -> {
                if (!new Status(new Layout(root, data)).print(System.out)) {
                    System.exit(FAILED);
                }
            }
            case Arguments.LoadDemo(var data, int children) -> {
                Layout layout = new Layout(root, data);
                String token = tokens(layout).sign(Demo.KABUPATEN_SYSTEM);
                new Demo(service(layout, Component.REGISTRY), token, System.out::println)
                        .load(SerangFile::write, children);
                new PosyanduDay(
                                new PosyanduDay.Services(
                                        service(layout, Component.REGISTRY), service(layout, Component.MEASUREMENT)),
                                new PosyanduDay.Tokens(token, tokens(layout).sign(Demo.KADER)),
                                System.out::println)
                        .fill(Demo.today());
                new DemoPartner(
                                service(layout, Component.INTERVENTION),
                                tokens(layout).sign(DemoPartner.TEAM))
                        .register(System.out::println);
                DemoActions.send(
                        new DemoActions.Services(
                                service(layout, Component.REGISTRY), service(layout, Component.INTERVENTION)),
                        new DemoActions.Tokens(
                                tokens(layout).sign(DemoPartner.TEAM),
                                tokens(layout).sign(DemoAudits.HEALTH)),
                        Demo.today(),
                        System.out::println);
            }
            case Arguments.Token(var data, var grant) ->
                System.out.println(tokens(new Layout(root, data)).sign(grant));
            case Arguments.Logs logs -> print(new Layout(root, logs.data()), logs);
            case Arguments.VerifyAudit(var data) -> {
                if (!auditIsIntact(new Layout(root, data))) {
                    System.exit(FAILED);
                }
            }
            case Arguments.Train _ -> Training.run(root, line -> System.out.println("  training: " + line));
        }
    }

    private static boolean auditIsIntact(Layout layout) throws IOException, InterruptedException {
        AuditCheck check = new AuditCheck(tokens(layout).sign(AuditCheck.AUDITOR), System.out::println);
        boolean intact = true;
        for (Component service : Component.SERVICES) {
            intact &= check.verify(service, service(layout, service));
        }
        return intact;
    }

    private static Tokens tokens(Layout layout) throws IOException {
        return new Tokens(SigningKey.in(layout.keys()), Clock.systemUTC());
    }

    /** Where the running installation has it, which another environment may have started. */
    private static URI service(Layout layout, Component service) throws IOException {
        String port = ProcessRecord.read(layout.run(), service.label())
                .filter(record -> record.running().isPresent())
                .map(ProcessRecord::ports)
                .orElseThrow(() -> new IOException("Tumbuh does not run. Start it with ./tumbuh up"));
        return URI.create("http://" + Ports.LOOPBACK + ":" + port);
    }

    private static void print(Layout layout, Arguments.Logs logs) throws IOException {
        Map<Component, LogView> views = new EnumMap<>(Component.class);
        for (Component component : logs.components()) {
            if (Files.exists(layout.log(component))) {
                views.put(component, LogView.shortlyBeforeTheEnd(layout.log(component), LATEST_BYTES));
            }
        }
        if (views.isEmpty()) {
            throw new IOException("There is no log in " + Layout.shown(layout.logs()) + " yet");
        }
        do {
            for (var view : views.entrySet()) {
                for (String line : view.getValue().newLines()) {
                    System.out.println(views.size() == 1 ? line : view.getKey().label() + " | " + line);
                }
            }
            LockSupport.parkNanos(logs.follow() ? POLL_NANOS : 0);
        } while (logs.follow());
    }
}
