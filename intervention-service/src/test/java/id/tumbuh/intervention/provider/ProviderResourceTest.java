package id.tumbuh.intervention.provider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a kabupaten of its own (96.02). */
@QuarkusTest
@WithTestResource(RealServers.class)
class ProviderResourceTest {
    private static final String KITCHEN = "96.02.10.2001";
    private static int kecamatan = 20;

    @Inject
    TestDatabase database;

    @Test
    void aKitchenIsRegisteredSentAgainAndChanged() {
        UUID id = UUID.randomUUID();

        put(id, kitchen(KITCHEN, 60), null).then().statusCode(201).header("ETag", equalTo("\"1\""));
        put(id, kitchen(KITCHEN, 60), null).then().statusCode(200).header("ETag", equalTo("\"1\""));
        put(id, kitchen(KITCHEN, 80), null).then().statusCode(409).body("code", equalTo("CONFLICT"));
        put(id, kitchen(KITCHEN, 80), "\"1\"").then().statusCode(200).body("mealsPerDay", equalTo(80));
        put(id, kitchen(KITCHEN, 90), "\"1\"").then().statusCode(412);
        assertThat(database.rows("select action from audit_entry where object_id = ?", id.toString()))
                .hasSize(2);
    }

    @Test
    void aKitchenElsewhereIsNotThereAndCanNotBeMade() {
        UUID id = kitchen();

        as(Roles.TPPS, "96.03").get("/v1/providers/{id}", id).then().statusCode(404);
        as(Roles.TPPS, "96.03")
                .contentType(ContentType.JSON)
                .body(kitchen(KITCHEN, 1))
                .put("/v1/providers/{id}", UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/area"));
    }

    @Test
    void aKaderSeesTheKitchenOfHerKecamatanAndMayNotTouchItsStock() {
        String area = "96.02." + kecamatan++;
        UUID id = UUID.randomUUID();
        put(id, kitchen(area, 100), null).then().statusCode(201);
        UUID other = UUID.randomUUID();
        put(other, kitchen(area + ".2002", 10), null).then().statusCode(201);
        receive(id, "96.02", "IN", 10).then().body("outcome", contains("CREATED"));

        RequestSpecification kader = as(Roles.KADER, area + ".2001");
        kader.get("/v1/providers").then().body("id", contains(id.toString()));
        kader.get("/v1/providers/{id}/stock", id).then().statusCode(404);
        receive(id, area + ".2001", "OUT", 1).then().statusCode(404);
    }

    @Test
    void whatIsNotThereCanNotGoOut() {
        UUID id = kitchen();

        receive(id, "96.02", "IN", 300).then().body("outcome", contains("CREATED"));
        receive(id, "96.02", "OUT", 45).then().body("outcome", contains("CREATED"));
        receive(id, "96.02", "OUT", 256)
                .then()
                .statusCode(200)
                .body("outcome", contains("INVALID"))
                .body("problem[0].errors[0].reason", equalTo("STOCK_SHORT"));
        as(Roles.TPPS, "96.02")
                .get("/v1/providers/{id}/stock", id)
                .then()
                .body("", hasSize(1))
                .body("[0].in", equalTo(300))
                .body("[0].out", equalTo(45))
                .body("[0].left", equalTo(255));
    }

    @Test
    void ofManyWhoWantTheLastAtOnceNobodyGetsMoreThanThereIs() throws Exception {
        UUID id = kitchen();
        receive(id, "96.02", "IN", 10).then().body("outcome", contains("CREATED"));
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService cooks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int cook = 0; cook < 12; cook++) {
                answers.add(cooks.submit(
                        () -> receive(id, "96.02", "OUT", 3).then().extract().path("[0].outcome")));
            }
        }
        int taken = 0;
        for (Future<String> answer : answers) {
            taken += answer.get().equals("CREATED") ? 1 : 0;
        }

        assertThat(taken).isEqualTo(3);
        as(Roles.TPPS, "96.02").get("/v1/providers/{id}/stock", id).then().body("[0].left", equalTo(1));
    }

    @Test
    void aMovementSentTwiceIsOne() {
        UUID id = kitchen();
        UUID movement = UUID.randomUUID();
        String row = movement(movement, "IN", 10);

        move(id, "96.02", "[" + row + "," + row + "]").then().body("outcome", contains("CREATED", "UNCHANGED"));
        move(id, "96.02", "[" + row + "," + movement(movement, "IN", 11) + ",{}]")
                .then()
                .body("outcome", contains("UNCHANGED", "CONFLICT", "INVALID"));
    }

    @Test
    void aMenuThatFallsShortIsTakenAndWarnedOf() {
        UUID id = kitchen();

        menu(id, "2026-08-17", "[\"EGG\"]", null).then().statusCode(201);
        menu(id, "2026-08-17", "[\"EGG\"]", null).then().statusCode(200);
        menus(id)
                .then()
                .body("menus", hasSize(1))
                .body("warnings.code", contains("TOO_FEW_ANIMAL_PROTEINS"))
                .body(
                        "warnings[0].words",
                        equalTo("Makanan lengkap ini memuat 1 jenis protein hewani; paling sedikit 2"));
        menu(id, "2026-08-17", "[\"EGG\",\"FISH\"]", null).then().statusCode(409);
        menu(id, "2026-08-17", "[\"EGG\",\"FISH\"]", "\"1\"").then().statusCode(200);
        menus(id).then().body("warnings", empty());
    }

    @Test
    void whatIsWrongIsPointedAtAndNeverRepeated() {
        String answer = put(UUID.randomUUID(), kitchen(KITCHEN, 60).replace("Dapur", "3604201504920001"), null)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/name"))
                .body("errors[0].reason", equalTo("LOOKS_LIKE_NIK"))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("3604201504920001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kader", "tpk", "system", "partner", "auditor", "opd"})
    void otherRolesRegisterNothing(String role) {
        as(role, "96.02")
                .contentType(ContentType.JSON)
                .body(kitchen(KITCHEN, 1))
                .put("/v1/providers/{id}", UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    private UUID kitchen() {
        UUID id = UUID.randomUUID();
        put(id, kitchen("96.02." + kecamatan++ + ".2001", 60), null).then().statusCode(201);
        return id;
    }

    private static String kitchen(String area, int meals) {
        return "{\"kind\":\"DASHAT\",\"name\":\"Dapur Contoh\",\"area\":\"%s\",\"mealsPerDay\":%d}"
                .formatted(area, meals);
    }

    private static Response put(UUID id, String body, @Nullable String ifMatch) {
        RequestSpecification request =
                as(Roles.TPPS, "96.02").contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/v1/providers/{id}", id);
    }

    private static Response menu(UUID id, String day, String proteins, @Nullable String ifMatch) {
        RequestSpecification request = as(Roles.TPPS, "96.02")
                .contentType(ContentType.JSON)
                .body("{\"fullMeal\":true,\"dishes\":[{\"name\":\"Nasi tim\",\"animalProteins\":" + proteins + "}]}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/providers/{id}/menus/{day}", id, day);
    }

    private static Response menus(UUID id) {
        return as(Roles.TPPS, "96.02").get("/v1/providers/{id}/menus?from=2026-08-19&to=2026-08-20", id);
    }

    private static Response receive(UUID id, String area, String direction, int eggs) {
        return move(id, area, "[" + movement(UUID.randomUUID(), direction, eggs) + "]");
    }

    private static String movement(UUID id, String direction, int eggs) {
        return """
                {"id":"%s","direction":"%s","item":"EGG","unit":"PIECE","quantity":%d,"day":"2026-08-14"}""".formatted(id, direction, eggs);
    }

    private static Response move(UUID id, String area, String rows) {
        return as(area.length() > 5 ? Roles.KADER : Roles.TPPS, area)
                .contentType(ContentType.JSON)
                .body(rows)
                .post("/v1/providers/{id}/stock-movements:batch", id);
    }

    private static RequestSpecification as(String role, String area) {
        return given().auth().oauth2(TestTokens.token(role, area));
    }
}
