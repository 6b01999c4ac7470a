package id.tumbuh.intervention.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.casework.Telling;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.intervention.need.Item;
import id.tumbuh.intervention.programme.PmtLists;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a programme brings is missed by time as what a sponsor brings is; in the kabupaten 68.03, each test in a desa. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ProgrammeDeliveriesTest {
    private static final String KABUPATEN = "68.03";
    private static final LocalDate FROM = LocalDate.of(2026, 8, 3);
    private static final int GRACE = 3;
    private static int desa = 2001;

    @Inject
    PmtLists lists;

    @Inject
    Telling telling;

    @Inject
    TestDatabase database;

    @Inject
    MissInTime missInTime;

    private final UUID child = UUID.randomUUID();
    private final Home home = new Home(UUID.randomUUID(), new AreaCode(KABUPATEN + ".10." + desa++));
    private UUID enrolment = new UUID(0, 0);

    @BeforeEach
    void aChildOnTheListOfAProgramme() {
        telling.tell(new Fact.Growth(child, 1, FROM, home, Stunting.STUNTED, 14, true));
        UUID programme = lists.programme(KABUPATEN, "PMT", FROM.getYear());
        lists.enrol(KABUPATEN, programme, child, FROM, FROM.plusDays(13)).then().body("[0].outcome", equalTo("DONE"));
        enrolment = lists.enrolment(programme, child);
    }

    @Test
    void whatNobodyToldOfWithinTheDaysOfTheRuleIsMissed() {
        miss(FROM.plusDays(GRACE));
        one(0).body("state", equalTo("PLANNED"));

        miss(FROM.plusDays(GRACE + 1));
        one(0).body("state", equalTo("MISSED")).body("reason", equalTo("NOT_REPORTED"));
        one(1).body("state", equalTo("PLANNED"));
        assertThat(database.announced(home.familyId())).containsOnlyOnce("delivery-missed 2");

        miss(FROM.plusDays(GRACE + 1));
        assertThat(database.announced(home.familyId())).containsOnlyOnce("delivery-missed 2");
        kader().get(
                        "/v1/deliveries/summary?area={area}&from={from}&to={to}",
                        home.area().value(),
                        FROM.toString(),
                        FROM.plusDays(13).toString())
                .then()
                .body("total.promised", equalTo(14))
                .body("total.missed", equalTo(1))
                .body("total.open", equalTo(13));
    }

    @Test
    void whoeverTellsLaterIsBelieved() {
        miss(FROM.plusDays(GRACE + 1));

        kader().contentType(ContentType.JSON)
                .body("[{\"id\":\"%s\",\"day\":\"%s\",\"outcome\":\"DELIVERED\",\"quantity\":1}]"
                        .formatted(id(0), FROM))
                .post("/v1/deliveries:batch")
                .then()
                .body("[0].outcome", equalTo("CREATED"));

        one(0).body("state", equalTo("DELIVERED")).body("version", equalTo(3));
    }

    @Test
    void whatIsOnNoListAnyMoreIsNotMissed() {
        database.write("update delivery set state = 'CANCELLED' where enrolment_id = ? and day = ?", enrolment, FROM);

        miss(FROM.plusDays(GRACE + 1));

        one(0).body("state", equalTo("CANCELLED"));
    }

    private void miss(LocalDate today) {
        while (missInTime.step(today) > 0) {
            // the next portion
        }
    }

    private ValidatableResponse one(int day) {
        return kader().get("/v1/deliveries/{id}", id(day)).then().statusCode(200);
    }

    private UUID id(int day) {
        return DeliveryPlan.id(enrolment, Item.Kind.FOOD, FROM.plusDays(day));
    }

    private RequestSpecification kader() {
        return given().auth().oauth2(TestTokens.token(Roles.KADER, home.area().value()));
    }
}
