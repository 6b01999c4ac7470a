package id.tumbuh.load;

import id.tumbuh.local.Component;
import id.tumbuh.local.Installation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Durable measurements a second, from {@code measurements:batch} until reporting has counted them, with everything on this
 * machine; then the latency of single ones from POST to the stream. It prints figures and judges nothing.
 */
public final class IngestBenchmark {
    private static final Duration DRAIN_AT_MOST = Duration.ofMinutes(1);
    private static final int MONTHS = 59;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 15);

    private final Target target;
    private final Installation installation;
    private final Settings settings;
    private final List<UUID> children = new ArrayList<>();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong next = new AtomicLong();

    private IngestBenchmark(Installation installation, Settings settings) {
        this.installation = installation;
        this.target = new Target(installation);
        this.settings = settings;
    }

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.parse(List.of(arguments));
        Path data = Files.createTempDirectory("tumbuh-load-");
        try (Installation installation = OwnInstallation.start(data)) {
            new IngestBenchmark(installation, settings).run();
        }
    }

    private void run() throws Exception {
        Machine.print();
        register();
        if (settings.history() > 0) {
            long before = System.nanoTime();
            send((long) settings.history() * settings.children(), new ConcurrentHistogram(3));
            drain();
            System.out.printf(
                    "history: %d measurements a child in %.0f s%n",
                    settings.history(), (System.nanoTime() - before) / 1e9);
        }
        sustained();
        latency();
    }

    private void register() throws Exception {
        List<String> villages = target.desaOf("36.04.05");
        for (int from = 0; from < settings.children(); from += 500) {
            StringBuilder families = new StringBuilder("[");
            StringBuilder rows = new StringBuilder("[");
            for (int i = 0; i < 500; i++) {
                UUID family = UUID.randomUUID();
                UUID child = UUID.randomUUID();
                children.add(child);
                String comma = i == 0 ? "" : ",";
                String desa = villages.get(i % villages.size());
                families.append(comma).append("{\"id\":\"%s\",\"area\":\"%s\"}".formatted(family, desa));
                rows.append(comma)
                        .append(
                                "{\"id\":\"%s\",\"familyId\":\"%s\",\"sex\":\"%s\",\"birthDate\":\"2019-12-20\",\"area\":\"%s\"}"
                                        .formatted(child, family, i % 2 == 0 ? "L" : "P", desa));
            }
            register("/v1/families:batch", families.append("]").toString());
            register("/v1/children:batch", rows.append("]").toString());
        }
        awaitRoster();
        drain();
        System.out.printf("%d children registered%n", children.size());
    }

    private void register(String path, String batch) throws IOException, InterruptedException {
        String answer = target.post(Component.REGISTRY, path, batch);
        if (count(answer, "\"CREATED\"") != settings.rowsPerRequest()) {
            throw new IOException(path + " did not take every row: " + answer.substring(0, 300));
        }
    }

    /** A child unknown to measurement would be pending, not measured: the last 500, of every partition, must be known. */
    private void awaitRoster() throws Exception {
        List<String> rows = children.subList(children.size() - settings.rowsPerRequest(), children.size()).stream()
                .map(child -> row(child, FIRST_DAY))
                .toList();
        String batch = "[" + String.join(",", rows) + "]";
        while (target.post(Component.MEASUREMENT, "/v1/measurements:batch", batch)
                .contains("PENDING_CHILD")) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        accepted.addAndGet(rows.size());
    }

    private void sustained() throws Exception {
        Histogram latencies = new ConcurrentHistogram(3);
        CpuTimes cpuBefore = CpuTimes.of(installation);
        long acceptedBefore = accepted.get();
        long begun = System.nanoTime();
        sendFor(Duration.ofSeconds(settings.seconds()), latencies);
        double sending = (System.nanoTime() - begun) / 1e9;
        drain();
        double visible = (System.nanoTime() - begun) / 1e9;
        long rows = accepted.get() - acceptedBefore;
        CpuTimes spent = CpuTimes.of(installation).since(cpuBefore);
        System.out.printf(
                "ingest: %d measurements, %.0f/s accepted durably, %.0f/s until visible in reporting (%.1f s after the last)%n",
                rows, rows / sending, rows / visible, visible - sending);
        System.out.printf(
                "request of %d rows: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms%n",
                settings.rowsPerRequest(),
                latencies.getValueAtPercentile(50) / 1e3,
                latencies.getValueAtPercentile(95) / 1e3,
                latencies.getValueAtPercentile(99) / 1e3);
        System.out.printf("CPU µs a measurement: %.0f in all%n", spent.total() / rows * 1e6);
        spent.seconds()
                .forEach((process, seconds) -> System.out.printf("  %-14s %6.1f%n", process, seconds / rows * 1e6));
    }

    private void sendFor(Duration time, Histogram latencies) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        inParallel(() -> {
            while (System.nanoTime() < end) {
                sendOne(latencies);
            }
        });
    }

    private void send(long rows, Histogram latencies) throws Exception {
        long until = accepted.get() + rows;
        inParallel(() -> {
            while (accepted.get() < until) {
                sendOne(latencies);
            }
        });
    }

    private void sendOne(Histogram latencies) throws IOException, InterruptedException {
        String batch = batch();
        long begun = System.nanoTime();
        String answer = target.post(Component.MEASUREMENT, "/v1/measurements:batch", batch);
        latencies.recordValue((System.nanoTime() - begun) / 1_000);
        int created = count(answer, "\"CREATED\"");
        if (created != settings.rowsPerRequest()) {
            throw new IOException("only " + created + " rows were created: " + answer.substring(0, 200));
        }
        accepted.addAndGet(created);
    }

    /** Work of one client. */
    private interface Client {
        void run() throws IOException, InterruptedException;
    }

    private void inParallel(Client client) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(settings.clients())) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < settings.clients(); i++) {
                running.add(threads.submit(() -> {
                    client.run();
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    /** Waits until reporting has applied every accepted measurement. */
    private void drain() throws Exception {
        long end = System.nanoTime() + DRAIN_AT_MOST.toNanos();
        while (target.visible() < accepted.get()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "reporting shows " + target.visible() + " of " + accepted.get() + " measurements");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private void latency() throws Exception {
        Histogram latencies = new ConcurrentHistogram(3);
        Map<String, Long> sent = new ConcurrentHashMap<>();
        HttpResponse<InputStream> stream = Target.HTTP.send(target.stream(), HttpResponse.BodyHandlers.ofInputStream());
        Thread reader = Thread.ofVirtual().start(() -> read(stream, sent, latencies));
        int all = settings.singlesPerSecond() * Math.min(settings.seconds(), 30);
        long begun = System.nanoTime();
        try (var posts = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < all; i++) {
                long due = begun + TimeUnit.SECONDS.toNanos(1) * i / settings.singlesPerSecond();
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                var _ = posts.submit(() -> {
                    long n = next.getAndIncrement();
                    String row = row(child(n), day(n));
                    // Timed from when it was due, so that a stall counts for everything that waited behind it.
                    sent.put(row.substring(7, 43), due);
                    return target.post(Component.MEASUREMENT, "/v1/measurements:batch", "[" + row + "]");
                });
            }
        }
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!sent.isEmpty() && System.nanoTime() < patience) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        stream.body().close();
        reader.interrupt();
        System.out.printf(
                "POST to stream at %d/s: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, max %.0f ms; %d of %d not seen%n",
                settings.singlesPerSecond(),
                latencies.getValueAtPercentile(50) / 1e3,
                latencies.getValueAtPercentile(95) / 1e3,
                latencies.getValueAtPercentile(99) / 1e3,
                latencies.getMaxValue() / 1e3,
                sent.size(),
                all);
    }

    private static void read(HttpResponse<InputStream> stream, Map<String, Long> sent, Histogram latencies) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int subject = line.indexOf("\"subject\":\"");
                if (line.startsWith("data: ") && subject > 0) {
                    Long due = sent.remove(line.substring(subject + 11, subject + 47));
                    if (due != null) {
                        latencies.recordValue((System.nanoTime() - due) / 1_000);
                    }
                }
            }
        } catch (IOException closed) {
            // by the end of the run
        }
    }

    private String batch() {
        StringBuilder rows = new StringBuilder("[");
        for (int i = 0; i < settings.rowsPerRequest(); i++) {
            long n = next.getAndIncrement();
            rows.append(i == 0 ? "" : ",").append(row(child(n), day(n)));
        }
        return rows.append("]").toString();
    }

    private UUID child(long n) {
        return children.get((int) (n % children.size()));
    }

    /**
     * The children are weighed in turn, a month apart each time round, as they are; after five years the second time in a month.
     * A second weighing takes the first one's place on the card, which costs a revision more.
     */
    private LocalDate day(long n) {
        long round = n / children.size();
        return FIRST_DAY.plusMonths(round % MONTHS).plusDays(1 + round / MONTHS);
    }

    /** A random id, as phones make them: the hardest kind for an index. The child grows along the median. */
    private static String row(UUID child, LocalDate day) {
        long age = ChronoUnit.DAYS.between(FIRST_DAY, day);
        long millimetres = 545 + Math.round(19 * Math.sqrt((double) age));
        long grams = 4_300 + Math.round(300 * Math.sqrt((double) age));
        return "{\"id\":\"%s\",\"childId\":\"%s\",\"measuredOn\":\"%s\",\"weightKg\":%d.%03d,\"lengthHeightCm\":%d.%d,\"position\":\"LYING\",\"source\":\"POSYANDU\"}"
                .formatted(
                        UUID.randomUUID(),
                        child,
                        day,
                        grams / 1_000,
                        grams % 1_000,
                        millimetres / 10,
                        millimetres % 10);
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }
}
