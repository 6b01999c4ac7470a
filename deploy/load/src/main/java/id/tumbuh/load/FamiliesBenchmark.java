package id.tumbuh.load;

import id.tumbuh.local.Component;
import id.tumbuh.local.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * Families by the hundred thousand in all desa of a province, a quarter of them at risk; they are looked for as people of one kabupaten
 * do. It prints figures and judges nothing.
 */
public final class FamiliesBenchmark {
    private static final String PROVINSI = "36";
    private static final String KABUPATEN = "36.04";
    private static final int ROWS = 1_000;
    private static final int QUESTIONS = 300;
    private static final Pattern RUN = Pattern.compile(
            "\"kind\":\"(\\w+)\",\"day\":\"[-0-9]+\",\"ruleVersion\":\"[^\"]+\",\"screened\":(\\d+),\"changed\":(\\d+),"
                    + "\"startedAt\":\"[^\"]+\"(,\"finishedAt\")?");

    private static final Pattern REBUILD = Pattern.compile("\"state\":\"(\\w+)\".*\"events\":(\\d+)");

    private final Target target;
    private final Installation installation;
    private final int families;
    private final int clients;
    private final List<String> villages = new ArrayList<>();
    /** Those of the kabupaten whose people search. */
    private final List<String> searched = new ArrayList<>();

    private FamiliesBenchmark(Installation installation, int families, int clients) {
        this.installation = installation;
        this.target = new Target(installation);
        this.families = families;
        this.clients = clients;
    }

    public static void main(String[] arguments) throws Exception {
        Arguments given = Arguments.parse(List.of(arguments));
        Path data = Files.createTempDirectory("tumbuh-load-");
        try (Installation installation = OwnInstallation.start(data)) {
            new FamiliesBenchmark(installation, given.number("--families", 200_000), given.number("--clients", 3))
                    .run();
        }
    }

    private void run() throws Exception {
        Machine.print();
        for (String kabupaten : target.below(PROVINSI)) {
            for (String kecamatan : target.below(kabupaten)) {
                villages.addAll(target.below(kecamatan));
            }
        }
        villages.stream().filter(desa -> desa.startsWith(KABUPATEN)).forEach(searched::add);
        register();
        awaitNames();
        search(
                "a full name, in the kabupaten",
                random -> named(InventedHeads.name(random).replaceFirst(" .$", ""), KABUPATEN));
        search(
                "a misspelt name, in the kabupaten",
                random -> named(slip(InventedHeads.name(random).replaceFirst(" .$", "")), KABUPATEN));
        search(
                "a misspelt name, in a desa",
                random -> named(slip(InventedHeads.name(random).replaceFirst(" .$", "")), desa(random)));
        search(
                "families of an RW and RT",
                random -> "{\"area\":\"%s\",\"rw\":\"%d\",\"rt\":\"%d\"}"
                        .formatted(desa(random), 1 + random.nextInt(12), 1 + random.nextInt(40)));
        search("most urgent of the kabupaten", _ -> "{\"area\":\"36.04\",\"atRisk\":true,\"order\":\"URGENCY\"}");
        search(
                "most urgent of a desa",
                random -> "{\"area\":\"%s\",\"atRisk\":true,\"order\":\"URGENCY\"}".formatted(desa(random)));
        search(
                "by a risk factor, in a kecamatan",
                random -> "{\"area\":\"%s\",\"riskFactor\":\"UNSAFE_SANITATION\"}"
                        .formatted(desa(random).substring(0, 8)));
        search("by NIK", random -> "{\"nik\":\"36042043059%05d\"}".formatted(10_001 + random.nextInt(80_000)));
        screenAll();
        screenDue();
        rebuild();
    }

    /** Everything reporting keeps, built again from the topics beside what is read. */
    private void rebuild() throws IOException, InterruptedException {
        while (target.metric(Component.REPORTING, "tumbuh_consumer_lag") > 0) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        long begun = System.nanoTime();
        String run = target.beginRebuild();
        String answer;
        Matcher state;
        do {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            answer = target.asAdmin(Component.REPORTING, run);
            state = REBUILD.matcher(answer);
            if (!state.find()) {
                throw new IOException(run + " can't be read");
            }
        } while (state.group(1).equals("RUNNING"));
        double seconds = (System.nanoTime() - begun) / 1e9;
        long events = Long.parseLong(state.group(2));
        System.out.printf(
                "projections built again and compared: %s, %d events in %.1f s (%.0f/s)%n",
                state.group(1), events, seconds, events / seconds);
        if (!state.group(1).equals("SAME")) {
            System.out.println(answer);
        }
    }

    private void register() throws Exception {
        AtomicInteger next = new AtomicInteger();
        int requests = (families + ROWS - 1) / ROWS;
        CpuTimes before = CpuTimes.of(installation);
        long begun = System.nanoTime();
        inParallel(() -> {
            for (int request = next.getAndIncrement(); request < requests; request = next.getAndIncrement()) {
                target.post(Component.REGISTRY, "/v1/families:batch", batch(request));
            }
        });
        double stored = (System.nanoTime() - begun) / 1e9;
        while (target.metric(Component.REGISTRY, "tumbuh_outbox_depth") > 0) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        double told = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%d families registered and screened in %.1f s (%.0f/s), all of their events on Kafka after %.1f s (%.0f/s)%n",
                requests * ROWS, stored, requests * ROWS / stored, told, requests * ROWS / told);
        CpuTimes.of(installation)
                .since(before)
                .seconds()
                .forEach((process, seconds) ->
                        System.out.printf("  %s: %.0f CPU-µs a family%n", process, seconds * 1e6 / (requests * ROWS)));
        printBatches();
    }

    private void printBatches() throws IOException, InterruptedException {
        for (Component service : Component.SERVICES) {
            Map<String, Double> batches = target.counters(service, "tumbuh_consumer_batches_total");
            target.counters(service, "tumbuh_consumer_events_total").forEach((group, events) -> {
                if (events > 0) {
                    System.out.printf(
                            "  %s: %.0f events, %.0f in a transaction%n",
                            group, events, events / batches.getOrDefault(group, 1.0));
                }
            });
        }
    }

    private String batch(int request) {
        Random random = new Random(request);
        StringBuilder rows = new StringBuilder("[");
        for (int row = 0; row < ROWS; row++) {
            rows.append(row == 0 ? "" : ",").append(family(random));
        }
        return rows.append("]").toString();
    }

    private String family(Random random) {
        String water = random.nextInt(8) == 0 ? "UNPROTECTED_WELL" : "PIPED";
        String latrine = random.nextInt(10) == 0 ? "NONE" : "SEPTIC_TANK";
        return """
                {"id":"%s","area":"%s","rw":"%02d","rt":"%03d","headName":"%s","welfareRank":%d,"conditions":{
                "drinkingWater":"%s","latrine":"%s","contraception":"INJECTION","wifeBirthDate":"%d-%02d-%02d",
                "children":%d,"closestSpacingMonths":%d,"youngestChildBirthDate":"202%d-%02d-%02d"}}""".formatted(
                        UUID.randomUUID(),
                        villages.get(random.nextInt(villages.size())),
                        1 + random.nextInt(12),
                        1 + random.nextInt(40),
                        InventedHeads.name(random),
                        1 + random.nextInt(10),
                        water,
                        latrine,
                        1988 + random.nextInt(16),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        1 + random.nextInt(3),
                        25 + random.nextInt(40),
                        random.nextInt(6),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28));
    }

    private void awaitNames() throws Exception {
        long begun = System.nanoTime();
        while (numberAsOwner("select count(*) from name_to_index") > 0) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        System.out.printf("their names findable %.1f s later%n", (System.nanoTime() - begun) / 1e9);
        asOwner("analyze");
    }

    /** What is looked for, another each time. */
    private interface Question {
        String body(Random random);
    }

    private void search(String what, Question question) throws IOException, InterruptedException {
        Histogram times = new Histogram(3);
        Random random = new Random(5408);
        for (int number = 0; number < QUESTIONS; number++) {
            String body = question.body(random);
            long begun = System.nanoTime();
            target.ask(Component.REGISTRY, "/v1/families:search", body);
            if (number >= QUESTIONS / 5) { // the first ones warm it up
                times.recordValue((System.nanoTime() - begun) / 1_000);
            }
        }
        System.out.printf(
                "search, %s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
                what,
                times.getValueAtPercentile(50) / 1e3,
                times.getValueAtPercentile(95) / 1e3,
                times.getValueAtPercentile(99) / 1e3);
    }

    private String desa(Random random) {
        return searched.get(random.nextInt(searched.size()));
    }

    private static String named(String name, String area) {
        return "{\"name\":\"%s\",\"area\":\"%s\"}".formatted(name, area);
    }

    /** Two letters of the last word change places. */
    private static String slip(String name) {
        int at = name.length() - 2;
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at);
    }

    /** A rule gets another version with the same value: every family is looked at and written, none decided otherwise. */
    private void screenAll() throws Exception {
        asOwner("""
                insert into rule (code, version, valid_from, value, source)
                select code, 2, valid_from, value, 'the same once more, for the benchmark' from rule
                where code = 'krs.most-children' and version = 1""");
        report("all families after a rule was corrected", "ALL");
    }

    /** The worst of days: every family has its birthday. */
    private void screenDue() throws Exception {
        asOwner("""
                select set_config('app.wilayah', '*', false);
                update family set screen_again_on = current_date - 1;
                delete from screening_run where kind = 'DUE'""");
        report("a day on which every family is due", "DUE");
    }

    private void report(String what, String kind) throws Exception {
        long begun = System.nanoTime();
        long seen = 0;
        while (true) {
            Matcher run = RUN.matcher(target.asAdmin(Component.REGISTRY, "/v1/screening-runs?limit=1"));
            if (run.find() && run.group(1).equals(kind)) {
                if (seen == 0) {
                    seen = System.nanoTime();
                }
                if (run.group(4) != null && Long.parseLong(run.group(2)) >= families) {
                    double seconds = (System.nanoTime() - seen) / 1e9;
                    System.out.printf(
                            "screened again, %s: %s families, %s decided otherwise, %.1f s (%.0f/s), a million in %.1f min%n",
                            what,
                            run.group(2),
                            run.group(3),
                            seconds,
                            families / seconds,
                            1e6 / (families / seconds) / 60);
                    return;
                }
            }
            if (System.nanoTime() - begun > Duration.ofMinutes(40).toNanos()) {
                throw new IOException("the pass did not end");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private long numberAsOwner(String sql) throws SQLException, IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + installation.postgresPort() + "/registry";
        try (Connection connection = DriverManager.getConnection(
                        url, "registry_owner", installation.databasePassword("registry_owner"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void asOwner(String sql) throws SQLException, IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + installation.postgresPort() + "/registry";
        try (Connection connection = DriverManager.getConnection(
                        url, "registry_owner", installation.databasePassword("registry_owner"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Work of one client. */
    private interface Client {
        void run() throws IOException, InterruptedException;
    }

    private void inParallel(Client client) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
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
}
