package id.tumbuh.intervention.sponsor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In a province of its own (93). */
@QuarkusTest
@WithTestResource(RealServers.class)
class SponsorResourceTest {
    @Inject
    TestDatabase database;

    private final UUID id = UUID.randomUUID();

    @Test
    void aPromiseIsRegisteredReadAndAudited() {
        put(promise("93.04", 2)).then().statusCode(201).header("ETag", equalTo("\"1\""));

        tpps("93.04")
                .get("/v1/sponsors/{id}", id)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("kind", equalTo("ASN"))
                .body("capacity", equalTo(2))
                .body("placed", equalTo(0))
                .body("items", contains("FOOD"))
                .body("active", equalTo(true));
        assertThat(database.rows("select action from audit_entry where object_id = ? order by action", id.toString()))
                .extracting(row -> row.get("action"))
                .containsExactly("READ", "REGISTER");
    }

    @Test
    void sentAgainItIsTheSameAndOtherContentIsRefused() {
        put(promise("93.04", 2)).then().statusCode(201);
        put(promise("93.04", 2)).then().statusCode(200);
        put(promise("93.04", 3)).then().statusCode(409).body("code", equalTo("CONFLICT"));
    }

    @Test
    void whoReadItChangesItAndOnlyOnce() {
        put(promise("93.04", 2)).then().statusCode(201);

        tpps("93.04")
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body(promise("93.04", 5))
                .put("/v1/sponsors/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("capacity", equalTo(5));
        tpps("93.04")
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body(promise("93.04", 6))
                .put("/v1/sponsors/{id}", id)
                .then()
                .statusCode(412);
    }

    @Test
    void nobodyRegistersForAnAreaOfOthers() {
        put(promise("93.05", 2)).then().statusCode(400).body("errors[0].pointer", equalTo("/area"));
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, "93.05"))
                .get("/v1/sponsors/{id}", id)
                .then()
                .statusCode(404);
    }

    @Test
    void aForeignSponsorAnswersLikeOneThatIsNotThere() {
        put(promise("93.04", 2)).then().statusCode(201);

        String foreign = tpps("93.05").get("/v1/sponsors/{id}", id).asString();
        assertThat(foreign)
                .isEqualTo(tpps("93.05")
                        .get("/v1/sponsors/{id}", UUID.randomUUID())
                        .asString());
        tpps("93.05").get("/v1/sponsors").then().body("id", not(hasItem(id.toString())));
    }

    @Test
    void aBatchSaysOfEachRowWhatBecameOfItAndLosesNone() {
        UUID other = UUID.randomUUID();
        String rows = "[%s,%s,%s,{\"id\":\"x\"},%s]"
                .formatted(row(id, "93.04", 2), row(id, "93.04", 2), row(id, "93.04", 9), row(other, "93.04", -1));

        tpps("93.04")
                .contentType(ContentType.JSON)
                .body(rows)
                .post("/v1/sponsors:batch")
                .then()
                .statusCode(200)
                .body("outcome", contains("CREATED", "UNCHANGED", "CONFLICT", "INVALID", "INVALID"))
                .body("[3].problem.errors[0].pointer", equalTo("/id"))
                .body("[4].problem.errors[0].pointer", equalTo("/capacity"));
    }

    @Test
    void theInstitutionsOwnNumberIsTakenOnce() {
        String numbered = promise("93.06", 1).replace("\"kind\"", "\"reference\":\"A-1\",\"kind\"");
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, "93.06"))
                .contentType(ContentType.JSON)
                .body(numbered)
                .put("/v1/sponsors/{id}", id)
                .then()
                .statusCode(201);
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, "93.06"))
                .contentType(ContentType.JSON)
                .body(numbered)
                .put("/v1/sponsors/{id}", UUID.randomUUID())
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"kind\":\"ASN\"' | '\"kind\":\"KING\"' | /kind | WRONG_TYPE",
                "'\"capacity\":2' | '\"capacity\":100001' | /capacity | OUT_OF_RANGE",
                "'\"area\":\"93.04\"' | '\"area\":\"9304\"' | /area | INVALID_AREA",
                "'\"until\":\"2026-12-31\"' | '\"until\":\"2026-07-31\"' | /until | OUT_OF_RANGE",
                "'\"until\":\"2026-12-31\"' | '\"until\":\"31-12-2026\"' | /until | INVALID_DATE",
                "'Dinas Contoh' | 'Dinas 3604200101010001' | /institution | LOOKS_LIKE_NIK",
                "'\"kind\"' | '\"nik\":\"1\",\"kind\"' | '' | UNKNOWN_FIELD"
            })
    void whatIsWrongIsPointedAt(String right, String wrong, String pointer, String reason) {
        put(promise("93.04", 2).replace(right, wrong))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].reason", equalTo(reason))
                .body(not(containsString("3604200101010001")));
    }

    @Test
    void theListIsNarrowedByKindAndFreePlaces() {
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, "93.07"))
                .contentType(ContentType.JSON)
                .body(promise("93.07", 2))
                .put("/v1/sponsors/{id}", id)
                .then()
                .statusCode(201);
        RequestSpecification theirs = tpps("93.07");
        theirs.get("/v1/sponsors?kind=ASN&free=true").then().body("id", contains(id.toString()));
        tpps("93.07").get("/v1/sponsors?kind=MEDIA").then().body("$", empty());
        tpps("93.07").get("/v1/sponsors?free=false").then().body("$", empty());
        tpps("93.07").get("/v1/sponsors?kind=KING").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kader", "tpk", "system", "partner", "auditor", "opd", "puskesmas"})
    void otherRolesAreRefused(String role) {
        given().auth()
                .oauth2(TestTokens.token(role, "93"))
                .get("/v1/sponsors")
                .then()
                .statusCode(403);
    }

    private Response put(String body) {
        return tpps("93.04").contentType(ContentType.JSON).body(body).put("/v1/sponsors/{id}", id);
    }

    private static String row(UUID id, String area, int capacity) {
        return promise(area, capacity).replace("{\"kind\"", "{\"id\":\"" + id + "\",\"kind\"");
    }

    private static String promise(String area, int capacity) {
        return """
                {"kind":"ASN","institution":"Dinas Contoh","area":"%s","capacity":%d,"from":"2026-08-01","until":"2026-12-31"}""".formatted(area, capacity);
    }

    private static RequestSpecification tpps(String area) {
        return given().auth().oauth2(TestTokens.token(Roles.TPPS, area));
    }
}
