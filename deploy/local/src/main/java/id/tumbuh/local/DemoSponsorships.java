package id.tumbuh.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Families that agree, civil servants who promise, and a plan that brings them together, as the kabupaten's team would do it: some of
 * the children have a sponsor then, some wait for a partner, and some families were not asked yet. Where anybody has a sponsor it changes
 * nothing.
 */
final class DemoSponsorships {
    private static final String AREA = "36.04";
    private static final int SPONSORS = 60;
    private static final int CHILDREN_OF_EACH = 2;
    /** Of three families one was not asked yet. */
    private static final int ASKED_OF_THREE = 2;
    /** Of ten that are held one is not promised yet. */
    private static final int UNDECIDED_OF_TEN = 1;

    /** So long the help goes on already, so that deliveries are due. */
    private static final int HELPED_DAYS = 30;

    private static final List<String> OPDS =
            List.of("Dinas Kesehatan", "Dinas Pendidikan", "Dinas Pertanian", "Bappeda", "Sekretariat Daerah");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int ALIKE_IN_A_ROW = 3;
    private static final Pattern CHILD = Pattern.compile("\"childId\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final Pattern ID = Pattern.compile("\\{\\s*\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"(\\w+)\"");
    private static final Pattern PLACED = Pattern.compile("\"placed\"\\s*:\\s*(\\d+)");

    private final ServiceApi registry;
    private final ServiceApi intervention;
    private final Consumer<String> tell;
    private final Duration poll;

    DemoSponsorships(ServiceApi registry, ServiceApi intervention, Consumer<String> tell) {
        this(registry, intervention, tell, POLL);
    }

    DemoSponsorships(ServiceApi registry, ServiceApi intervention, Consumer<String> tell, Duration poll) {
        this.registry = registry;
        this.intervention = intervention;
        this.tell = tell;
        this.poll = poll;
    }

    void fill(LocalDate today) throws IOException, InterruptedException {
        if (!placements("").isEmpty()) {
            tell.accept("Sponsors of the demo are there already");
            return;
        }
        List<String> children = childrenInNeed();
        List<String> agreed = children.stream()
                .filter(child -> numbered(child, 3) < ASKED_OF_THREE)
                .toList();
        for (String child : agreed) {
            consent(child, today);
        }
        intervention.post("/v1/sponsors:batch", sponsors(today));
        plan(Math.min(agreed.size(), SPONSORS * CHILDREN_OF_EACH));
        List<String> held = placements("&state=HELD");
        List<String> promised = held.stream()
                .filter(placement -> numbered(placement, 10) >= UNDECIDED_OF_TEN)
                .toList();
        for (String placement : promised) {
            String path = "/v1/placements/" + placement;
            intervention.postOn(
                    path, path + ":commit", "{\"from\": \"%s\", \"days\": 90}".formatted(today.minusDays(HELPED_DAYS)));
        }
        tell.accept(
                "Sponsors: %d children in need, %d of their families agreed, %d have a sponsor and %d are held for one"
                        .formatted(children.size(), agreed.size(), promised.size(), held.size() - promised.size()));
    }

    private List<String> placements(String which) throws IOException, InterruptedException {
        return intervention
                .get("/v1/placements?area=" + AREA + "&limit=1000" + which)
                .all(ID);
    }

    /** They come through Kafka, a moment after the import is done, and in bursts: as many as before, a few times in a row, is all. */
    private List<String> childrenInNeed() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        List<String> before = List.of();
        int same = 0;
        while (System.nanoTime() < end) {
            List<String> now = intervention
                    .get("/v1/needs?area=" + AREA + "&cause=STUNTED&limit=1000")
                    .all(CHILD);
            same = now.size() == before.size() ? same + 1 : 1;
            if (!now.isEmpty() && same == ALIKE_IN_A_ROW) {
                return now;
            }
            before = now;
            LockSupport.parkNanos(poll.toNanos());
        }
        return before;
    }

    private void consent(String child, LocalDate today) throws IOException, InterruptedException {
        String number = child.substring(0, 8);
        registry.post("/v1/consents", """
                {"id": "%s", "childId": "%s", "purpose": "FOSTER_PARENT", "legalBasis": "CONSENT", "givenBy": "MOTHER",
                 "evidence": {"kind": "SIGNED_FORM", "reference": "CONTOH/%s"}, "validFrom": "%s", "validUntil": "%s"}""".formatted(
                        named("consent " + child),
                        child,
                        number,
                        today.withDayOfYear(1),
                        today.withDayOfYear(1).plusYears(1).minusDays(1)));
    }

    private static String sponsors(LocalDate today) {
        return IntStream.range(0, SPONSORS)
                .mapToObj(number -> """
                        {"id": "%s", "kind": "ASN", "institution": "%s", "reference": "ASN-%04d", "area": "%s", "capacity": %d,
                         "from": "%s", "until": "%s"}""".formatted(
                                named("sponsor " + number),
                                OPDS.get(number % OPDS.size()),
                                number + 1,
                                AREA,
                                CHILDREN_OF_EACH,
                                today.withDayOfYear(1),
                                today.withDayOfYear(1).plusYears(2).minusDays(1)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Again, until the consents have come over to the service that plans. */
    private void plan(int places) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        String path = "";
        int placed = 0;
        while (placed < places && System.nanoTime() < end) {
            UUID id = UUID.randomUUID();
            path = "/v1/matchings/" + id;
            intervention.post(
                    "/v1/matchings", "{\"id\": \"%s\", \"area\": \"%s\", \"seconds\": 1}".formatted(id, AREA));
            placed = placed(path, end);
        }
        if (placed > 0) {
            intervention.post(path + ":hold", "{}");
        }
    }

    private int placed(String path, long end) throws IOException, InterruptedException {
        while (System.nanoTime() < end) {
            ServiceApi.Answer run = intervention.get(path);
            if (run.first(STATE).equals("DONE")) {
                return Integer.parseInt(run.first(PLACED));
            }
            LockSupport.parkNanos(poll.toNanos());
        }
        return 0;
    }

    private static int numbered(String id, int parts) {
        return Math.floorMod(UUID.fromString(id).hashCode(), parts);
    }

    private static UUID named(String what) {
        return UUID.nameUUIDFromBytes(("tumbuh demo " + what).getBytes(StandardCharsets.UTF_8));
    }
}
