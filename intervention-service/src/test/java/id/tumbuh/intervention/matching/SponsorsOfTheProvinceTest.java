package id.tumbuh.intervention.matching;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In the province 67; kabupaten of its own for each test. A sponsor of the province is taken away again: it would help in the others. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SponsorsOfTheProvinceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String NAME = "Dermawan Rahasia";
    private static int kabupaten = 10;

    @Inject
    Telling telling;

    @Inject
    ConsentTelling consents;

    @Inject
    TestDatabase database;

    private final String area = "67." + kabupaten++;
    private final String other = "67." + kabupaten++;

    @AfterEach
    void leave() {
        database.write("update sponsor set active = false where area_code = '67'");
    }

    @Test
    void thoseWhoWouldHelpHereTakePartWithoutBeingShown() {
        UUID anywhere = sponsor("67", "");
        UUID here = sponsor("67", ",\"preferredAreas\":[\"" + area + ".20\"]");
        sponsor("67", ",\"preferredAreas\":[\"" + other + "\"]");
        for (int number = 0; number < 4; number++) {
            need(area);
        }

        UUID plan = planned(area);

        String proposals = officer(area)
                .header("Accept-Language", "id")
                .get("/v1/matchings/{id}/proposals", plan)
                .then()
                .body("sponsorId", containsInAnyOrder(anywhere.toString(), here.toString()))
                .body("sentence", everyItem(containsString("orang tua asuh dari provinsi")))
                .extract()
                .asString();
        assertThat(proposals).doesNotContain(NAME, "PROV-");
        officer(area).get("/v1/sponsors/{id}", anywhere).then().statusCode(404);
        officer(area).get("/v1/sponsors?area={area}", area).then().body("$", empty());
    }

    @Test
    void whatIsHeldTakesAPlaceOfTheProvinceAndGivesItBack() {
        UUID sponsor = sponsor("67", "");
        UUID need = need(area);
        UUID plan = planned(area);
        officer(area)
                .contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"needId\":\"%s\",\"sponsorId\":\"%s\"}"
                        .formatted(UUID.randomUUID(), need, sponsor))
                .post("/v1/placements")
                .then()
                .statusCode(404)
                .body("code", equalTo("SPONSOR_UNKNOWN"));

        officer(area).post("/v1/matchings/{id}:hold", plan).then().body("HELD", equalTo(1));
        assertThat(placed(sponsor)).isEqualTo(1);

        UUID placement = TestDatabase.id(database.row("select id from placement where need_id = ?", need), "id");
        String shown = officer(area)
                .get("/v1/placements/{id}", placement)
                .then()
                .body("sponsorId", equalTo(sponsor.toString()))
                .extract()
                .asString();
        assertThat(shown).doesNotContain(NAME, "PROV-");
        move(placement, "commit", 1, "{\"days\":30}").then().statusCode(200);
        move(placement, "release", 2, "").then().statusCode(200);
        assertThat(placed(sponsor)).isZero();
    }

    @Test
    void ofTwoKabupatenThatPlanWithTheSameSponsorOneGetsItsPlace() {
        UUID sponsor = sponsor("67", "");
        need(area);
        need(other);
        UUID first = planned(area);
        UUID second = planned(other);

        officer(area).post("/v1/matchings/{id}:hold", first).then().body("HELD", equalTo(1));
        officer(other).post("/v1/matchings/{id}:hold", second).then().body("NO_PLACE_LEFT", equalTo(1));

        assertThat(placed(sponsor)).isEqualTo(1);
    }

    @Test
    void whatWasProposedElsewhereIsNotHeldFromHere() {
        sponsor("67", "");
        need(other);
        UUID foreign = planned(other);

        officer(area).post("/v1/matchings/{id}:hold", foreign).then().statusCode(404);
        assertThat(database.rows("select 1 from placement where area_code like ?", other + "%"))
                .isEmpty();
    }

    private UUID planned(String where) {
        UUID plan = UUID.randomUUID();
        officer(where)
                .contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"area\":\"%s\",\"seconds\":1}".formatted(plan, where))
                .post("/v1/matchings")
                .then()
                .statusCode(202);
        await().atMost(SOON)
                .until(() -> officer(where)
                        .get("/v1/matchings/{id}", plan)
                        .jsonPath()
                        .getString("state")
                        .equals("DONE"));
        return plan;
    }

    private UUID need(String where) {
        UUID child = UUID.randomUUID();
        String desa = where + ".20.2001";
        Home home = new Home(UUID.randomUUID(), new AreaCode(desa));
        telling.tell(new Fact.Growth(child, 1, DAY, home, Stunting.STUNTED, 30, true));
        consents.tell(
                new ConsentTelling.Consent(UUID.randomUUID(), child, home.familyId(), desa, null, "2099-12-31"),
                1,
                false);
        return TestDatabase.id(database.row("select id from need where child_id = ?", child), "id");
    }

    private static UUID sponsor(String where, String rest) {
        UUID sponsor = UUID.randomUUID();
        officer("67")
                .contentType(ContentType.JSON)
                .body("""
                        {"kind":"INDIVIDUAL","institution":"Perorangan","name":"%s","reference":"PROV-%s","area":"%s","capacity":1,
                         "from":"2020-01-01","until":"2099-12-31"%s}""".formatted(NAME, sponsor, where, rest))
                .put("/v1/sponsors/{id}", sponsor)
                .then()
                .statusCode(201);
        return sponsor;
    }

    private int placed(UUID sponsor) {
        return Integer.parseInt(
                TestDatabase.text(database.row("select placed from sponsor where id = ?", sponsor), "placed"));
    }

    private Response move(UUID placement, String action, long version, String body) {
        RequestSpecification request = officer(area).header("If-Match", "\"" + version + "\"");
        return (body.isEmpty() ? request : request.contentType(ContentType.JSON).body(body))
                .post("/v1/placements/{id}:" + action, placement);
    }

    private static RequestSpecification officer(String where) {
        return given().auth().oauth2(TestTokens.token(Roles.TPPS, where));
    }
}
