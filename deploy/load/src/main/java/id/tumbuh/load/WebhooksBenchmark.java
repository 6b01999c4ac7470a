package id.tumbuh.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.tumbuh.local.Component;
import id.tumbuh.local.Installation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A need opens in a kabupaten in which many partners listen, and the servers of some of them hang. It prints how long it took until
 * the others were told, and judges nothing.
 */
public final class WebhooksBenchmark {
    private static final String KABUPATEN = "36.04";
    private static final String DESA = "36.04.20.2006";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Installation installation;
    private final Owner owner;
    private final int partners;
    private final int hanging;
    private final int rounds;

    private WebhooksBenchmark(Installation installation, Arguments given) {
        this.installation = installation;
        this.owner = new Owner(installation, "intervention");
        this.partners = given.number("--partners", 500);
        this.hanging = given.number("--hanging", 1);
        this.rounds = given.number("--rounds", 5);
    }

    public static void main(String[] arguments) throws Exception {
        Arguments given = Arguments.parse(List.of(arguments));
        Path data = Files.createTempDirectory("tumbuh-load-");
        try (Installation installation = OwnInstallation.start(data)) {
            new WebhooksBenchmark(installation, given).run();
        }
    }

    private void run() throws IOException, InterruptedException, SQLException {
        Machine.print();
        CountDownLatch over = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicReference<Round> current = new AtomicReference<>(new Round(0));
            HttpServer server = server(threads, exchange -> {
                current.get().told(partner(exchange));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            HttpServer silent = server(threads, exchange -> await(over));
            register(server, silent);
            for (int round = 1; round <= rounds; round++) {
                current.set(new Round(partners - hanging));
                open();
                current.get().print(round);
            }
            over.countDown();
            server.stop(0);
            silent.stop(0);
        }
    }

    /** How long after the need opened each partner was told. */
    private static final class Round {
        private final long begun = System.nanoTime();
        private final CountDownLatch waiting;
        private final AtomicLongArray times;

        Round(int partners) {
            waiting = new CountDownLatch(partners);
            times = new AtomicLongArray(partners);
        }

        void told(int partner) {
            if (times.compareAndSet(partner, 0, System.nanoTime() - begun)) {
                waiting.countDown();
            }
        }

        void print(int number) throws InterruptedException {
            boolean all = waiting.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            long[] sorted = new long[times.length()];
            Arrays.setAll(sorted, times::get);
            Arrays.sort(sorted);
            System.out.printf(
                    "round %d: %d of %d told; half after %.2f s, all after %s%n",
                    number,
                    times.length() - waiting.getCount(),
                    times.length(),
                    sorted[sorted.length / 2] / 1e9,
                    all ? "%.2f s".formatted(sorted[sorted.length - 1] / 1e9) : "more than a minute");
        }
    }

    /** The last ones hang. */
    private void register(HttpServer server, HttpServer silent) throws IOException, InterruptedException {
        String tpps = installation.token("tpps", KABUPATEN);
        for (int number = 0; number < partners; number++) {
            String client = "csr-" + number;
            put(
                    tpps,
                    "/v1/partners/" + client,
                    "{\"institution\":\"PT Contoh\",\"area\":\"%s\",\"contact\":\"Manajer CSR\"}".formatted(KABUPATEN));
            HttpServer target = number < partners - hanging ? server : silent;
            put(
                    installation.tokenOf(client, "partner", KABUPATEN),
                    "/v1/partner/webhooks/" + UUID.randomUUID(),
                    "{\"url\":\"http://127.0.0.1:%d/%d\",\"types\":[\"need.opened\"]}"
                            .formatted(target.getAddress().getPort(), number));
        }
        System.out.printf("%d partners listen in %s, the servers of %d hang%n", partners, KABUPATEN, hanging);
    }

    /** As the transaction leaves it that hears of a stunted child and its guardian's consent. */
    private void open() throws SQLException, IOException {
        UUID child = UUID.randomUUID();
        UUID family = UUID.randomUUID();
        UUID need = UUID.randomUUID();
        owner.run(
                "insert into family (id, area_code) values ('%s', '%s')".formatted(family, DESA),
                "insert into child (id, family_id, area_code, stunting) values ('%s', '%s', '%s', 'STUNTED')"
                        .formatted(child, family, DESA),
                """
                insert into permission (consent_id, version, child_id, family_id, area_code, purpose, partner, valid_from,
                    valid_until, withdrawn)
                values (gen_random_uuid(), 1, '%s', '%s', '%s', 'FOSTER_PARENT', null, current_date - 30, current_date + 365,
                    false)""".formatted(child, family, DESA),
                """
                with opened as (
                    insert into need (id, subject_kind, child_id, family_id, area_code, causes, items, rank, first_thousand_days,
                        welfare_rank, rule_version, state, opened_on, reason, version)
                    values ('%s', 'CHILD', '%s', '%s', '%s', array['STUNTED'],
                        '[{"item": "FOOD", "days": 180, "costRupiah": 2700000}]', 40, true, 1, 'need-1.1.1', 'OPEN', current_date,
                        'CAUSE_FOUND', 1)
                    returning id)
                insert into webhook_notice (need_id) select id from opened""".formatted(need, child, family, DESA));
    }

    private void put(String token, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = Target.HTTP.send(
                HttpRequest.newBuilder(URI.create(installation.uri(Component.INTERVENTION) + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IOException(path + " answered " + response.statusCode() + " " + response.body());
        }
    }

    /** Work of a receiver. */
    private interface Taking {
        void take(HttpExchange exchange) throws IOException;
    }

    private static HttpServer server(ExecutorService threads, Taking taking) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            taking.take(exchange);
        });
        server.start();
        return server;
    }

    private static int partner(HttpExchange exchange) {
        return Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
