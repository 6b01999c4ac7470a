package id.tumbuh.reporting.arrival;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of how events arrive, and what is not. Each test has a kabupaten of its own; registry is another service and told here. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ArrivalTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String MEASURED = "id.tumbuh.measurement.child-measured.v1";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    NoteArrivals consumer;

    @Inject
    Arrivals arrivals;

    @Inject
    @RestClient
    RegistrySources registry;

    @BeforeEach
    void registryIsAway() {
        registryTells((_, _) -> {
            throw new ProcessingException("away");
        });
    }

    private void registryTells(RegistrySources answer) {
        QuarkusMock.installMockForInstance(answer, registry);
    }

    @Test
    void whatComesOverTheBrokerIsSeenWithItsAgeAndItsVersion() {
        given.announced(
                Given.areas("64.21", "Rajin"),
                Measured.of(UUID.randomUUID(), MonthCounters.today(), "64.21.01.2001")
                        .event());

        await().atMost(SOON)
                .untilAsserted(() -> arrivals("64.21", "tpps", "64.21")
                        .statusCode(200)
                        .body("kabupaten.size()", equalTo(1))
                        .body("kabupaten[0].name", equalTo("Rajin"))
                        .body("kabupaten[0].events", equalTo(1))
                        .body("kabupaten[0].state", equalTo("FINE"))
                        .body("kabupaten[0].delay.percentile", equalTo(95))
                        .body("kabupaten[0].delay.longer", equalTo(false))
                        .body("kabupaten[0].schemas.type", equalTo(List.of(MEASURED))));
    }

    @Test
    void whatIsReadAgainIsCountedOnce() {
        known("64.22");
        List<ReceivedEvent> batch = events("64.22", 20);
        apply(batch, Duration.ofSeconds(3));
        apply(batch, Duration.ofSeconds(3));
        apply(batch.subList(10, 20), Duration.ofHours(3));

        assertThat(of("64.22").events()).isEqualTo(20);
        assertThat(of("64.22").delay()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void oneInTwentyThatNeedsLongerThanTheRuleAllowsIsLate() {
        known("64.23");
        apply(events("64.23", 19), Duration.ofSeconds(3));
        apply(events("64.23", 1), Duration.ofMinutes(119));
        assertThat(of("64.23").state()).isEqualTo(Arrived.State.FINE);

        apply(events("64.23", 1), Duration.ofMinutes(119));
        assertThat(of("64.23").state()).isEqualTo(Arrived.State.LATE);
        assertThat(of("64.23").delay()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void whoeverSentNothingForLongIsSilentAndWhoNeverDidIsNotKnown() {
        known("64.24");
        assertThat(of("64.24").state()).isEqualTo(Arrived.State.UNKNOWN);
        assertThat(of("64.24").lastReceived()).isNull();
        apply(events("64.24", 1), Duration.ofSeconds(3));

        lastHeard("64.24", "71 hours");
        assertThat(of("64.24").state()).isEqualTo(Arrived.State.FINE);
        lastHeard("64.24", "73 hours");
        assertThat(of("64.24").state()).isEqualTo(Arrived.State.SILENT);
    }

    @Test
    void ofWhatHappenedBeforeTheWatchNothingIsSaid() {
        known("64.25");
        String told = "{\"areaCode\":\"64.25.01.2001\"}";
        List<ReceivedEvent> events =
                new ArrayList<>(List.of(event("64.25", told, Instant.now().minus(Duration.ofDays(4000)))));
        events.add(event("64.25", "{\"childId\":\"x\"}", Instant.now()));
        events.add(event("64.25", "not json", Instant.now()));
        events.add(event("64.25", "", Instant.now()));
        apply(events, Duration.ZERO);

        assertThat(of("64.25").events()).isZero();
        assertThat(of("64.25").delay()).isNull();
        arrivals("64.25", "tpps", "64.25")
                .body("kabupaten[0].delay", nullValue())
                .body("ledgerKnown", equalTo(false))
                .body("kabupaten[0].ledger", nullValue());
    }

    /** Systems of one kabupaten are taken together; one of several belongs to none of them. */
    @Test
    void registrysLedgerStandsBeside() {
        known("64.26");
        registryTells((_, _) -> List.of(
                sender("siga", List.of("64.26"), 3),
                sender("puskesmas", List.of("64.26.01", "64.26.02"), 4),
                sender("provinsi", List.of("64"), 5),
                sender("dua", List.of("64.26", "64.27"), 6),
                sender("lain", List.of("64.27"), 7)));

        arrivals("64.26", "tpps", "64")
                .body("ledgerKnown", equalTo(true))
                .body("kabupaten[0].ledger.rejected", equalTo(7))
                .body("kabupaten[0].ledger.unchanged", equalTo(70))
                .body("severalKabupaten.name", equalTo(List.of("provinsi", "dua")));
    }

    @Test
    void itIsOfTheReadersAreas() {
        known("64.28");
        arrivals("64.28", "tpps", "64.29").statusCode(404);
        arrivals("64", "tpps", "64.28").statusCode(404);
        arrivals("64", "bkkbn", "64").statusCode(200).body("kabupaten.area", hasItem("64.28"));
        arrivals("64", "partner", "64").statusCode(403);
        arrivals("x", "tpps", "64").statusCode(400);
        given().get("/v1/arrivals?area=64").then().statusCode(401);
    }

    private static RegistrySources.Sender sender(String name, List<String> owner, int rejected) {
        return new RegistrySources.Sender(
                name, owner, 0, new RegistrySources.Sent(1, 100, 90, 10L * rejected, rejected, 0));
    }

    private static ValidatableResponse arrivals(String area, String role, String wilayah) {
        return given().auth()
                .oauth2(TestTokens.token(role, wilayah))
                .get("/v1/arrivals?area=" + area)
                .then();
    }

    private void known(String kabupaten) {
        given.announced(Given.areas(kabupaten, "Contoh"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(database.read(Scope.everywhere(), sql -> arrivals.of(sql, kabupaten))
                                .kabupaten())
                        .hasSize(1));
    }

    private Arrived of(String kabupaten) {
        return database.read(Scope.everywhere(), sql -> arrivals.of(sql, kabupaten))
                .kabupaten()
                .getFirst();
    }

    /** So long after they happened. */
    private void apply(List<ReceivedEvent> events, Duration age) {
        database.write(Scope.everywhere(), tx -> {
            consumer.apply(tx, events, Instant.now().plus(age));
            return null;
        });
    }

    private void lastHeard(String kabupaten, String ago) {
        database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .execute(
                                "update arrival set last_received = now() - cast(? as interval) where area_code = ?",
                                ago,
                                kabupaten));
    }

    private static List<ReceivedEvent> events(String kabupaten, int count) {
        List<ReceivedEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(
                    kabupaten,
                    "{\"child\":{\"areaCode\":\"11.11\"},\"areaCode\":\"" + kabupaten + ".01.2001\"}",
                    Instant.now()));
        }
        return events;
    }

    private static long offset;

    /** Of a topic of its own, so that the real ones go on meanwhile. */
    private static ReceivedEvent event(String kabupaten, String body, Instant time) {
        return new ReceivedEvent(
                UUID.randomUUID(),
                MEASURED,
                "test.arrivals",
                0,
                offset++,
                kabupaten,
                1,
                time,
                null,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
