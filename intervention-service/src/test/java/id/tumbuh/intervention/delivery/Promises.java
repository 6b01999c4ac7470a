package id.tumbuh.intervention.delivery;

import static io.restassured.RestAssured.given;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.casework.Telling;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.intervention.permission.ConsentTelling;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** A stunted child, with its consent and a placement committed for some days. */
@ApplicationScoped
public class Promises {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    private final Telling telling;
    private final ConsentTelling consents;
    private final TestDatabase database;

    Promises(Telling telling, ConsentTelling consents, TestDatabase database) {
        this.telling = telling;
        this.consents = consents;
        this.database = database;
    }

    /** Returns the placement, of food, from the day on. */
    public UUID commit(UUID child, Home home, LocalDate from, int days) {
        UUID placement = UUID.randomUUID();
        hold(child, home, placement);
        move(tpps(kabupaten(home)), placement, "commit", 1, "{\"from\":\"%s\",\"days\":%d}".formatted(from, days))
                .then()
                .statusCode(200);
        return placement;
    }

    /** Returns the placement, of food. */
    public UUID hold(UUID child, Home home) {
        UUID placement = UUID.randomUUID();
        hold(child, home, placement);
        return placement;
    }

    private void hold(UUID child, Home home, UUID placement) {
        telling.tell(new Fact.Growth(child, 1, DAY, home, Stunting.STUNTED, 30, true));
        consents.tell(consent(child, home), 1, false);
        UUID sponsor = UUID.randomUUID();
        tpps(kabupaten(home))
                .contentType(ContentType.JSON)
                .body("""
                        {"kind":"COMPANY","institution":"PT Contoh","area":"%s","capacity":1,"from":"2020-01-01",
                         "until":"2099-12-31"}""".formatted(kabupaten(home)))
                .put("/v1/sponsors/{id}", sponsor)
                .then()
                .statusCode(201);
        UUID need =
                TestDatabase.id(database.row("select id from need where child_id = ? and state = 'OPEN'", child), "id");
        tpps(kabupaten(home))
                .contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"needId\":\"%s\",\"sponsorId\":\"%s\"}".formatted(placement, need, sponsor))
                .post("/v1/placements")
                .then()
                .statusCode(201);
    }

    /** As {@link #commit} left it. */
    public void release(UUID placement, Home home) {
        move(tpps(kabupaten(home)), placement, "release", 2, "").then().statusCode(200);
    }

    public void withdraw(UUID child, Home home) {
        consents.tell(consent(child, home), 2, true);
    }

    public static Response move(UUID placement, String action, long version, String body) {
        return move(tpps("96.04"), placement, action, version, body);
    }

    public static Response move(UUID placement, Home home, String action, long version, String body) {
        return move(tpps(kabupaten(home)), placement, action, version, body);
    }

    private static Response move(RequestSpecification who, UUID placement, String action, long version, String body) {
        RequestSpecification request = who.header("If-Match", "\"" + version + "\"");
        return (body.isEmpty() ? request : request.contentType(ContentType.JSON).body(body))
                .post("/v1/placements/{id}:" + action, placement);
    }

    private static ConsentTelling.Consent consent(UUID child, Home home) {
        return new ConsentTelling.Consent(
                new UUID(child.getMostSignificantBits(), 1),
                child,
                home.familyId(),
                home.area().value(),
                null,
                "2099-12-31");
    }

    private static String kabupaten(Home home) {
        return home.area().value().substring(0, 5);
    }

    private static RequestSpecification tpps(String area) {
        return given().auth().oauth2(TestTokens.token(Roles.TPPS, area));
    }
}
