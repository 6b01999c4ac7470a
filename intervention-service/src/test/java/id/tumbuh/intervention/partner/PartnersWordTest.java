package id.tumbuh.intervention.partner;

import static id.tumbuh.intervention.partner.PartnerWorld.as;
import static id.tumbuh.intervention.partner.PartnerWorld.hold;
import static id.tumbuh.intervention.partner.PartnerWorld.listed;
import static id.tumbuh.intervention.partner.PartnerWorld.move;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.placement.Days;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a partner reports stands in the plan of deliveries and not beside it; each test in a kecamatan. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PartnersWordTest {
    private static final String KABUPATEN = PartnerWorld.kabupaten();
    private static int kecamatan = 10;

    @Inject
    PartnerWorld world;

    @Inject
    TestDatabase database;

    @Inject
    SettleReports settle;

    private final LocalDate today = Days.of(Clock.systemUTC().instant());
    private final String area = KABUPATEN + "." + kecamatan++;
    private final String desa = area + ".2001";
    private final String client = "csr-" + UUID.randomUUID();
    private final UUID placement = UUID.randomUUID();

    /** Food for a week was due two weeks ago, one week ago, today, and will be in a week. */
    @BeforeEach
    void promised() {
        UUID sponsor = world.partner(client, area);
        world.child(desa);
        hold(client, area, placement, listed(client, area).getFirst(), sponsor)
                .then()
                .statusCode(201);
        move(client, area, placement, "commit", 1, "{\"from\":\"%s\",\"days\":28}".formatted(today.minusDays(14)))
                .then()
                .statusCode(200);
    }

    @Test
    void whatAPartnerSentSettlesWhatWasDueOnThatDay() {
        UUID report = UUID.randomUUID();
        sent(report, today).then().statusCode(201);
        sent(report, today).then().statusCode(200);

        kader().get("/v1/deliveries/{id}", due(0))
                .then()
                .body("state", equalTo("DELIVERED"))
                .body("quantity", equalTo(7))
                .body("byPartner", equalTo(true))
                .body("version", equalTo(2));
        summary(1, 0, 0);
        PartnerWorld.tpps()
                .get("/v1/partner-reports?area={area}", area)
                .then()
                .body("deliveryId", contains(due(0).toString()))
                .body("quantity", contains(15))
                .body("unit", contains("butir"));
        assertThat(database.rows(
                        "select 1 from outbox where key = ? and type like '%delivery-made%'", due(0).toString()))
                .hasSize(1);
    }

    @Test
    void nearADayItSettlesWhatNobodyToldOfAndFartherAwayNothing() {
        sent(UUID.randomUUID(), today.minusDays(10)).then().statusCode(201); // 4 days after, 3 before
        sent(UUID.randomUUID(), today.minusDays(4)).then().statusCode(201); // 3 after, 4 before
        assertThat(state(-14)).isEqualTo("PLANNED");
        assertThat(state(-7)).isEqualTo("DELIVERED");
        assertThat(state(0)).isEqualTo("PLANNED");
        summary(1, 0, 1); // the second found its day taken, and was nobody's plan
    }

    @Test
    void aSecondReportOfADayIsListedAsUnplanned() {
        sent(UUID.randomUUID(), today);
        sent(UUID.randomUUID(), today);

        summary(1, 0, 1);
        kader().get("/v1/deliveries?placement={id}&from={day}&to={day}", placement, today.toString(), today.toString())
                .then()
                .body("planned", containsInAnyOrder(true, false))
                .body("findAll { !it.planned }.quantity", contains(1));
    }

    @Test
    void whoeverWasThereIsBelievedInstead() {
        sent(UUID.randomUUID(), today);

        told(due(0), today, "\"MISSED\",\"reason\":\"NOT_HOME\"").then().body("outcome", contains("CREATED"));
        assertThat(state(0)).isEqualTo("MISSED");

        told(due(-7), today.minusDays(7), "\"DELIVERED\",\"quantity\":5").then().body("outcome", contains("CREATED"));
        sent(UUID.randomUUID(), today.minusDays(7));
        kader().get("/v1/deliveries/{id}", due(-7))
                .then()
                .body("quantity", equalTo(5))
                .body("byPartner", nullValue());
        summary(1, 1, 0);
    }

    @Test
    void whoeverWasThereMayAlsoSayTheSame() {
        sent(UUID.randomUUID(), today);

        told(due(0), today, "\"DELIVERED\",\"quantity\":7").then().body("outcome", contains("CREATED"));
        told(due(0), today, "\"DELIVERED\",\"quantity\":7").then().body("outcome", contains("UNCHANGED"));

        kader().get("/v1/deliveries/{id}/reports", due(0)).then().body("byPartner", contains(true, null));
    }

    @Test
    void whatCanNotBeBroughtIsMissedWhenItsDayIsOver() {
        unable(today.plusDays(7)).then().statusCode(201);
        unable(today.minusDays(7)).then().statusCode(201);
        assertThat(state(-7)).isEqualTo("MISSED");
        assertThat(state(7)).isEqualTo("PLANNED");

        settle.step(today.plusDays(7));
        assertThat(state(7)).isEqualTo("PLANNED");
        settle.step(today.plusDays(8));
        assertThat(state(7)).isEqualTo("MISSED");
        assertThat(database.row("select reason from delivery where id = ?", due(7)))
                .containsEntry("reason", "OTHER");
        settle.step(today.plusDays(8));
        assertThat(database.rows("select 1 from delivery_report where delivery_id = ?", due(7)))
                .hasSize(1);
    }

    @Test
    void ofManyAtOnceOneSettlesTheDay() throws InterruptedException, ExecutionException {
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int device = 0; device < 8; device++) {
                answers.add(devices.submit(() -> sent(UUID.randomUUID(), today).statusCode()));
            }
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(201);
        }

        summary(1, 0, 7);
        PartnerWorld.tpps().get("/v1/partner-reports?area={area}", area).then().body("deliveryId.unique()", hasSize(8));
    }

    private void summary(int delivered, int missed, int unplanned) {
        kader().get("/v1/deliveries/summary?area={area}", desa)
                .then()
                .body("total.delivered", equalTo(delivered))
                .body("total.missed", equalTo(missed))
                .body("total.unplanned", equalTo(unplanned));
    }

    private String state(int days) {
        return TestDatabase.text(database.row("select state from delivery where id = ?", due(days)), "state");
    }

    private UUID due(int days) {
        return TestDatabase.id(
                database.row(
                        "select id from delivery where placement_id = ? and planned and day = ?",
                        placement,
                        today.plusDays(days)),
                "id");
    }

    private Response sent(UUID id, LocalDate day) {
        return report(
                "{\"id\":\"%s\",\"placementId\":\"%s\",\"day\":\"%s\",\"item\":\"FOOD\",\"quantity\":15,\"unit\":\"butir\"}"
                        .formatted(id, placement, day));
    }

    private Response unable(LocalDate day) {
        return report("{\"id\":\"%s\",\"placementId\":\"%s\",\"day\":\"%s\",\"item\":\"FOOD\",\"outcome\":\"UNABLE\"}"
                .formatted(UUID.randomUUID(), placement, day));
    }

    private Response report(String body) {
        return as(client, area).body(body).post("/v1/partner/deliveries");
    }

    private Response told(UUID delivery, LocalDate day, String told) {
        return kader().contentType(ContentType.JSON)
                .body("[{\"id\":\"%s\",\"day\":\"%s\",\"outcome\":%s}]".formatted(delivery, day, told))
                .post("/v1/deliveries:batch");
    }

    private RequestSpecification kader() {
        return given().auth().oauth2(TestTokens.token(Roles.KADER, desa));
    }
}
