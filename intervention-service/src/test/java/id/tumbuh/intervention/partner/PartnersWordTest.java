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
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void aReportThatFailsIsSetAsideAndKeepsNoOtherWaiting() {
        UUID failing = waiting(today.minusDays(14));
        UUID other = waiting(today.minusDays(7));
        UUID broken = due(-14);
        database.write("update delivery set unit = 'SACK' where id = ?", broken);
        try {
            settle.step(today);
            settle.step(today);

            assertThat(state(-7)).isEqualTo("MISSED");
            setAside().body("id", contains(failing.toString())).body("setAsideReason", contains("UNREADABLE"));
            retry(failing).statusCode(200).body("setAsideReason", equalTo("UNREADABLE"));
        } finally {
            database.write("update delivery set unit = 'MEAL_DAY' where id = ?", broken);
        }
        retry(failing)
                .statusCode(200)
                .body("setAsideReason", nullValue())
                .body("deliveryId", equalTo(broken.toString()));
        retry(other).statusCode(200).body("deliveryId", equalTo(due(-7).toString())); // nothing to try again
        setAside().body("$", hasSize(0));
        assertThat(state(-14)).isEqualTo("MISSED");
    }

    /** As one that was told of a day to come, which is over now. */
    private UUID waiting(LocalDate day) {
        UUID report = UUID.randomUUID();
        unable(report, today.plusDays(7)).then().statusCode(201);
        database.write("update partner_report set day = ? where id = ?", day, report);
        return report;
    }

    @Test
    void whatWasSetAsideIsTriedAgainByItself() {
        UUID failing = UUID.randomUUID();
        unable(failing, today.plusDays(7)).then().statusCode(201);
        database.write("update partner_report set item = 'GOLD' where id = ?", failing);
        settle.step(today.plusDays(8));
        setAside().body("item", contains("GOLD")); // also what can't be read is shown
        database.write("update partner_report set item = 'FOOD' where id = ?", failing);

        settle.step(today.plusDays(8));
        assertThat(state(7)).isEqualTo("PLANNED");
        database.write(
                "update partner_report set set_aside_at = set_aside_at - interval '23 hours 59 minutes' where id = ?",
                failing);
        settle.step(today.plusDays(8));
        assertThat(state(7)).isEqualTo("PLANNED");
        database.write(
                "update partner_report set set_aside_at = set_aside_at - interval '1 minute' where id = ?", failing);
        settle.step(today.plusDays(8));

        assertThat(state(7)).isEqualTo("MISSED");
        setAside().body("$", hasSize(0));
    }

    @Test
    void nobodyElsewhereHasAReportTriedAgain() {
        UUID failing = UUID.randomUUID();
        unable(failing, today.plusDays(7)).then().statusCode(201);

        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, "96.01"))
                .post("/v1/partner-reports/{client}/{id}:retry", client, failing)
                .then()
                .statusCode(404);
        as(client, area)
                .post("/v1/partner-reports/{client}/{id}:retry", client, failing)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"5, hari, 5", "0.5, hari makan, 0.5", "1, Minggu, 7", "2, weeks, 14", "15, butir, 7", "3, kunjungan, 7"
    })
    void howMuchAPartnerSentCountsWhereItsUnitSaysIt(BigDecimal quantity, String unit, BigDecimal arrived) {
        sent(UUID.randomUUID(), today, quantity, unit).then().statusCode(201);

        assertThat((BigDecimal) database.row("select told_quantity from delivery where id = ?", due(0))
                        .get("told_quantity"))
                .isEqualByComparingTo(arrived);
        assertThat(database.lastBody(due(0)))
                .contains("\"quantity\":" + arrived.stripTrailingZeros().toPlainString());
    }

    @Test
    void whatNobodyPlannedCountsAsMuchToo() {
        sent(UUID.randomUUID(), today, BigDecimal.ONE, "hari");
        sent(UUID.randomUUID(), today, BigDecimal.valueOf(3), "hari");

        kader().get("/v1/deliveries?placement={id}&from={day}&to={day}", placement, today.toString(), today.toString())
                .then()
                .body("findAll { !it.planned }.quantity", contains(3));
    }

    private ValidatableResponse setAside() {
        return PartnerWorld.tpps()
                .get("/v1/partner-reports?area={area}&setAside=true", area)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse retry(UUID report) {
        return PartnerWorld.tpps()
                .post("/v1/partner-reports/{client}/{id}:retry", client, report)
                .then();
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
        return sent(id, day, BigDecimal.valueOf(15), "butir");
    }

    private Response sent(UUID id, LocalDate day, BigDecimal quantity, String unit) {
        return report("""
                {"id":"%s","placementId":"%s","day":"%s","item":"FOOD","quantity":%s,"unit":"%s"}""".formatted(id, placement, day, quantity, unit));
    }

    private Response unable(LocalDate day) {
        return unable(UUID.randomUUID(), day);
    }

    private Response unable(UUID id, LocalDate day) {
        return report("{\"id\":\"%s\",\"placementId\":\"%s\",\"day\":\"%s\",\"item\":\"FOOD\",\"outcome\":\"UNABLE\"}"
                .formatted(id, placement, day));
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
