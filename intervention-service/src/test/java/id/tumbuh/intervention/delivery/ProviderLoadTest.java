package id.tumbuh.intervention.delivery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each test in a kecamatan of its own in the kabupaten 88.08. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ProviderLoadTest {
    private static final LocalDate FROM = LocalDate.of(2026, 8, 15);
    private static int kecamatan = 10;

    @Inject
    Promises promises;

    private final String area = "88.08." + kecamatan++;

    @Test
    void daysOnWhichMoreIsPromisedThanCanBeCookedAreNamed() {
        UUID kitchen = kitchen(area, 1);
        promise(FROM, 10);
        promise(FROM.plusDays(8), 9);

        load(kitchen, FROM.minusDays(1), FROM.plusDays(17))
                .body("capacity", equalTo(1))
                .body("days", hasSize(19))
                .body("days[0].portions", equalTo(0))
                .body("days[1].portions", equalTo(1))
                .body("days[8].portions", equalTo(1))
                .body(
                        "overloaded",
                        contains(FROM.plusDays(8).toString(), FROM.plusDays(9).toString()))
                .body("days[17].portions", equalTo(1))
                .body("days[18].portions", equalTo(0));
    }

    @Test
    void kitchensOfAnAreaShareWhatItEats() {
        UUID small = kitchen(area, 2);
        UUID large = kitchen(area + ".2001", 4);
        for (int child = 0; child < 6; child++) {
            promise(FROM, 7);
        }

        load(small, FROM, FROM.plusDays(6))
                .body("capacityOfArea", equalTo(6))
                .body("days.share", everyItem(equalTo(2)))
                .body("overloaded", empty());
        promise(FROM, 7);
        load(small, FROM, FROM.plusDays(6))
                .body("days.share", everyItem(equalTo(3)))
                .body("overloaded", hasSize(7));
        // of its own desa it is the only one
        load(large, FROM, FROM).body("capacityOfArea", equalTo(4)).body("days[0].share", equalTo(7));
    }

    @Test
    void whatIsCancelledIsCookedByNobody() {
        UUID kitchen = kitchen(area, 10);
        Home home = new Home(UUID.randomUUID(), new AreaCode(area + ".2001"));
        UUID placement = promises.commit(UUID.randomUUID(), home, Days.today().plusDays(3), 7);
        LocalDate day = Days.today().plusDays(3);
        load(kitchen, day, day).body("days[0].portions", equalTo(1));

        promises.release(placement, home);

        load(kitchen, day, day).body("days[0].portions", equalTo(0));
    }

    @Test
    void aKitchenThatTakesNoMoreHasNoShare() {
        UUID kitchen = kitchen(area, 5, false);
        kitchen(area, 5);
        promise(FROM, 7);

        load(kitchen, FROM, FROM)
                .body("capacity", equalTo(0))
                .body("days[0].share", equalTo(0))
                .body("overloaded", empty());
    }

    @Test
    void whoAnswersForAPartOfTheAreaOnlyDoesNotSeeIt() {
        UUID kitchen = kitchen(area, 5);

        for (String other : new String[] {area + ".2001", "88.09"}) {
            given().auth()
                    .oauth2(TestTokens.token(Roles.TPPS, other))
                    .get("/v1/providers/{id}/load?from={from}&to={to}", kitchen, FROM.toString(), FROM.toString())
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("PROVIDER_UNKNOWN"));
        }
    }

    @Test
    void asManyDaysAsAQuarterAndNotOneMore() {
        UUID kitchen = kitchen(area, 5);

        load(kitchen, FROM, FROM.plusDays(91)).body("days", hasSize(92));
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, area))
                .get(
                        "/v1/providers/{id}/load?from={from}&to={to}",
                        kitchen,
                        FROM.toString(),
                        FROM.plusDays(92).toString())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/to"));
    }

    private void promise(LocalDate from, int days) {
        promises.commit(UUID.randomUUID(), new Home(UUID.randomUUID(), new AreaCode(area + ".2001")), from, days);
    }

    private static UUID kitchen(String where, int meals) {
        return kitchen(where, meals, true);
    }

    private static UUID kitchen(String where, int meals, boolean active) {
        UUID id = UUID.randomUUID();
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, "88.08"))
                .contentType(ContentType.JSON)
                .body("{\"kind\":\"DASHAT\",\"name\":\"Dapur Contoh\",\"area\":\"%s\",\"mealsPerDay\":%d,\"active\":%s}"
                        .formatted(where, meals, active))
                .put("/v1/providers/{id}", id)
                .then()
                .statusCode(201);
        return id;
    }

    private ValidatableResponse load(UUID kitchen, LocalDate from, LocalDate to) {
        return given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, area))
                .get("/v1/providers/{id}/load?from={from}&to={to}", kitchen, from.toString(), to.toString())
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"));
    }
}
