package id.tumbuh.local;

import id.tumbuh.local.demo.GrowingChild;
import id.tumbuh.local.demo.InventedChildren;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A weighing day at one posyandu, as a kader's phone would send it: the months before, and today's children but some, who are left
 * for whoever opens the form. Sent once more it changes nothing.
 */
final class PosyanduDay {

    private static final int OK = 200;
    private static final int MONTHS_BEFORE = 3;
    private static final int MORE_CHILDREN = 52;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(45);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Pattern CHOICE = Pattern.compile(
            "\\{\"id\":\"([0-9a-f-]{36})\",\"area\":\"([0-9.]+)\",\"children\":(\\d+)(?:,\"name\":\"([^\"]*)\")?");
    private static final Pattern CHILD = Pattern.compile(
            "\\{\"id\":\"([0-9a-f-]{36})\",\"sex\":\"([LP])\",\"birthDate\":\"(\\d{4}-\\d\\d-\\d\\d)\"");
    private static final Pattern TOTAL = Pattern.compile(
            "\"total\":\\{\"s\":(\\d+),\"k\":(\\d+),\"d\":(\\d+),\"n\":(\\d+),\"t\":(\\d+),\"o\":(\\d+),\"b\":(\\d+),"
                    + "\"twiceNotGained\":(\\d+),\"belowRedLine\":(\\d+)");

    private final URI registry;
    private final URI measurement;
    private final String system;
    private final String token;
    private final Consumer<String> tell;
    private final HttpClient http = Http.client();

    private record Posyandu(UUID id, String area, int children, String name) {}

    /** Where the two services answer. */
    record Services(URI registry, URI measurement) {}

    /** The kabupaten's system registers, the kader weighs. */
    record Tokens(String system, String kader) {}

    PosyanduDay(Services services, Tokens tokens, Consumer<String> tell) {
        this.registry = services.registry();
        this.measurement = services.measurement();
        this.system = tokens.system();
        this.token = tokens.kader();
        this.tell = tell;
    }

    /** Weighs the children of the posyandu that has most of them, which is filled up first. */
    void fill(LocalDate today) throws IOException, InterruptedException {
        Posyandu posyandu = largest();
        if (posyandu == null) {
            tell.accept("No weighing day: the demo's kader has no posyandu with children under five");
            return;
        }
        InventedChildren more = new InventedChildren(posyandu.id(), posyandu.area(), MORE_CHILDREN, today);
        post(registry, system, "/v1/families:batch", more.families());
        post(registry, system, "/v1/children:batch", more.children());
        List<GrowingChild> children = roster(posyandu);
        LocalDate heldBackSince = today.minusMonths(MONTHS_BEFORE);
        for (int month = MONTHS_BEFORE; month > 0; month--) {
            LocalDate day = today.minusMonths(month);
            send(children, day, heldBackSince, posyandu.id());
        }
        send(children.stream().filter(child -> child.comes(today)).toList(), today, heldBackSince, posyandu.id());
        tell(posyandu, today);
    }

    /** The import's children reach measurement through Kafka, a moment after the import is done. */
    private @Nullable Posyandu largest() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < end) {
            List<MatchResult> choices = matches(CHOICE, get("/v1/roster/posyandu"));
            if (!choices.isEmpty()) {
                return choices.stream()
                        .map(choice -> new Posyandu(
                                UUID.fromString(choice.group(1)),
                                choice.group(2),
                                Integer.parseInt(choice.group(3)),
                                choice.group(4) == null ? choice.group(1) : choice.group(4)))
                        .max(Comparator.comparingInt(Posyandu::children)
                                .thenComparing(one -> one.id().toString()))
                        .orElseThrow();
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return null;
    }

    /** Those just registered reach measurement through Kafka, a moment later. */
    private List<GrowingChild> roster(Posyandu posyandu) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        List<MatchResult> children = List.of();
        while (children.size() < MORE_CHILDREN && System.nanoTime() < end) {
            children = matches(CHILD, get("/v1/roster?posyandu=" + posyandu.id()));
            if (children.size() < MORE_CHILDREN) {
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
        return children.stream()
                .map(child -> new GrowingChild(
                        UUID.fromString(child.group(1)), child.group(2), LocalDate.parse(child.group(3))))
                .toList();
    }

    private void send(List<GrowingChild> children, LocalDate day, LocalDate heldBackSince, UUID posyandu)
            throws IOException, InterruptedException {
        List<String> rows = new ArrayList<>();
        children.forEach(child -> child.weighed(day, heldBackSince, posyandu).ifPresent(rows::add));
        post(measurement, token, "/v1/measurements:batch", rows);
    }

    /** Rows that are there already answer so and stay as they are. */
    private void post(URI service, String bearer, String path, List<String> rows)
            throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(service.resolve(path))
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("[" + String.join(",", rows) + "]"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException(
                    path + " does not take the weighing day: " + response.statusCode() + " " + response.body());
        }
    }

    private void tell(Posyandu posyandu, LocalDate today) throws IOException, InterruptedException {
        String month = today.toString().substring(0, 7);
        MatchResult total = matches(TOTAL, get("/v1/posyandu/" + posyandu.id() + "/skdn?month=" + month)).stream()
                .findFirst()
                .orElseThrow(() -> new IOException("measurement tells no table of the weighing day"));
        tell.accept(
                "A weighing day at Posyandu %s: S %s, K %s, D %s, N %s, T %s, O %s, B %s; 2T %s, BGM %s; the others still to come"
                        .formatted(
                                posyandu.name(),
                                total.group(1),
                                total.group(2),
                                total.group(3),
                                total.group(4),
                                total.group(5),
                                total.group(6),
                                total.group(7),
                                total.group(8),
                                total.group(9)));
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(authorized(path).GET().build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException("measurement answers " + response.statusCode() + " to " + path);
        }
        return response.body();
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(measurement.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private static List<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }
}
