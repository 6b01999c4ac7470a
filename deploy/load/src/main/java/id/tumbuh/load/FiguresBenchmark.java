package id.tumbuh.load;

import id.tumbuh.local.Component;
import id.tumbuh.local.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Questions for figures and the pages made of them, with the children of a province and years of their weighings behind the counters.
 * Times are those of the client: from the first byte sent to the last received. It judges nothing.
 */
public final class FiguresBenchmark {
    private static final String PROVINCE = "36";
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final int QUESTIONS = 2_000;
    private static final int PAGES = 400;
    private static final Pattern DEFINITION =
            Pattern.compile("\"code\":\"([a-z-]+)\"(?:(?!\"code\").)*?\"kind\":\"([A-Z]+)\"");

    private final Installation installation;
    private final Target target;
    private final int children;
    private final int months;
    private final int clients;
    private final boolean verify;
    private final YearMonth last = YearMonth.now(WIB).minusMonths(1);
    private final Map<String, String> kinds = new TreeMap<>();
    private final List<List<String>> levels = new ArrayList<>();

    private FiguresBenchmark(Installation installation, Arguments given) {
        this.installation = installation;
        this.target = new Target(installation, PROVINCE);
        this.children = given.number("--children", 1_000_000);
        this.months = given.number("--months", 40);
        this.clients = given.number("--clients", 4);
        this.verify = given.number("--verify", 0) != 0;
    }

    public static void main(String[] arguments) throws Exception {
        Arguments given = Arguments.parse(List.of(arguments));
        Optional<String> kept = given.text("--data");
        Path data = kept.isPresent() ? Path.of(kept.get()) : Files.createTempDirectory("tumbuh-load-");
        System.out.printf("data: %s%n", data);
        try (Installation installation = OwnInstallation.start(data)) {
            new FiguresBenchmark(installation, given).run();
        }
    }

    private void run() throws Exception {
        Machine.print();
        awaitAreas();
        Weighings history = new Weighings(new Owner(installation, "reporting"), PROVINCE, last, months);
        if (history.stored() == 0) { // else they are those of a run before, whose data were given
            long begun = System.nanoTime();
            history.store(children);
            history.storeFamilies(children * 7 / 10);
            System.out.printf(
                    "%d children stored and counted in %.0f s%n", children, (System.nanoTime() - begun) / 1e9);
        }
        System.out.printf("%d weighings are behind the counters%n", history.stored());
        measureOne();
        DEFINITION
                .matcher(target.asAdmin(Component.REPORTING, "/v1/indicators"))
                .results()
                .forEach(it -> kinds.put(it.group(1), it.group(2)));
        for (int several : List.of(1, clients)) {
            System.out.printf("%d clients at a time:%n", several);
            for (String code : kinds.keySet()) {
                ask(code, QUESTIONS / 10, several, random -> figure(random, code));
            }
            ask(
                    "any indicator",
                    QUESTIONS,
                    several,
                    random -> figure(random, any(random, List.copyOf(kinds.keySet()))));
            ask("any indicator of a period", QUESTIONS / 4, several, this::period);
            ask("numbers of the cockpit as JSON", PAGES, several, random -> "/v1/glance?area=" + kabupaten(random));
            ask("cockpit page of a kabupaten", PAGES, several, random -> "/?area=" + kabupaten(random));
            ask("cockpit page of the province", PAGES, several, _ -> "/?area=" + PROVINCE);
        }
        if (verify) {
            long since = System.nanoTime();
            String answer = target.verifyFigures().strip();
            System.out.printf("counted from scratch in %.0f s: %s%n", (System.nanoTime() - since) / 1e9, answer);
        }
    }

    private void awaitAreas() throws IOException, InterruptedException {
        levels.add(List.of(PROVINCE));
        for (int level = 0; level < 3; level++) {
            List<String> below = new ArrayList<>();
            for (String area : levels.get(level)) {
                below.addAll(target.below(area));
            }
            levels.add(below);
        }
        while (target.status(
                                Component.REPORTING,
                                "/v1/indicators/krs-share?area=" + levels.get(3).getLast())
                        != 200
                || target.metric(Component.REPORTING, "tumbuh_consumer_lag") > 0) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    /** One more child by the front door: the way to the counters is open, with everything behind it. */
    private void measureOne() throws IOException, InterruptedException {
        UUID family = UUID.randomUUID();
        UUID child = UUID.randomUUID();
        String desa = levels.get(3).getFirst();
        target.post(
                Component.REGISTRY, "/v1/families:batch", "[{\"id\":\"%s\",\"area\":\"%s\"}]".formatted(family, desa));
        target.post(
                Component.REGISTRY,
                "/v1/children:batch",
                "[{\"id\":\"%s\",\"familyId\":\"%s\",\"sex\":\"P\",\"birthDate\":\"%s\",\"area\":\"%s\"}]"
                        .formatted(child, family, last.minusMonths(14).atDay(3), desa));
        long before = weighed(desa);
        String row =
                "[{\"id\":\"%s\",\"childId\":\"%s\",\"measuredOn\":\"%s\",\"weightKg\":8.9,\"lengthHeightCm\":75.1,\"source\":\"POSYANDU\"}]"
                        .formatted(UUID.randomUUID(), child, last.atDay(20));
        target.post(Component.MEASUREMENT, "/v1/measurements:batch", row);
        long begun = System.nanoTime();
        while (weighed(desa) == before) {
            if (System.nanoTime() - begun > Duration.ofSeconds(60).toNanos()) {
                throw new IOException("a weighing was not counted within a minute");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        System.out.printf("a weighing more, counted after %.0f ms%n", (System.nanoTime() - begun) / 1e6);
    }

    private long weighed(String desa) throws IOException, InterruptedException {
        String answer =
                target.asAdmin(Component.REPORTING, "/v1/indicators/weighing-coverage?area=" + desa + "&month=" + last);
        return Pattern.compile("\"numerator\":(\\d+)")
                .matcher(answer)
                .results()
                .mapToLong(it -> Long.parseLong(it.group(1)))
                .findFirst()
                .orElse(0);
    }

    private String figure(Random random, String code) {
        String area = any(random, any(random, levels));
        String by = "GROWTH".equals(kinds.get(code)) ? any(random, List.of("area", "sex", "age-band")) : "area";
        return "/v1/indicators/%s?area=%s&month=%s&by=%s"
                .formatted(code, area, last.minusMonths(random.nextInt(months)), by);
    }

    private String period(Random random) {
        YearMonth month = last.minusMonths(random.nextInt(months));
        String period = any(
                random,
                List.of(
                        month.getYear() + "",
                        month.getYear() + "-S" + (month.getMonthValue() + 5) / 6,
                        month.getYear() + "-Q" + (month.getMonthValue() + 2) / 3));
        return "/v1/indicators/%s?area=%s&period=%s"
                .formatted(any(random, List.copyOf(kinds.keySet())), any(random, any(random, levels)), period);
    }

    private String kabupaten(Random random) {
        return any(random, levels.get(1));
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A path that is asked for, another each time. */
    private interface Question {
        String path(Random random);
    }

    private void ask(String what, int questions, int several, Question question) throws Exception {
        Histogram times = new ConcurrentHistogram(3);
        try (ExecutorService threads = Executors.newFixedThreadPool(several)) {
            List<Future<?>> asking = new ArrayList<>();
            for (int client = 0; client < several; client++) {
                Random random = new Random(5_408 + client);
                asking.add(threads.submit(() -> {
                    for (int number = 0; number < questions / several; number++) {
                        String path = question.path(random);
                        long begun = System.nanoTime();
                        int status = target.status(Component.REPORTING, path);
                        if (status != 200) {
                            throw new IOException(path + " answered " + status);
                        }
                        if (number >= questions / several / 10) { // the first ones warm it up
                            times.recordValue((System.nanoTime() - begun) / 1_000);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : asking) {
                one.get();
            }
        }
        System.out.printf(
                "  %s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
                what,
                times.getValueAtPercentile(50) / 1e3,
                times.getValueAtPercentile(95) / 1e3,
                times.getValueAtPercentile(99) / 1e3);
    }
}
