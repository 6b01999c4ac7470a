package id.tumbuh.intervention.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a kabupaten of its own (96.04); a kecamatan for each test. */
@QuarkusTest
@WithTestResource(RealServers.class)
class DeliveryResourceTest {
    private static final LocalDate FROM = LocalDate.of(2026, 8, 15);
    private static int kecamatan = 10;

    @Inject
    Promises promises;

    @Inject
    TestDatabase database;

    @Inject
    MissInTime missInTime;

    private final String area = "96.04." + kecamatan++ + ".2001";
    private final UUID child = UUID.randomUUID();
    private final Home home = new Home(UUID.randomUUID(), new AreaCode(area));

    @Test
    void aPromiseIsPlannedAndTheKaderTellsWhatBecameOfIt() {
        UUID placement = promises.commit(child, home, FROM, 21);
        UUID kitchen = kitchen(area);
        stock(kitchen, 20);

        kader().get("/v1/deliveries?placement={id}&state=PLANNED", placement)
                .then()
                .header("Cache-Control", equalTo("no-store"))
                .body("", hasSize(3))
                .body("unit[0]", equalTo("MEAL_DAY"))
                .body("day[0]", nullValue());
        send(row(id(placement, 0), "\"DELIVERED\",\"quantity\":7" + by(kitchen, 15)))
                .then()
                .body("outcome", contains("CREATED"));
        send(row(id(placement, 7), "\"MISSED\",\"reason\":\"NOT_HOME\"")).then().body("outcome", contains("CREATED"));

        kader().get("/v1/deliveries/{id}", id(placement, 0))
                .then()
                .body("state", equalTo("DELIVERED"))
                .body("quantity", equalTo(7))
                .body("providerId", equalTo(kitchen.toString()))
                .body("version", equalTo(2));
        tpps().get("/v1/deliveries/summary?area={area}&from=2026-08-01&to=2026-09-30", area)
                .then()
                .body("total.promised", equalTo(3))
                .body("total.delivered", equalTo(1))
                .body("total.missed", equalTo(1))
                .body("total.open", equalTo(1))
                .body("rows.area", contains(area));
        tpps().get("/v1/providers/{id}/stock", kitchen).then().body("[0].left", equalTo(5));
        assertThat(database.announced(home.familyId()))
                .contains("placement-committed 2", "delivery-made 2", "delivery-missed 2");
    }

    @Test
    void aDeviceThatSendsItsDayAgainChangesNothing() {
        UUID placement = promises.commit(child, home, FROM, 21);
        String rows = row(id(placement, 0), "\"DELIVERED\",\"quantity\":7") + ","
                + row(id(placement, 7), "\"REFUSED\",\"reason\":\"ALLERGY\"");

        send(rows).then().body("outcome", contains("CREATED", "CREATED"));
        send(rows).then().body("outcome", contains("UNCHANGED", "UNCHANGED"));

        assertThat(database.announced(home.familyId()).stream()
                        .filter(event -> event.startsWith("delivery"))
                        .toList())
                .containsExactly("delivery-made 2", "delivery-refused 2");
    }

    @Test
    void whatWasToldIsCorrectedWithAReasonAndItsStockComesBack() {
        UUID placement = promises.commit(child, home, FROM, 7);
        UUID kitchen = kitchen(area);
        stock(kitchen, 20);
        UUID id = id(placement, 0);
        send(row(id, "\"DELIVERED\",\"quantity\":7" + by(kitchen, 15))).then().body("outcome", contains("CREATED"));

        send(row(id, "\"DELIVERED\",\"quantity\":5" + by(kitchen, 10))).then().body("outcome", contains("CONFLICT"));
        send(row(id, "\"DELIVERED\",\"quantity\":5,\"correction\":\"WRONG_QUANTITY\"" + by(kitchen, 10)))
                .then()
                .body("outcome", contains("CREATED"));
        send(row(id, "\"DELIVERED\",\"quantity\":7" + by(kitchen, 15))).then().body("outcome", contains("UNCHANGED"));

        tpps().get("/v1/providers/{id}/stock", kitchen).then().body("[0].left", equalTo(10));
        kader().get("/v1/deliveries/{id}/reports", id)
                .then()
                .body("quantity", contains(7, 5))
                .body("correction", contains(nullValue(), equalTo("WRONG_QUANTITY")));
    }

    @Test
    void aKitchenDoesNotGiveWhatItHasNot() {
        UUID placement = promises.commit(child, home, FROM, 21);
        UUID kitchen = kitchen(area);
        stock(kitchen, 20);

        send(row(id(placement, 0), "\"DELIVERED\",\"quantity\":7" + by(kitchen, 15)) + ","
                        + row(id(placement, 7), "\"DELIVERED\",\"quantity\":7" + by(kitchen, 15)) + ","
                        + row(id(placement, 14), "\"DELIVERED\",\"quantity\":7" + by(kitchen, 5)))
                .then()
                .body("outcome", contains("CREATED", "INVALID", "CREATED"))
                .body("problem[1].errors[0].pointer", equalTo("/taken/quantity"))
                .body("problem[1].errors[0].reason", equalTo("STOCK_SHORT"));

        assertThat(database.row("select state from delivery where id = ?", id(placement, 7)))
                .containsEntry("state", "PLANNED");
    }

    @Test
    void whatNobodyToldIsMissedAfterItsGraceAndALateReportIsBelieved() {
        UUID placement = promises.commit(child, home, FROM, 14);

        miss(FROM.plusDays(3));
        assertThat(state(placement, 0)).isEqualTo("PLANNED");
        miss(FROM.plusDays(4));
        assertThat(state(placement, 0)).isEqualTo("MISSED");
        assertThat(state(placement, 7)).isEqualTo("PLANNED");
        send(row(id(placement, 0), "\"DELIVERED\",\"quantity\":7")).then().body("outcome", contains("CREATED"));

        assertThat(state(placement, 0)).isEqualTo("DELIVERED");
        assertThat(database.announced(home.familyId())).contains("delivery-missed 2", "delivery-made 3");
    }

    @Test
    void aRenewalPlansMoreAndAReleaseCancelsWhatIsLeft() {
        UUID placement = promises.commit(child, home, LocalDate.of(2098, 1, 1), 14);
        Promises.move(placement, "renew", 2, "{\"days\":14}").then().statusCode(200);
        kader().get("/v1/deliveries?placement={id}", placement).then().body("", hasSize(4));

        Promises.move(placement, "release", 3, "").then().statusCode(200);

        kader().get("/v1/deliveries?placement={id}&state=CANCELLED", placement)
                .then()
                .body("", hasSize(4));
    }

    @Test
    void aWithdrawnConsentCancelsAtOnceAndNothingCanBeToldOfIt() {
        LocalDate today = Days.today();
        UUID placement = promises.commit(child, home, today, 7);
        promises.withdraw(child, home);

        send("{\"id\":\"%s\",\"day\":\"%s\",\"outcome\":\"DELIVERED\",\"quantity\":7}"
                        .formatted(DeliveryPlan.id(placement, Item.Kind.FOOD, today), today))
                .then()
                .body("outcome", contains("INVALID"))
                .body("problem[0].errors[0].reason", equalTo("DELIVERY_CANCELLED"));
        send("""
                {"id":"%s","placementId":"%s","item":"FOOD","day":"%s","outcome":"DELIVERED","quantity":1}""".formatted(UUID.randomUUID(), placement, today))
                .then()
                .body("problem[0].errors[0].pointer", equalTo("/day"));
    }

    @Test
    void somethingNobodyPlannedIsKeptUnderTheIdOfTheDevice() {
        UUID placement = promises.commit(child, home, FROM, 7);
        UUID id = UUID.randomUUID();
        String row = """
                {"id":"%s","placementId":"%s","item":"COUNSELLING","day":"2026-08-17","outcome":"DELIVERED","quantity":1}""".formatted(id, placement);

        send(row + "," + row).then().body("outcome", contains("CREATED", "UNCHANGED"));
        send(row).then().body("outcome", contains("UNCHANGED"));
        kader().get("/v1/deliveries/{id}", id)
                .then()
                .body("planned", equalTo(false))
                .body("unit", equalTo("VISIT"))
                .body("version", equalTo(1));
        send(row.replace("2026-08-17", "2026-08-22")
                        .replace(id.toString(), UUID.randomUUID().toString()))
                .then()
                .body("outcome", contains("INVALID"))
                .body("problem[0].errors[0].pointer", equalTo("/day"));
    }

    @Test
    void ofManyDevicesThatTellTheSameAtOnceOneIsKept() throws Exception {
        UUID placement = promises.commit(child, home, FROM, 7);
        UUID kitchen = kitchen(area);
        stock(kitchen, 100);
        String row = row(id(placement, 0), "\"DELIVERED\",\"quantity\":7" + by(kitchen, 15));
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int device = 0; device < 8; device++) {
                answers.add(devices.submit(() -> send(row).then().extract().path("[0].outcome")));
            }
        }
        List<String> outcomes = new ArrayList<>();
        for (Future<String> answer : answers) {
            outcomes.add(answer.get());
        }

        assertThat(outcomes).containsOnly("CREATED", "UNCHANGED").containsOnlyOnce("CREATED");
        tpps().get("/v1/providers/{id}/stock", kitchen).then().body("[0].left", equalTo(85));
    }

    @Test
    void aThousandRowsAreOneBatchAndOneMoreIsTooMany() {
        UUID placement = promises.commit(child, home, FROM, 7);
        String rows = IntStream.range(0, 1_000)
                .mapToObj(_ -> """
                        {"id":"%s","placementId":"%s","item":"FOOD","day":"2026-08-16","outcome":"DELIVERED","quantity":1}""".formatted(UUID.randomUUID(), placement))
                .collect(Collectors.joining(","));

        send(rows).then().statusCode(200).body("outcome", everyItem(equalTo("CREATED")));
        send(rows).then().body("outcome", everyItem(equalTo("UNCHANGED")));
        send(rows + "," + row(UUID.randomUUID(), "\"DELIVERED\",\"quantity\":1"))
                .then()
                .statusCode(400)
                .body("code", equalTo("TOO_MANY_ROWS"));
    }

    @Test
    void anotherAreasDeliveriesAreNotThere() {
        UUID placement = promises.commit(child, home, FROM, 7);
        UUID id = id(placement, 0);
        RequestSpecification stranger = given().auth().oauth2(TestTokens.token(Roles.KADER, "96.05.10.2001"));

        stranger.get("/v1/deliveries/{id}", id).then().statusCode(404).body("code", equalTo("DELIVERY_UNKNOWN"));
        stranger.get("/v1/deliveries").then().body("", hasSize(0));
        stranger.contentType(ContentType.JSON)
                .body("[" + row(id, "\"DELIVERED\",\"quantity\":7") + "]")
                .post("/v1/deliveries:batch")
                .then()
                .body("outcome", contains("INVALID"))
                .body("problem[0].errors[0].reason", equalTo("DELIVERY_UNKNOWN"));
        stranger.contentType(ContentType.JSON)
                .body("""
                        [{"id":"%s","placementId":"%s","item":"FOOD","day":"2026-08-15","outcome":"DELIVERED","quantity":7}]""".formatted(id, placement))
                .post("/v1/deliveries:batch")
                .then()
                .body("problem[0].errors[0].reason", equalTo("PLACEMENT_UNKNOWN"));
    }

    @Test
    void rowsAreAnsweredEachForItself() {
        UUID placement = promises.commit(child, home, FROM, 14);

        send(row(id(placement, 0), "\"DELIVERED\"") + ","
                        + row(id(placement, 0), "\"MISSED\",\"reason\":\"NOT_REPORTED\"") + ","
                        + row(id(placement, 0), "\"DELIVERED\",\"quantity\":7,\"receipt\":\"3604201504920001\"") + ","
                        + "{\"nik\":\"1\"},"
                        + row(id(placement, 0), "\"DELIVERED\",\"quantity\":7").replace("2026-", "2999-")
                        + "," + row(id(placement, 7), "\"DELIVERED\",\"quantity\":7"))
                .then()
                .statusCode(200)
                .body("outcome", contains("INVALID", "INVALID", "INVALID", "INVALID", "INVALID", "CREATED"))
                .body("problem[0].errors[0].pointer", equalTo("/quantity"))
                .body("problem[1].errors[0].pointer", equalTo("/reason"))
                .body("problem[2].errors[0].reason", equalTo("LOOKS_LIKE_NIK"))
                .body("problem[3].errors[0].reason", equalTo("UNKNOWN_FIELD"))
                .body("problem[4].errors[0].pointer", equalTo("/day"))
                .body("id[5]", notNullValue());
    }

    @Test
    void pagesLeadOnWithoutGapOrRepeat() {
        UUID placement = promises.commit(child, home, FROM, 49);
        List<String> seen = new ArrayList<>();
        String next = "/v1/deliveries?limit=3&placement=" + placement;
        while (next != null) {
            Response page = kader().urlEncodingEnabled(false).get(next);
            seen.addAll(page.jsonPath().getList("id", String.class));
            String link = page.header("Link");
            next = link == null ? null : link.substring(link.indexOf("/v1/"), link.indexOf('>'));
        }

        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 7)
                        .mapToObj(week -> id(placement, 7 * week).toString())
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "partner", "auditor", "opd"})
    void otherRolesTellNothing(String role) {
        given().auth()
                .oauth2(TestTokens.token(role, "96.04"))
                .contentType(ContentType.JSON)
                .body("[]")
                .post("/v1/deliveries:batch")
                .then()
                .statusCode(403);
    }

    private void miss(LocalDate today) {
        while (missInTime.step(today) > 0) {
            // the next portion
        }
    }

    private String state(UUID placement, int day) {
        return TestDatabase.text(database.row("select state from delivery where id = ?", id(placement, day)), "state");
    }

    private static UUID id(UUID placement, int day) {
        return DeliveryPlan.id(placement, Item.Kind.FOOD, FROM.plusDays(day));
    }

    private static String row(UUID id, String outcome) {
        return "{\"id\":\"%s\",\"day\":\"2026-08-15\",\"outcome\":%s}".formatted(id, outcome);
    }

    private static String by(UUID kitchen, int eggs) {
        return ",\"providerId\":\"%s\",\"taken\":{\"item\":\"EGG\",\"unit\":\"PIECE\",\"quantity\":%d}"
                .formatted(kitchen, eggs);
    }

    private Response send(String rows) {
        return kader().contentType(ContentType.JSON).body("[" + rows + "]").post("/v1/deliveries:batch");
    }

    private static UUID kitchen(String area) {
        UUID id = UUID.randomUUID();
        tpps().contentType(ContentType.JSON)
                .body("{\"kind\":\"DASHAT\",\"name\":\"Dapur Contoh\",\"area\":\"%s\",\"mealsPerDay\":60}"
                        .formatted(area))
                .put("/v1/providers/{id}", id)
                .then()
                .statusCode(201);
        return id;
    }

    private static void stock(UUID kitchen, int eggs) {
        tpps().contentType(ContentType.JSON)
                .body("""
                        [{"id":"%s","direction":"IN","item":"EGG","unit":"PIECE","quantity":%d,"day":"2026-08-14"}]""".formatted(UUID.randomUUID(), eggs))
                .post("/v1/providers/{id}/stock-movements:batch", kitchen)
                .then()
                .body("outcome", contains("CREATED"));
    }

    private RequestSpecification kader() {
        return given().auth().oauth2(TestTokens.token(Roles.KADER, area));
    }

    private static RequestSpecification tpps() {
        return given().auth().oauth2(TestTokens.token(Roles.TPPS, "96.04"));
    }
}
