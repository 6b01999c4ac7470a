package id.tumbuh.intervention.matching;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.casework.Telling;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.intervention.permission.ConsentTelling;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a province of its own (95); a kabupaten for each test. */
@QuarkusTest
@WithTestResource(RealServers.class)
class MatchResourceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final Duration SOON = Duration.ofSeconds(40);
    private static int kabupaten = 10;

    @Inject
    Telling telling;

    @Inject
    ConsentTelling consents;

    @Inject
    TestDatabase database;

    @Inject
    AbandonRuns abandon;

    private final String area = "95." + kabupaten++;
    private final UUID id = UUID.randomUUID();

    @Test
    void theGravestAreProposedWithASentenceAndHeld() {
        UUID grave = need("20", Stunting.SEVERELY_STUNTED, true);
        need("20", Stunting.STUNTED, true);
        need("21", Stunting.STUNTED, false);
        sponsor(1);
        begin(2).then().statusCode(202).header("Location", containsString("/v1/matchings/" + id));
        awaitEnd();

        tpps().get("/v1/matchings/{id}", id)
                .then()
                .body("state", equalTo("DONE"))
                .body("needs", equalTo(2))
                .body("places", equalTo(1))
                .body("placed", equalTo(1));
        tpps().header("Accept-Language", "id")
                .get("/v1/matchings/{id}/proposals", id)
                .then()
                .body("$", hasSize(1))
                .body("[0].needId", equalTo(grave.toString()))
                .body("[0].place", equalTo(1))
                .body("[0].sentence", startsWith("Diusulkan karena peringkat mendesak 60"));
        tpps().post("/v1/matchings/{id}:hold", id).then().statusCode(200).body("HELD", equalTo(1));
        tpps().post("/v1/matchings/{id}:hold", id).then().statusCode(200).body("$", equalTo(Map.of()));
        assertThat(database.row("select state from placement where need_id = ?", grave))
                .containsEntry("state", "HELD");
    }

    @Test
    void whoWasTakenInTheMeantimeIsLeftOut() {
        UUID need = need("20", Stunting.STUNTED, true);
        sponsor(1);
        begin(1).then().statusCode(202);
        awaitEnd();
        UUID quicker = sponsor(1);
        tpps().contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"needId\":\"%s\",\"sponsorId\":\"%s\"}"
                        .formatted(UUID.randomUUID(), need, quicker))
                .post("/v1/placements")
                .then()
                .statusCode(201);

        tpps().post("/v1/matchings/{id}:hold", id).then().body("NEED_TAKEN", equalTo(1));
    }

    @Test
    void whereNobodyIsWithoutASponsorTheSearchIsOverAtOnce() {
        begin(5).then().statusCode(202);
        awaitEnd();

        tpps().get("/v1/matchings/{id}", id)
                .then()
                .body("state", equalTo("DONE"))
                .body("placed", equalTo(0));
    }

    @Test
    void aSearchIsStoppedWithItsBestPlanAndOnlyOneRunsForAnArea() {
        for (int number = 0; number < 20; number++) {
            need("2" + number % 5, Stunting.STUNTED, true);
            sponsor(1);
        }
        begin(300).then().statusCode(202);
        begin(300).then().statusCode(200);
        tpps().contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"area\":\"%s\"}".formatted(UUID.randomUUID(), area))
                .post("/v1/matchings")
                .then()
                .statusCode(409)
                .body("code", equalTo("MATCHING_RUNS"));
        tpps().post("/v1/matchings/{id}:hold", id).then().statusCode(409);

        await().atMost(SOON)
                .untilAsserted(() -> tpps().get("/v1/matchings/{id}", id).then().body("places", equalTo(20)));
        tpps().post("/v1/matchings/{id}:stop", id).then().statusCode(202);
        awaitEnd();
        tpps().get("/v1/matchings/{id}", id)
                .then()
                .body("state", equalTo("STOPPED"))
                .body("placed", equalTo(20));
    }

    @Test
    void aSearchWhoseServiceEndedIsGivenUpAndTheNextMayBegin() {
        database.write(
                "insert into matching_run (id, area_code, state, seconds, told_at)"
                        + " values (?, ?, 'RUNNING', 5, clock_timestamp() - interval '66 seconds')",
                id,
                area);
        UUID alive = UUID.randomUUID();
        database.write(
                "insert into matching_run (id, area_code, state, seconds, told_at)"
                        + " values (?, ?, 'RUNNING', 5, clock_timestamp() - interval '60 seconds')",
                alive,
                area + ".01");

        abandon.step();

        tpps().get("/v1/matchings/{id}", id).then().body("state", equalTo("FAILED"));
        tpps().get("/v1/matchings/{id}", alive).then().body("state", equalTo("RUNNING"));
    }

    @Test
    void aForeignSearchIsNotThere() {
        begin(1).then().statusCode(202);

        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, "95.99"))
                .get("/v1/matchings/{id}", id)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, "95.99"))
                .contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"area\":\"%s\"}".formatted(UUID.randomUUID(), area))
                .post("/v1/matchings")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "95, 10, /area, AREA_TOO_LARGE",
        "9510, 10, /area, INVALID_AREA",
        "95.10, 0, /seconds, OUT_OF_RANGE",
        "95.10, 301, /seconds, OUT_OF_RANGE"
    })
    void whatIsWrongIsPointedAt(String where, int seconds, String pointer, String reason) {
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, "95"))
                .contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"area\":\"%s\",\"seconds\":%d}".formatted(id, where, seconds))
                .post("/v1/matchings")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].reason", equalTo(reason));
    }

    private void awaitEnd() {
        await().atMost(SOON)
                .until(() -> !tpps().get("/v1/matchings/{id}", id)
                        .jsonPath()
                        .getString("state")
                        .equals("RUNNING"));
    }

    private Response begin(int seconds) {
        return tpps().contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"area\":\"%s\",\"seconds\":%d}".formatted(id, area, seconds))
                .post("/v1/matchings");
    }

    private UUID need(String kecamatan, Stunting stunting, boolean consented) {
        UUID child = UUID.randomUUID();
        String desa = area + "." + kecamatan + ".2001";
        Home home = new Home(UUID.randomUUID(), new AreaCode(desa));
        telling.tell(new Fact.Growth(child, 1, DAY, home, stunting, 30, true));
        if (consented) {
            consents.tell(
                    new ConsentTelling.Consent(UUID.randomUUID(), child, home.familyId(), desa, null, "2099-12-31"),
                    1,
                    false);
        }
        return TestDatabase.id(database.row("select id from need where child_id = ?", child), "id");
    }

    private UUID sponsor(int capacity) {
        UUID sponsor = UUID.randomUUID();
        tpps().contentType(ContentType.JSON)
                .body("""
                        {"kind":"ASN","institution":"Dinas Contoh","area":"%s","capacity":%d,"from":"2020-01-01","until":"2099-12-31"}""".formatted(area, capacity))
                .put("/v1/sponsors/{id}", sponsor)
                .then()
                .statusCode(201);
        return sponsor;
    }

    private RequestSpecification tpps() {
        return given().auth().oauth2(TestTokens.token(Roles.TPPS, area));
    }
}
