package id.tumbuh.intervention.webhook;

import static id.tumbuh.intervention.partner.PartnerWorld.as;
import static id.tumbuh.intervention.partner.PartnerWorld.hold;
import static id.tumbuh.intervention.partner.PartnerWorld.listed;
import static id.tumbuh.intervention.partner.PartnerWorld.move;
import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.partner.PartnerWorld;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class WebhookTest {
    private static final String PLACEMENTS =
            "[\"placement.held\",\"placement.committed\",\"placement.renewed\",\"placement.ended\"]";
    private static final String NEEDS = "[\"need.opened\"]";

    @Inject
    PartnerWorld world;

    @Inject
    TestDatabase database;

    @Inject
    FanOut fanOut;

    @Inject
    Dispatcher dispatcher;

    private final String area = PartnerWorld.kabupaten();
    private final String desa = area + ".01.2001";
    private final String one = "csr-satu-" + area;
    private final String two = "csr-dua-" + area;
    private final UUID hook = UUID.randomUUID();
    private Receiver receiver;

    @BeforeEach
    void open() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        // what other tests send must not come back to this one
        database.write("delete from webhook_endpoint where client in (?, ?)", one, two);
        database.write("delete from webhook_endpoint where client like ?", "csr-banyak-" + area + "%");
        receiver.close();
    }

    @Test
    void whatHappensToOwnPlacementsIsToldAndSignedAsThePublicLibraryReadsIt() throws WebhookVerificationException {
        UUID sponsor = world.partner(one, area);
        PartnerWorld.Child child = world.child(desa);
        String secret = put(one, hook, receiver.url("/hook"), PLACEMENTS).path("secret");
        String name = listed(one, area).getFirst();
        UUID id = UUID.randomUUID();

        hold(one, area, id, name, sponsor).then().statusCode(201);
        move(one, area, id, "commit", 1, "{}").then().statusCode(200);
        move(one, area, id, "renew", 2, "{\"days\":30}").then().statusCode(200);
        move(one, area, id, "release", 3, "").then().statusCode(200);
        sendAll();

        assertThat(types())
                .containsExactlyInAnyOrder(
                        "placement.held", "placement.committed", "placement.renewed", "placement.ended");
        for (Receiver.Received request : receiver.received()) {
            new Webhook(secret).verify(request.body(), request.headers());
            assertThat(request.body())
                    .contains(name, id.toString())
                    .doesNotContain(
                            child.id().toString(), child.home().familyId().toString(), desa);
        }
        assertThatThrownBy(() -> new Webhook(secret)
                        .verify(
                                receiver.received().getFirst().body() + " ",
                                receiver.received().getFirst().headers()))
                .isInstanceOf(WebhookVerificationException.class);
        log(one, hook)
                .then()
                .body("$", hasSize(4))
                .body("[0].state", equalTo("DELIVERED"))
                .body("[0].lastStatus", equalTo(204));
    }

    @Test
    void anEndMadeByATeamThatDoesNotSeeTheSponsorIsToldToo() {
        UUID sponsor = world.partner(one, area); // of the kabupaten
        world.child(desa);
        put(one, hook, receiver.url("/hook"), PLACEMENTS);
        UUID id = UUID.randomUUID();
        hold(one, area, id, listed(one, area).getFirst(), sponsor).then().statusCode(201);

        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, area + ".01"))
                .header("If-Match", "\"1\"")
                .post("/v1/placements/{id}:release", id)
                .then()
                .statusCode(200);
        sendAll();

        assertThat(types()).containsExactlyInAnyOrder("placement.held", "placement.ended");
    }

    @Test
    void whoCouldHelpNowIsToldOnceAndByNamesOfItsOwn() {
        world.partner(one, area);
        world.partner(two, area);
        UUID other = UUID.randomUUID();
        put(one, hook, receiver.url("/one"), NEEDS);
        put(two, other, receiver.url("/two"), NEEDS);
        PartnerWorld.Child child = world.withoutConsent(desa, null);
        sendAll();
        assertThat(receiver.received()).isEmpty();

        world.consent(child);
        sendAll();
        world.consent(child);
        sendAll();

        assertThat(receiver.received()).hasSize(2);
        JsonPath first = to("/one").getFirst();
        JsonPath second = to("/two").getFirst();
        assertThat(first.getString("data.child")).isEqualTo(listed(one, area).getFirst());
        assertThat(first.getString("data.kecamatan")).isEqualTo(area + ".01");
        assertThat(second.getString("data.child")).isNotEqualTo(first.getString("data.child"));
        Set<String> ids = new HashSet<>();
        receiver.received().forEach(request -> ids.add(request.header("webhook-id")));
        assertThat(ids).hasSize(2);
        assertThat(first.getString("timestamp")).endsWith(":00:00Z");
    }

    @Test
    void whatIsQueuedOfSomebodyWhoTookItsConsentBackIsNotSent() {
        UUID sponsor = world.partner(one, area);
        PartnerWorld.Child child = world.child(desa);
        put(one, hook, receiver.url("/"), PLACEMENTS);
        hold(one, area, UUID.randomUUID(), listed(one, area).getFirst(), sponsor)
                .then()
                .statusCode(201);

        world.withdraw(child);
        sendAll();

        assertThat(types()).containsExactly("placement.ended");
        JsonPath end = to("/").getFirst();
        assertThat(end.getString("data.reason")).isEqualTo("CONSENT_WITHDRAWN");
        assertThat(end.getString("data.kecamatan")).isNull();
        log(one, hook).then().body("state", contains("DELIVERED", "WITHDRAWN"));
    }

    @Test
    void aFailureIsTriedAgainAfterAPauseUnderTheSameIdAndAtLastDisablesTheEndpoint() {
        world.partner(one, area);
        put(one, hook, receiver.url("/"), PLACEMENTS);
        receiver.answers(503);
        test(one, hook).then().statusCode(202);

        sendAll();
        assertThat(receiver.received()).hasSize(1);
        sendAll();
        assertThat(receiver.received()).as("it waits").hasSize(1);
        due();
        sendAll();
        due();
        sendAll();

        assertThat(receiver.received()).hasSize(3);
        assertThat(receiver.received().stream()
                        .map(request -> request.header("webhook-id"))
                        .distinct())
                .hasSize(1);
        as(one, area).get("/v1/partner/webhooks").then().body("[0].disabled", equalTo("RETRIES_EXHAUSTED"));
        log(one, hook).then().body("[0].state", equalTo("FAILED")).body("[0].lastStatus", equalTo(503));
        test(one, hook).then().statusCode(409).body("code", equalTo("WEBHOOK_DISABLED"));
        receiver.answers(200);
        put(one, hook, receiver.url("/"), PLACEMENTS).then().statusCode(200).body("disabled", nullValue());
        String delivery = log(one, hook).path("[0].id");
        as(one, area)
                .post("/v1/partner/webhooks/{id}/deliveries/{d}:redeliver", hook, delivery)
                .then()
                .statusCode(202);
        // a connection that breaks after the request makes it come once more, under the same id
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            due();
            sendAll();
            log(one, hook).then().body("[0].state", equalTo("DELIVERED"));
        });
        assertThat(receiver.received()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void whoAnswersGoneIsToldNoMore() {
        world.partner(one, area);
        put(one, hook, receiver.url("/"), PLACEMENTS);
        receiver.answers(410);
        test(one, hook);
        sendAll();

        as(one, area).get("/v1/partner/webhooks").then().body("[0].disabled", equalTo("GONE"));
    }

    @Test
    void aRedirectIsNotFollowed() {
        world.partner(one, area);
        put(one, hook, receiver.url("/"), PLACEMENTS);
        receiver.answers(302);
        test(one, hook);
        sendAll();

        assertThat(receiver.received()).extracting(Receiver.Received::path).containsExactly("/");
        log(one, hook).then().body("[0].state", equalTo("PENDING")).body("[0].lastError", equalTo("ANSWER"));
    }

    @Test
    void afterARotationBothSecretsSign() throws WebhookVerificationException {
        world.partner(one, area);
        String before = put(one, hook, receiver.url("/"), PLACEMENTS).path("secret");
        String after =
                as(one, area).post("/v1/partner/webhooks/{id}:rotate", hook).path("secret");
        test(one, hook);
        sendAll();

        assertThat(after).isNotEqualTo(before);
        Receiver.Received request = receiver.received().getFirst();
        new Webhook(before).verify(request.body(), request.headers());
        new Webhook(after).verify(request.body(), request.headers());
        database.write("update webhook_endpoint set previous_until = now() where client = ?", one);
        test(one, hook);
        sendAll();
        Receiver.Received later = receiver.received().getLast();
        new Webhook(after).verify(later.body(), later.headers());
        assertThatThrownBy(() -> new Webhook(before).verify(later.body(), later.headers()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void aSecretIsShownOnceAndStoredSealed() {
        world.partner(one, area);
        Response made = put(one, hook, receiver.url("/"), PLACEMENTS);
        made.then().statusCode(201).body("secret", startsWith("whsec_"));

        put(one, hook, receiver.url("/"), PLACEMENTS).then().statusCode(200).body("secret", nullValue());
        as(one, area).get("/v1/partner/webhooks").then().body("[0].secret", nullValue());
        byte[] key = Base64.getDecoder().decode(made.<String>path("secret").substring(6));
        byte[] stored =
                (byte[]) requireNonNull(database.row("select secret from webhook_endpoint where client = ?", one)
                        .get("secret"));
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
    }

    @Test
    void anotherPartnersWebhookIsAnsweredAsOneThatIsNotThere() {
        world.partner(one, area);
        world.partner(two, area);
        put(one, hook, receiver.url("/"), PLACEMENTS);
        UUID none = UUID.randomUUID();

        for (String action : List.of(":rotate", ":test", "/deliveries/" + none + ":redeliver")) {
            Response foreign = as(two, area).post("/v1/partner/webhooks/{id}" + action, hook);
            assertThat(foreign.statusCode()).isEqualTo(404);
            assertThat(foreign.asString())
                    .isEqualTo(as(two, area)
                            .post("/v1/partner/webhooks/{id}" + action, none)
                            .asString());
        }
        as(two, area).get("/v1/partner/webhooks/{id}/deliveries", hook).then().statusCode(404);
        as(two, area).delete("/v1/partner/webhooks/{id}", hook).then().statusCode(404);
        put(two, hook, receiver.url("/"), PLACEMENTS).then().statusCode(201);
        as(one, area).delete("/v1/partner/webhooks/{id}", hook).then().statusCode(204);
        as(two, area).get("/v1/partner/webhooks").then().body("$", hasSize(1));
    }

    @Test
    void aDeliveryWhoseReplicaDiedIsTakenUpWhenItsLeaseRunsOut() {
        world.partner(one, area);
        put(one, hook, receiver.url("/"), PLACEMENTS);
        test(one, hook);
        database.write(
                "update webhook_delivery set attempts = 1, leased_until = now() + interval '1 hour' where client = ?",
                one);
        sendAll();
        assertThat(receiver.received()).isEmpty();

        database.write("update webhook_delivery set leased_until = now() - interval '1 second' where client = ?", one);
        sendAll();

        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void aSuspendedPartnerIsToldNothing() {
        world.partner(one, area);
        put(one, hook, receiver.url("/"), PLACEMENTS);
        test(one, hook);
        PartnerWorld.register(one, area, true, "\"1\"").then().statusCode(200);
        sendAll();

        assertThat(receiver.received()).isEmpty();
    }

    /** One of twenty hangs: the others are told as if it were not there. */
    @Test
    void oneThatHangsDelaysNoOther() throws IOException {
        int partners = 20;
        try (Receiver hanging = new Receiver()) {
            hanging.hangs();
            List<String> clients = new ArrayList<>();
            for (int number = 0; number < partners; number++) {
                String client = "csr-banyak-" + area + "-" + number;
                world.partner(client, area);
                String url = number == 0 ? hanging.url("/") : receiver.url("/" + number);
                put(client, UUID.randomUUID(), url, NEEDS).then().statusCode(201);
                clients.add(client);
            }
            world.child(desa);
            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        fanOut.step();
                        dispatcher.step();
                        return receiver.received().size() == partners - 1
                                && hanging.received().size() == 1;
                    });
            log(clients.getFirst(), null)
                    .then()
                    .body("[0].attempts", equalTo(1))
                    .body("[0].lastError", nullValue());
            assertThat(receiver.received().stream().map(Receiver.Received::path).distinct())
                    .hasSize(partners - 1);
            settle();
            log(clients.getFirst(), null)
                    .then()
                    .body("[0].state", equalTo("PENDING"))
                    .body("[0].lastError", equalTo("TIMEOUT"));
        }
    }

    private Response put(String client, UUID id, String url, String types) {
        return as(client, area)
                .body("{\"url\":\"%s\",\"types\":%s}".formatted(url, types))
                .put("/v1/partner/webhooks/{id}", id);
    }

    private Response test(String client, UUID id) {
        return as(client, area).post("/v1/partner/webhooks/{id}:test", id);
    }

    private Response log(String client, @Nullable UUID id) {
        String endpoint =
                id == null ? as(client, area).get("/v1/partner/webhooks").path("[0].id") : id.toString();
        return as(client, area).get("/v1/partner/webhooks/{id}/deliveries", endpoint);
    }

    private List<String> types() {
        return receiver.received().stream()
                .map(request -> JsonPath.from(request.body()).getString("type"))
                .toList();
    }

    private List<JsonPath> to(String path) {
        return receiver.received().stream()
                .filter(request -> request.path().equals(path))
                .map(request -> JsonPath.from(request.body()))
                .toList();
    }

    /** Sends what is due until nothing is, and waits for the answers. */
    private void sendAll() {
        do {
            while (fanOut.step() > 0) {
                // the next portion
            }
        } while (sent());
    }

    private boolean sent() {
        boolean any = dispatcher.step() > 0;
        settle();
        return any;
    }

    private void settle() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> database.rows(
                                "select 1 from webhook_delivery where client like ? and state = 'PENDING' and leased_until > now()"
                                        + " and leased_until < now() + interval '10 minutes'",
                                "%" + area + "%")
                        .isEmpty());
    }

    private void due() {
        database.write("update webhook_delivery set next_at = now() where client = ? and state = 'PENDING'", one);
    }
}
