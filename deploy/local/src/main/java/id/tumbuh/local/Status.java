package id.tumbuh.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What runs of an installation, as somebody from outside sees it. */
final class Status {

    private static final String ROW = "%-13s %8s  %-11s %-6s %9s  %s%n";

    private final Layout layout;
    private final HttpClient http = Http.client();
    private long memory;

    Status(Layout layout) {
        this.layout = layout;
    }

    /** Returns whether everything is ready. */
    boolean print(PrintStream out) throws IOException, InterruptedException {
        out.printf(ROW, "", "process", "port", "ready", "memory", "since");
        Optional<ProcessRecord> supervisor = ProcessRecord.read(layout.run(), Supervisor.NAME);
        row(out, Supervisor.NAME, supervisor.flatMap(ProcessRecord::running), "-", "-");
        Optional<ProcessHandle> postgres = Postmaster.of(layout.postgres());
        boolean ready = postgres.isPresent();
        for (Component component : Component.values()) {
            Optional<ProcessRecord> record = ProcessRecord.read(layout.run(), component.label());
            Optional<ProcessHandle> process = record.flatMap(ProcessRecord::running);
            boolean reached =
                    process.isPresent() && readiness(component, record.get()).reached();
            ready &= reached;
            row(
                    out,
                    component == Component.SERVERS ? "kafka" : component.label(),
                    process,
                    record.map(ProcessRecord::ports)
                            .map(ports -> ports.replaceFirst("^\\d+,", ""))
                            .orElse("-"),
                    reached ? "yes" : "no");
            if (component == Component.SERVERS) {
                String port = record.map(ProcessRecord::ports)
                        .map(ports -> ports.replaceFirst(",.*", ""))
                        .orElse("-");
                row(out, "postgresql", postgres, port, postgres.isPresent() ? "yes" : "no");
            }
        }
        out.println("All together " + Memory.shown(memory) + " resident (aim 3 GB)");
        return ready;
    }

    private Readiness readiness(Component component, ProcessRecord record) {
        return component == Component.SERVERS
                ? new Readiness.Announced(layout.run().resolve("servers.out"))
                : new Readiness.Health(http, Integer.parseInt(record.ports()));
    }

    private void row(PrintStream out, String name, Optional<ProcessHandle> process, String port, String ready) {
        if (process.isEmpty()) {
            out.printf(ROW, name, "-", "-", "no", "-", "does not run");
            return;
        }
        // The supervisor started all others: its tree would count them twice.
        long resident = name.equals(Supervisor.NAME) || name.equals("kafka")
                ? Memory.ofOne(process.get())
                : Memory.ofTree(process.get());
        memory += resident;
        Duration up = Duration.between(process.get().info().startInstant().orElseGet(Instant::now), Instant.now());
        out.printf(ROW, name, process.get().pid(), port, ready, Memory.shown(resident), shown(up));
    }

    private static String shown(Duration up) {
        return up.toHours() > 0
                ? "%d h %d min".formatted(up.toHours(), up.toMinutesPart())
                : "%d min %d s".formatted(up.toMinutes(), up.toSecondsPart());
    }
}
