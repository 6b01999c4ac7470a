package id.tumbuh.reporting.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stream over a real connection: nothing missing, nothing twice, nothing foreign. */
@QuarkusTest
@WithTestResource(RealServers.class)
class StreamTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TOKEN = TestTokens.token("tpps", "74");

    @TestHTTPResource("/v1/stream")
    @SuppressWarnings("NullAway.Init") // injected
    String url;

    @Inject
    Given given;

    @Inject
    MeterRegistry meters;

    @Inject
    Subscribers subscribers;

    @BeforeEach
    void theStreamIsThere() {
        await().atMost(SOON).untilAsserted(() -> {
            try (Subscriber any = subscribe("74.01", TOKEN, null)) {
                assertThat(any.status()).isEqualTo(200);
            }
        });
    }

    @Test
    void aSubscriberSeesWhatHappensInItsAreaAndNothingElse() {
        try (Subscriber serang = subscribe("74.01", TOKEN, null)) {
            given.announced(
                    status("74.02.01.2001", "STUNTED"),
                    status("74.01.01.2001", "STUNTED"),
                    status("74.01.02.2001", "NORMAL"));

            await().atMost(SOON).untilAsserted(() -> assertThat(serang.received).hasSize(2));
            assertThat(serang.received)
                    .extracting(Subscriber.Received::event)
                    .containsExactlyInAnyOrder("measurement.child-became-stunted", "measurement.child-ceased-stunted");
            assertThat(serang.received).allMatch(it -> it.data().contains("\"areaCode\":\"74.01."));
            assertThat(serang.received.getFirst().data())
                    .startsWith("{\"specversion\":\"1.0\"")
                    .contains("\"type\":\"id.tumbuh.measurement.child-");
        }
    }

    @Test
    void onlyTheTypesAskedForArrive() {
        String onlyCeased = url + "?area=74.03&types=measurement.child-ceased-stunted";
        try (Subscriber subscriber = Subscriber.to(onlyCeased, TOKEN, null)) {
            given.announced(status("74.03.01.2001", "STUNTED"), status("74.03.01.2001", "NORMAL"));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(subscriber.received).hasSize(1));
            assertThat(subscriber.received.getFirst().event()).isEqualTo("measurement.child-ceased-stunted");
        }
    }

    @Test
    void aSubscriberThatIsCutOffAgainAndAgainSeesEveryEventOnce() {
        Random random = new Random(7);
        List<String> seen = new ArrayList<>();
        String cursor;
        try (Subscriber first = subscribe("74.04", TOKEN, null)) {
            given.announced(status("74.04.01.2001", "STUNTED"));
            await().atMost(SOON).untilAsserted(() -> assertThat(first.received).hasSize(1));
            seen.addAll(first.ids());
            cursor = first.lastCursor();
        }
        int announced = 1;
        for (int cut = 0; cut < 8; cut++) {
            int more = 5 + random.nextInt(40);
            for (int i = 0; i < more; i++) {
                given.announced(status("74.04.0" + (1 + random.nextInt(4)) + ".2001", "STUNTED"));
            }
            announced += more;
            int enough = 1 + random.nextInt(more);
            try (Subscriber again = subscribe("74.04", TOKEN, cursor)) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(again.received).hasSizeGreaterThanOrEqualTo(enough));
                List<Subscriber.Received> kept = again.received.subList(0, enough);
                seen.addAll(again.ids().subList(0, enough));
                cursor = kept.getLast().id();
            }
        }
        int all = announced;
        try (Subscriber last = subscribe("74.04", TOKEN, cursor)) {
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(seen.size() + last.received.size()).isEqualTo(all));
            seen.addAll(last.ids());
        }
        assertThat(new HashSet<>(seen)).hasSize(all);
    }

    @Test
    void sinceReplaysWhatHappenedBefore() {
        Instant before = Instant.now().minusSeconds(1);
        given.announced(status("74.05.01.2001", "STUNTED"), status("74.05.01.2001", "STUNTED"));
        await().atMost(SOON).untilAsserted(() -> {
            try (Subscriber late = Subscriber.to(url + "?area=74.05&since=" + before, TOKEN, null)) {
                await().atMost(Duration.ofSeconds(5))
                        .untilAsserted(() -> assertThat(late.received).hasSize(2));
            }
        });
    }

    @Test
    void anotherKabupatenIsNotThere() {
        given().auth()
                .oauth2(TestTokens.token("tpps", "74.01"))
                .get("/v1/stream?area=74.02")
                .then()
                .statusCode(404);
        given().get("/v1/stream?area=74.01").then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.token("kader", "74.01"))
                .get("/v1/stream?area=74.01")
                .then()
                .statusCode(403);
    }

    @Test
    void withoutAnAreaASubscriberSeesAllThatIsItsOwn() {
        try (Subscriber own = Subscriber.to(url, TestTokens.token("tpps", "74.06", "74.07.01"), null)) {
            assertThat(own.status()).isEqualTo(200);
            given.announced(
                    status("74.06.01.2001", "STUNTED"),
                    status("74.07.01.2001", "STUNTED"),
                    status("74.07.02.2001", "STUNTED"),
                    status("74.08.01.2001", "STUNTED"));

            await().atMost(SOON).untilAsserted(() -> assertThat(own.received).hasSize(2));
        }
    }

    @Test
    void aCursorOfAnotherInstallationIsAProblemAndNotAGap() {
        String beyond = new Position(new long[] {9, 9, 9}).encoded();
        for (String cursor : List.of("nonsense", beyond, "")) {
            given().auth()
                    .oauth2(TOKEN)
                    .header("Last-Event-ID", cursor.isEmpty() ? "AQ" : cursor)
                    .get("/v1/stream?area=74.01")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("INVALID_CURSOR"));
        }
    }

    @Test
    void theStreamEndsWithTheToken() {
        String shortLived = TestTokens.signed(TestTokens.claims("tpps", "74.01").expiredSince(Duration.ofSeconds(-3)));
        try (Subscriber subscriber = subscribe("74.01", shortLived, null)) {
            assertThat(subscriber.status()).isEqualTo(200);
            assertThat(subscriber.ended()).isFalse();
            await().atMost(SOON).until(subscriber::ended);
        }
    }

    @Test
    void whoHearsOfNothingIsToldThatTheConnectionStandsAlsoWhileMuchHappensElsewhere() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        Thread elsewhere = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                given.announced(status("86.21.01.2001", "STUNTED"));
            }
        });
        try (Subscriber quiet = Subscriber.to(url + "?area=86.20", TestTokens.token("tpps", "86"), null)) {
            await().atMost(SOON).until(() -> quiet.heartbeats.get() >= 3);
            assertThat(quiet.received).isEmpty();
        } finally {
            over.set(true);
            elsewhere.join();
        }
    }

    @Test
    void whoTakesNothingIsClosedAndComesBackWithoutAGapOrARepeat() {
        String token = TestTokens.token("tpps", "86");
        double droppedBefore = dropped();
        List<String> announced = new ArrayList<>();
        try (Subscriber slow = Subscriber.notReading(url + "?area=86.22", token, null)) {
            for (int i = 0; i < 150; i++) {
                Announcement large = large("86.22.01.2001");
                announced.add(large.key());
                given.announced(large);
            }
            await().atMost(SOON).until(() -> dropped() > droppedBefore);
            slow.reads();
            await().atMost(SOON).until(slow::ended);
            assertThat(slow.received).isNotEmpty().hasSizeLessThan(150);
            try (Subscriber again = Subscriber.to(url + "?area=86.22", token, slow.lastCursor())) {
                await().atMost(SOON).until(() -> slow.received.size() + again.received.size() >= announced.size());
                List<String> seen = new ArrayList<>(slow.subjects());
                seen.addAll(again.subjects());
                assertThat(seen).containsExactlyElementsOf(announced);
            }
        }
    }

    @Test
    void whoTakesNothingIsClosedWhenItsTokenEnds() {
        String token = TestTokens.signed(TestTokens.claims("tpps", "86").expiredSince(Duration.ofSeconds(-2)));
        try (Subscriber slow = Subscriber.notReading(url + "?area=86.23", token, null)) {
            int before = subscribers.count();
            double droppedBefore = dropped();
            for (int i = 0; i < 120; i++) {
                given.announced(large("86.23.01.2001"));
            }
            await().atMost(SOON).until(() -> subscribers.count() < before);
            assertThat(dropped()).isEqualTo(droppedBefore);
            slow.reads();
            await().atMost(SOON).until(slow::ended);
        }
    }

    @Test
    void manyWhoComeBackAtOnceWithOldCursorsAllGetWhatTheyMissed() {
        String token = TestTokens.token("tpps", "86");
        String cursor;
        try (Subscriber first = Subscriber.to(url + "?area=86.24", token, null)) {
            given.announced(status("86.24.01.2001", "STUNTED"));
            await().atMost(SOON).until(() -> first.received.size() == 1);
            cursor = first.lastCursor();
        }
        for (int i = 0; i < 5; i++) {
            given.announced(status("86.24.01.2001", "STUNTED"));
        }
        given.announced(IntStream.range(0, 300)
                .mapToObj(it -> status("86.25.01.2001", "NORMAL")) // the tail holds 200
                .toList());
        List<Subscriber> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                crowd.add(Subscriber.to(url + "?area=86.24", token, cursor));
            }
            for (Subscriber one : crowd) {
                await().atMost(SOON).until(() -> one.received.size() >= 5);
                assertThat(new HashSet<>(one.ids())).hasSize(5);
                assertThat(one.received).hasSize(5);
            }
        } finally {
            crowd.forEach(Subscriber::close);
        }
    }

    private double dropped() {
        return meters.get("tumbuh.stream.dropped").counter().count();
    }

    /** All of one family, so that they are in order. */
    private static Announcement large(String desa) {
        String id = UUID.randomUUID().toString();
        String body = "{\"areaCode\":\"%s\",\"version\":1,\"padding\":\"%s\"}".formatted(desa, "x".repeat(100_000));
        return Given.event("measurement.faltering", "measurement.growth-faltered", id, desa, 1, body);
    }

    private Subscriber subscribe(String area, String token, @Nullable String cursor) {
        return Subscriber.to(url + "?area=" + area, token, cursor);
    }

    private static Announcement status(String desa, String stunting) {
        return Given.status(UUID.randomUUID(), 1, desa, stunting);
    }
}
