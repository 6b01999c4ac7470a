package id.tumbuh.load;

import id.tumbuh.local.Component;
import id.tumbuh.local.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Dashboards of a kabupaten that all follow everything in it, half of which never read, while events commit at a steady rate. It
 * prints how long each event took from its transaction to each of those who read, and judges nothing.
 */
public final class StreamBenchmark {
    private static final String KABUPATEN = "36.04";
    private static final String DESA = "36.04.20.2006";
    private static final String PATH = "/v1/stream?area=" + KABUPATEN;
    private static final int CONNECTS_AT_A_TIME = 64;
    private static final int CLIENTS_AT_MOST = 5_000;
    private static final int SECONDS_AT_MOST = 600;
    private static final int COLD_SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Installation installation;
    private final Target target;
    private final int clients;
    private final int rate;
    private final int seconds;
    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private volatile Histogram times = new ConcurrentHistogram(3);
    private final List<StreamClient> reading = new CopyOnWriteArrayList<>();
    private final List<StreamClient> silent = new CopyOnWriteArrayList<>();
    private final AtomicInteger cutOff = new AtomicInteger();
    private volatile boolean over;

    private StreamBenchmark(Installation installation, Arguments given) {
        this.installation = installation;
        this.target = new Target(installation);
        this.clients = Math.min(given.number("--clients", 2_000), CLIENTS_AT_MOST);
        this.rate = given.number("--rate", 100);
        this.seconds = Math.min(given.number("--seconds", 60), SECONDS_AT_MOST);
    }

    public static void main(String[] arguments) throws Exception {
        Arguments given = Arguments.parse(List.of(arguments));
        Path data = Files.createTempDirectory("tumbuh-load-");
        try (Installation installation = OwnInstallation.start(data)) {
            new StreamBenchmark(installation, given).run();
        }
    }

    private void run() throws Exception {
        Machine.print();
        announce(rate, 5); // warms up what has nothing to do with the clients
        due.clear();
        memory("before the clients");
        connect();
        memory("with them");
        phase(COLD_SECONDS, 0);
        phase(seconds, rate * COLD_SECONDS);
        over = true;
        for (StreamClient one : reading) {
            one.close();
        }
        for (StreamClient one : silent) {
            one.close();
        }
    }

    /** First what a service pays that has never streamed before and must be compiled, then what it is afterwards. */
    private void phase(int length, int before) throws Exception {
        times = new ConcurrentHistogram(3);
        CpuTimes begin = CpuTimes.of(installation);
        int announced = announce(rate, length);
        drain(before + announced);
        CpuTimes spent = CpuTimes.of(installation).since(begin);
        memory("after " + length + " s");
        print(before + announced, length, spent);
    }

    /** Everybody at once, as after a restart of the proxy before them. */
    private void connect() throws Exception {
        String token = installation.token("tpps", KABUPATEN);
        int port = installation.port(Component.REPORTING);
        StreamClient.reading(port, PATH, token).close(); // the first one starts the tail
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTS_AT_A_TIME)) {
            List<Future<?>> connecting = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                boolean reads = number % 2 == 0;
                connecting.add(threads.submit(() -> {
                    (reads ? reading : silent)
                            .add(
                                    reads
                                            ? StreamClient.reading(port, PATH, token)
                                            : StreamClient.silent(port, PATH, token));
                    return null;
                }));
            }
            for (Future<?> one : connecting) {
                one.get();
            }
        }
        System.out.printf(
                "%d clients connected in %.1f s, %d of them never read%n",
                reading.size() + silent.size(), (System.nanoTime() - begun) / 1e9, silent.size());
        for (StreamClient one : reading) {
            Thread.ofVirtual().start(() -> read(one));
        }
    }

    private void read(StreamClient client) {
        try {
            client.read(subject -> {
                Long since = due.get(subject);
                if (since != null) {
                    times.recordValue((System.nanoTime() - since) / 1_000);
                }
            });
        } catch (IOException ended) {
            // counted below
        }
        if (!over) {
            cutOff.incrementAndGet();
        }
    }

    /** Commits events as intervention-service does: rows of its outbox. Timed from when each was due, so that a stall counts. */
    private int announce(int aSecond, int forSeconds) throws SQLException, IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + installation.postgresPort() + "/intervention";
        int all = aSecond * forSeconds;
        try (Connection connection = DriverManager.getConnection(
                        url, "intervention_owner", installation.databasePassword("intervention_owner"));
                PreparedStatement insert = connection.prepareStatement("""
                        insert into outbox (topic, type, key, partition_key, sequence, body)
                        values ('intervention.referrals', 'id.tumbuh.intervention.referral-opened.v1', ?, ?, 1, ?)""")) {
            long begun = System.nanoTime();
            for (int number = 0; number < all; number++) {
                long at = begun + TimeUnit.SECONDS.toNanos(1) * number / aSecond;
                while (System.nanoTime() < at) {
                    LockSupport.parkNanos(at - System.nanoTime());
                }
                String id = UUID.randomUUID().toString();
                due.put(id, at);
                insert.setString(1, id);
                insert.setString(2, id);
                insert.setBytes(3, referral(id));
                insert.executeUpdate();
            }
        }
        return all;
    }

    private static byte[] referral(String id) {
        return """
                {"referralId":"%1$s","version":1,"familyId":"%1$s","areaCode":"%2$s","riskFactor":"UNSAFE_WATER","field":"PUPR",\
                "state":"OPEN","openedOn":"2026-06-15","reason":"STUNTED_CHILD_AT_RISK","origin":"FACTS","stage":"SENT"}""".formatted(id, DESA).getBytes(StandardCharsets.UTF_8);
    }

    private void drain(int announced) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (reading.stream().anyMatch(it -> it.events() < announced) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private void memory(String when) throws IOException, InterruptedException {
        Path status = Path.of("/proc", Long.toString(installation.pid(Component.REPORTING)), "status");
        long kilobytes = RESIDENT.matcher(Files.readString(status))
                .results()
                .mapToLong(it -> Long.parseLong(it.group(1)))
                .findFirst()
                .orElse(0);
        System.out.printf(
                "reporting-service %s: resident %d MB, of it used by the JVM %.0f MB, subscribers %.0f%n",
                when,
                kilobytes / 1_024,
                target.metric(Component.REPORTING, "jvm_memory_used_bytes") / 1e6,
                target.metric(Component.REPORTING, "tumbuh_stream_subscribers"));
    }

    private void print(int announced, int length, CpuTimes spent) throws IOException, InterruptedException {
        long expected = (long) announced * reading.size();
        long arrived = reading.stream().mapToLong(StreamClient::events).sum();
        System.out.printf(
                "event to client at %d/s: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, max %.0f ms%n",
                rate,
                times.getValueAtPercentile(50) / 1e3,
                times.getValueAtPercentile(95) / 1e3,
                times.getValueAtPercentile(99) / 1e3,
                times.getMaxValue() / 1e3);
        System.out.printf(
                "%d of %d events arrived by now at those who read; %d of them cut off; dropped by the service: %.0f%n",
                arrived, expected, cutOff.get(), target.metric(Component.REPORTING, "tumbuh_stream_dropped_total"));
        System.out.printf("CPU seconds in %d s: ", length);
        spent.seconds().forEach((process, used) -> System.out.printf("%s %.1f, ", process, used));
        System.out.printf("together %.1f%n", spent.total());
    }
}
