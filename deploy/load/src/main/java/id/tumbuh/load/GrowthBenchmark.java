package id.tumbuh.load;

import id.tumbuh.local.Component;
import id.tumbuh.local.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * Everything of a growth card but taking measurements in, with millions of them stored: 80 children a posyandu, weighed every month.
 * It prints figures and judges nothing.
 */
public final class GrowthBenchmark {
    private static final int CHILDREN_A_POSYANDU = 80;
    private static final int QUESTIONS = 500;
    private static final YearMonth FIRST_MONTH = YearMonth.of(2020, 1);
    private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");
    private static final Pattern MEASUREMENTS = Pattern.compile("\"measurements\":(\\d+)");

    private final Target target;
    private final Installation installation;
    private final Settings settings;
    private final List<UUID> posyandu = new ArrayList<>();
    private final List<UUID> children = new ArrayList<>();
    private final Random random = new Random(5408);

    private GrowthBenchmark(Installation installation, Settings settings) {
        this.installation = installation;
        this.target = new Target(installation);
        this.settings = settings;
    }

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.parse(List.of(arguments));
        Path data = Files.createTempDirectory("tumbuh-load-");
        try (Installation installation = OwnInstallation.start(data)) {
            new GrowthBenchmark(installation, settings).run();
        }
    }

    private void run() throws Exception {
        Machine.print();
        register();
        measure();
        ask("SKDN of a posyandu and month", () -> "/v1/posyandu/" + any(posyandu) + "/skdn?month=" + anyMonth());
        ask("growth chart as SVG", () -> "/v1/children/" + any(children) + "/growth-chart.svg?index=bbu");
        ask("growth chart as PDF", () -> "/v1/children/" + any(children) + "/growth-chart.pdf?index=bbu");
        ask("measurements of a child", () -> "/v1/children/" + any(children) + "/measurements");
        ask("quality of a desa", () -> "/v1/measuring-quality?area=36.04.05.2001&month=" + anyMonth());
        assess();
        reassess();
    }

    private void register() throws Exception {
        List<String> villages = target.desaOf("36.04.05");
        int stations = settings.children() / CHILDREN_A_POSYANDU;
        for (int from = 0; from < stations; from += 500) {
            StringBuilder rows = new StringBuilder("[");
            for (int number = from; number < Math.min(stations, from + 500); number++) {
                UUID id = UUID.randomUUID();
                posyandu.add(id);
                rows.append(number == from ? "" : ",")
                        .append("{\"id\":\"%s\",\"area\":\"%s\",\"name\":\"Melati %d\"}"
                                .formatted(id, villages.get(number % villages.size()), number));
            }
            target.post(
                    Component.REGISTRY, "/v1/posyandu:batch", rows.append("]").toString());
        }
        for (int from = 0; from < settings.children(); from += settings.rowsPerRequest()) {
            registerSome(from, villages);
        }
        awaitRoster();
        System.out.printf("%d children in %d posyandu%n", children.size(), posyandu.size());
    }

    private void registerSome(int from, List<String> villages) throws IOException, InterruptedException {
        StringBuilder families = new StringBuilder("[");
        StringBuilder rows = new StringBuilder("[");
        int to = Math.min(settings.children(), from + settings.rowsPerRequest());
        for (int number = from; number < to; number++) {
            UUID family = UUID.randomUUID();
            UUID child = UUID.randomUUID();
            children.add(child);
            int station = Math.min(number / CHILDREN_A_POSYANDU, posyandu.size() - 1);
            String desa = villages.get(station % villages.size());
            String comma = number == from ? "" : ",";
            families.append(comma).append("{\"id\":\"%s\",\"area\":\"%s\"}".formatted(family, desa));
            rows.append(comma)
                    .append(
                            "{\"id\":\"%s\",\"familyId\":\"%s\",\"sex\":\"%s\",\"birthDate\":\"2019-12-20\",\"area\":\"%s\",\"posyanduId\":\"%s\"}"
                                    .formatted(
                                            child, family, number % 2 == 0 ? "L" : "P", desa, posyandu.get(station)));
        }
        target.post(
                Component.REGISTRY, "/v1/families:batch", families.append("]").toString());
        target.post(Component.REGISTRY, "/v1/children:batch", rows.append("]").toString());
    }

    private void awaitRoster() throws Exception {
        String last = Pregrown.row(children.getLast(), FIRST_MONTH.atDay(28), FIRST_MONTH);
        while (target.post(Component.MEASUREMENT, "/v1/measurements:batch", "[" + last + "]")
                .contains("PENDING_CHILD")) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    private void measure() throws Exception {
        AtomicInteger next = new AtomicInteger();
        int requestsAMonth = (children.size() + settings.rowsPerRequest() - 1) / settings.rowsPerRequest();
        int requests = requestsAMonth * settings.history();
        long begun = System.nanoTime();
        inParallel(() -> {
            for (int request = next.getAndIncrement(); request < requests; request = next.getAndIncrement()) {
                YearMonth month = FIRST_MONTH.plusMonths(request / requestsAMonth);
                int from = request % requestsAMonth * settings.rowsPerRequest();
                target.post(
                        Component.MEASUREMENT,
                        "/v1/measurements:batch",
                        Pregrown.batch(
                                children.subList(from, Math.min(children.size(), from + settings.rowsPerRequest())),
                                month.atDay(12),
                                FIRST_MONTH));
            }
        });
        double seconds = (System.nanoTime() - begun) / 1e9;
        long rows = (long) children.size() * settings.history();
        System.out.printf("%d measurements stored in %.0f s, %.0f/s%n", rows, seconds, rows / seconds);
    }

    /** A path that is asked for, another each time. */
    private interface Question {
        String path();
    }

    private void ask(String what, Question question) throws IOException, InterruptedException {
        Histogram times = new Histogram(3);
        for (int number = 0; number < QUESTIONS; number++) {
            long begun = System.nanoTime();
            int status = target.status(Component.MEASUREMENT, question.path());
            if (status != 200) {
                throw new IOException(what + " answered " + status);
            }
            if (number >= QUESTIONS / 5) { // the first ones warm it up
                times.recordValue((System.nanoTime() - begun) / 1_000);
            }
        }
        System.out.printf(
                "%s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
                what,
                times.getValueAtPercentile(50) / 1e3,
                times.getValueAtPercentile(95) / 1e3,
                times.getValueAtPercentile(99) / 1e3);
    }

    private void assess() throws Exception {
        StringBuilder rows = new StringBuilder("[");
        for (int row = 0; row < 10_000; row++) {
            rows.append(row == 0 ? "" : ",")
                    .append(
                            "{\"ref\":\"%d\",\"sex\":\"%s\",\"ageDays\":%d,\"weightKg\":%d.%d,\"lengthHeightCm\":%d.%d,\"armCircumferenceCm\":14.2}"
                                    .formatted(
                                            row,
                                            row % 2 == 0 ? "L" : "P",
                                            row % 1800,
                                            3 + row % 17,
                                            row % 10,
                                            50 + row % 60,
                                            row % 10));
        }
        String body = rows.append("]").toString();
        for (int warm = 0; warm < 5; warm++) {
            target.post(Component.MEASUREMENT, "/v1/assessments", body);
        }
        long begun = System.nanoTime();
        for (int request = 0; request < 10; request++) {
            target.post(Component.MEASUREMENT, "/v1/assessments", body);
        }
        System.out.printf("100,000 assessments over HTTP, one client: %.2f s%n", (System.nanoTime() - begun) / 1e9);
    }

    private void reassess() throws Exception {
        correctRule();
        UUID pass = UUID.randomUUID();
        long begun = System.nanoTime();
        target.begin(Component.MEASUREMENT, "/v1/reassessments/" + pass);
        String state = "";
        String answer = "";
        while (!state.equals("DONE")) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            answer = target.asAdmin(Component.MEASUREMENT, "/v1/reassessments/" + pass);
            state = first(STATE, answer);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        long measurements = Long.parseLong(first(MEASUREMENTS, answer));
        System.out.printf(
                "assessed again after a rule was corrected: %d measurements of %d children in %.0f s, %.0f/s%n",
                measurements, children.size(), seconds, measurements / seconds);
    }

    private void correctRule() throws SQLException, IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + installation.postgresPort() + "/measurement";
        try (Connection connection = DriverManager.getConnection(
                        url, "measurement_owner", installation.databasePassword("measurement_owner"));
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into rule (code, version, valid_from, value, source)
                    select code, 2, valid_from, value, 'the same once more, for the benchmark' from rule
                    where code = 'growth.classification' and version = 1""");
        }
    }

    /** Work of one client. */
    private interface Client {
        void run() throws IOException, InterruptedException;
    }

    private void inParallel(Client client) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(settings.clients())) {
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < settings.clients(); number++) {
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

    private UUID any(List<UUID> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private YearMonth anyMonth() {
        return FIRST_MONTH.plusMonths(random.nextInt(settings.history()));
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
    }
}
