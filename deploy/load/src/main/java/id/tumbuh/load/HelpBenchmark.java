package id.tumbuh.load;

import id.tumbuh.local.Component;
import id.tumbuh.local.Installation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * The children of Kab. Serang and its sponsors among the needs of a province. It prints figures and judges nothing; what must hold however
 * fast it is, that no need has two sponsors, is counted at the end.
 */
public final class HelpBenchmark {
    private static final String KABUPATEN = "36.04";
    private static final int QUESTIONS = 300;
    private static final int CLAIMANTS = 200;
    private static final int BATCH = 100;
    private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");
    private static final Pattern GAP = Pattern.compile("\"gapPercent\":([0-9.]+)");
    private static final Pattern PLACED = Pattern.compile("\"placed\":(\\d+)");

    private final Installation installation;
    private final Owner owner;
    private final String tpps;
    private final int needs;
    private final int sponsors;
    private final int contested;
    private final int claims;
    private final int clients;

    private HelpBenchmark(Installation installation, Arguments given) {
        this.installation = installation;
        this.owner = new Owner(installation, "intervention");
        this.tpps = installation.token("tpps", "36");
        this.needs = given.number("--needs", 200_000);
        this.sponsors = given.number("--sponsors", 1_300);
        this.contested = given.number("--contested", 1_000);
        this.claims = given.number("--claims", 20_000);
        this.clients = given.number("--clients", 8);
    }

    public static void main(String[] arguments) throws Exception {
        Arguments given = Arguments.parse(List.of(arguments));
        Path data = Files.createTempDirectory("tumbuh-load-");
        try (Installation installation = OwnInstallation.start(data)) {
            new HelpBenchmark(installation, given).run();
        }
    }

    private void run() throws Exception {
        Machine.print();
        fill();
        lists();
        plan();
        claims();
        batches();
        contest();
        long doubled = owner.number("select count(*) from (select need_id from placement"
                + " where state in ('HELD', 'COMMITTED') group by need_id having count(*) > 1) as twice");
        long counted = owner.number("select count(*) from sponsor s where placed <> (select count(*) from placement p"
                + " where p.sponsor_id = s.id and p.state in ('HELD', 'COMMITTED'))");
        System.out.printf(
                "needs with two sponsors: %d; sponsors whose places are counted wrongly: %d%n", doubled, counted);
    }

    /** As many stunted children in each kecamatan as the demo has, and the rest in other kabupaten of the province. */
    private void fill() throws SQLException, IOException {
        List<String> desa = rows("areas-odbl/desa.csv");
        List<String> counts = new ArrayList<>();
        int here = 0;
        for (String row : rows("kecamatan.csv")) {
            String code = row.substring(0, row.indexOf(','));
            int stunted = Integer.parseInt(row.substring(row.lastIndexOf(',') + 1));
            here += stunted;
            counts.add("('%s', %d, %d)"
                    .formatted(
                            code,
                            desa.stream().filter(one -> one.startsWith(code)).count(),
                            stunted));
        }
        owner.run(
                "select setseed(0.5408)",
                """
                create temporary table sought as
                select gen_random_uuid() as child, gen_random_uuid() as family, gen_random_uuid() as need,
                    k.code || '.' || (2000 + 1 + floor(random() * k.desa)::int) as area
                from (values %s) as k (code, desa, stunted), generate_series(1, k.stunted)
                union all
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
                    '36.' || (array['01', '02', '03', '71', '72', '73', '74'])[1 + floor(random() * 7)::int] || '.'
                        || lpad((1 + floor(random() * 20)::int)::text, 2, '0') || '.' || (2001 + floor(random() * 12)::int)
                from generate_series(1, %d)""".formatted(String.join(", ", counts), Math.max(0, needs - here)),
                "insert into family (id, area_code) select family, area from sought",
                "insert into child (id, family_id, area_code, stunting) select child, family, area, 'STUNTED' from sought",
                """
                insert into need (id, subject_kind, child_id, family_id, area_code, causes, items, rank, first_thousand_days,
                    welfare_rank, rule_version, state, opened_on, reason, version)
                select need, 'CHILD', child, family, area, array['STUNTED'],
                    '[{"item": "FOOD", "days": 180, "costRupiah": 2700000}]', 40 + floor(random() * 90)::int,
                    random() < 0.4, 1 + floor(random() * 5)::int, 'need-1.1.1', 'OPEN', current_date, 'CAUSE_FOUND', 1
                from sought""",
                """
                insert into permission (consent_id, version, child_id, family_id, area_code, purpose, partner, valid_from,
                    valid_until, withdrawn)
                select gen_random_uuid(), 1, child, family, area, 'FOSTER_PARENT', null, current_date - 30,
                    current_date + 365, false from sought""",
                """
                insert into sponsor (id, kind, institution, area_code, capacity, preferred_areas, items, valid_from, valid_until,
                    version)
                select gen_random_uuid(), 'ASN', 'Dinas Contoh', area, 1,
                    case when random() < 0.3 then array[left(wish, 8)] else '{}'::text[] end, '{FOOD}', current_date - 30,
                    current_date + 365, 1
                from (select (array_agg(area))[1 + floor(random() * count(*))::int] as area,
                          (array_agg(area))[1 + floor(random() * count(*))::int] as wish, n
                      from (select distinct area from sought where area like '%s%%') as desa, generate_series(1, %d) as n
                      group by n) as drawn""".formatted(KABUPATEN, sponsors),
                "analyze");
        System.out.printf("%d open needs, %d of them in %s with %d sponsors%n", needs, here, KABUPATEN, sponsors);
    }

    private static List<String> rows(String file) throws IOException {
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Installation.class.getResourceAsStream("/id/tumbuh/local/demo/" + file)),
                StandardCharsets.UTF_8))) {
            return rows.lines().filter(row -> row.startsWith(KABUPATEN)).toList();
        }
    }

    private void lists() throws Exception {
        list("needs of a desa", "/v1/needs?area=36.04.20.2006");
        list("needs of a kecamatan", "/v1/needs?area=36.04.20");
        list("needs of the kabupaten, the most urgent", "/v1/needs?area=36.04&order=RANK");
        list("needs of the province, the most urgent", "/v1/needs?area=36&order=RANK");
        list("needs of the province that have a cause", "/v1/needs?area=36&cause=STUNTED");
        list("needs of the kabupaten counted", "/v1/needs/summary?area=36.04");
        list("who has no sponsor, in the kabupaten", "/v1/sponsor-gap?area=36.04");
    }

    private void list(String what, String path) throws Exception {
        Histogram times = new Histogram(3);
        for (int number = 0; number < QUESTIONS; number++) {
            long begun = System.nanoTime();
            send("GET", path, "");
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

    private void plan() throws Exception {
        UUID id = UUID.randomUUID();
        long begun = System.nanoTime();
        send("POST", "/v1/matchings", "{\"id\":\"%s\",\"area\":\"%s\",\"seconds\":8}".formatted(id, KABUPATEN));
        long first = 0;
        String answer = "";
        while (!state(answer).matches("DONE|FAILED")) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            answer = send("GET", "/v1/matchings/" + id, "");
            if (first == 0 && number(PLACED, answer) > 0) {
                first = System.nanoTime() - begun;
                System.out.printf(
                        "a feasible plan after %.1f s: %.0f placed, at most %.2f %% below the bound%n",
                        first / 1e9, number(PLACED, answer), number(GAP, answer));
            }
        }
        System.out.printf(
                "the plan after %.1f s: %s, %.0f placed, at most %.2f %% below the bound%n",
                (System.nanoTime() - begun) / 1e9, state(answer), number(PLACED, answer), number(GAP, answer));
        long holding = System.nanoTime();
        String held = send("POST", "/v1/matchings/" + id + ":hold", "");
        System.out.printf("its proposals held in %.1f s: %s%n", (System.nanoTime() - holding) / 1e9, held);
    }

    /** Each client claims needs that nobody else wants. */
    private void claims() throws Exception {
        List<UUID> wanted = ids("""
                select string_agg(id::text, ',') from (select id from need where state = 'OPEN' and area_code like '36.71%%'
                limit %d) as wanted""".formatted(claims));
        List<UUID> large = new ArrayList<>();
        for (int number = 0; number < clients; number++) {
            large.add(sponsor(UUID.randomUUID(), claims));
        }
        // the first half warms it up, as the hours before have a running installation
        claimAlone("a service that never claimed before", wanted.subList(0, wanted.size() / 2), large);
        claimAlone("after them", wanted.subList(wanted.size() / 2, wanted.size()), large);
    }

    private void claimAlone(String when, List<UUID> wanted, List<UUID> large) throws Exception {
        AtomicInteger next = new AtomicInteger();
        CpuTimes before = CpuTimes.of(installation);
        long begun = System.nanoTime();
        inParallel(clients, client -> {
            for (int number = next.getAndIncrement(); number < wanted.size(); number = next.getAndIncrement()) {
                claim(wanted.get(number), large.get(client));
            }
        });
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%d claims by %d clients, %s, in %.1f s: %.0f/s%n",
                wanted.size(), clients, when, seconds, wanted.size() / seconds);
        CpuTimes.of(installation)
                .since(before)
                .seconds()
                .forEach((process, spent) ->
                        System.out.printf("  %s: %.0f CPU-µs a claim%n", process, spent * 1e6 / wanted.size()));
    }

    /** The same in batches of a hundred, as a partner's or a kabupaten's system sends them. */
    private void batches() throws Exception {
        List<UUID> wanted = ids("""
                select string_agg(id::text, ',') from (select id from need where state = 'OPEN' and area_code like '36.73%%'
                limit %d) as wanted""".formatted(claims));
        List<UUID> large = new ArrayList<>();
        for (int number = 0; number < clients; number++) {
            large.add(sponsor(UUID.randomUUID(), claims));
        }
        AtomicInteger next = new AtomicInteger();
        AtomicInteger held = new AtomicInteger();
        long begun = System.nanoTime();
        inParallel(clients, client -> {
            for (int from = next.getAndAdd(BATCH); from < wanted.size(); from = next.getAndAdd(BATCH)) {
                String rows = wanted.subList(from, Math.min(wanted.size(), from + BATCH)).stream()
                        .map(need -> "{\"id\":\"%s\",\"needId\":\"%s\",\"sponsorId\":\"%s\"}"
                                .formatted(UUID.randomUUID(), need, large.get(client)))
                        .collect(Collectors.joining(",", "[", "]"));
                held.addAndGet(send("POST", "/v1/placements:batch", rows).split("\"HELD\"", -1).length - 1);
            }
        });
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%d claims in batches of %d by %d clients in %.1f s: %.0f/s, %d held%n",
                wanted.size(), BATCH, clients, seconds, wanted.size() / seconds, held.get());
    }

    /** Two hundred want the same needs at once. */
    private void contest() throws Exception {
        List<UUID> wanted = ids("""
                select string_agg(id::text, ',') from (select id from need n where state = 'OPEN' and area_code like '36.72%%'
                limit %d) as wanted""".formatted(contested));
        List<UUID> claimants = new ArrayList<>();
        for (int number = 0; number < CLAIMANTS; number++) {
            claimants.add(sponsor(UUID.randomUUID(), contested));
        }
        AtomicInteger won = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        long begun = System.nanoTime();
        for (UUID need : wanted) {
            inParallel(CLAIMANTS, client -> {
                asked.incrementAndGet();
                if (claim(need, claimants.get(client)) == 201) {
                    won.incrementAndGet();
                }
            });
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%d claims, %d at once for each of %d needs, in %.1f s (%.0f/s): %d needs have a sponsor%n",
                asked.get(), CLAIMANTS, wanted.size(), seconds, asked.get() / seconds, won.get());
    }

    private List<UUID> ids(String sql) throws SQLException, IOException {
        return Pattern.compile(",")
                .splitAsStream(owner.text(sql))
                .map(UUID::fromString)
                .toList();
    }

    private UUID sponsor(UUID id, int capacity) throws IOException, InterruptedException {
        send("PUT", "/v1/sponsors/" + id, """
                {"kind":"COMPANY","institution":"PT Contoh","area":"36","capacity":%d,"from":"2020-01-01","until":"2099-12-31"}""".formatted(capacity));
        return id;
    }

    private int claim(UUID need, UUID sponsor) throws IOException, InterruptedException {
        int status = request(
                        "POST",
                        "/v1/placements",
                        "{\"id\":\"%s\",\"needId\":\"%s\",\"sponsorId\":\"%s\"}"
                                .formatted(UUID.randomUUID(), need, sponsor))
                .statusCode();
        if (status != 201 && status != 409) {
            throw new IOException("a claim answered " + status);
        }
        return status;
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = request(method, path, body);
        if (response.statusCode() >= 300) {
            throw new IOException(path + " answered " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private HttpResponse<String> request(String method, String path, String body)
            throws IOException, InterruptedException {
        return Target.HTTP.send(
                HttpRequest.newBuilder(URI.create(installation.uri(Component.INTERVENTION) + path))
                        .header("Authorization", "Bearer " + tpps)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String state(String answer) {
        Matcher state = STATE.matcher(answer);
        return state.find() ? state.group(1) : "";
    }

    private static double number(Pattern pattern, String answer) {
        Matcher number = pattern.matcher(answer);
        return number.find() ? Double.parseDouble(number.group(1)) : 0;
    }

    /** Work of one client. */
    private interface Client {
        void run(int number) throws IOException, InterruptedException;
    }

    private static void inParallel(int clients, Client client) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                int mine = number;
                running.add(threads.submit(() -> {
                    client.run(mine);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }
}
