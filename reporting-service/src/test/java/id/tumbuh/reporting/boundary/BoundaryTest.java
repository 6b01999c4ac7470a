package id.tumbuh.reporting.boundary;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boundaries are taken when they can be drawn, and answered with figures; each test has a kabupaten of its own. */
@QuarkusTest
@WithTestResource(RealServers.class)
class BoundaryTest {
    private static final String SQUARE = "[[[106.2,-6.3],[106.3,-6.3],[106.3,-6.2],[106.2,-6.2],[106.2,-6.3]]]";
    private static boolean announced;

    @Inject
    Given given;

    @BeforeEach
    void twoKabupaten() {
        if (!announced) {
            announced = true;
            given.announced(
                    Given.areas("64.31", "Peta"),
                    Given.areas("64.32", "Tanpa"),
                    Measured.of(UUID.randomUUID(), LocalDate.of(2024, 7, 3), "64.31.01.2001")
                            .height("STUNTED")
                            .event(),
                    Measured.of(UUID.randomUUID(), LocalDate.of(2024, 7, 3), "64.31.01.2001")
                            .event(),
                    Measured.of(UUID.randomUUID(), LocalDate.of(2024, 7, 3), "64.32.01.2001")
                            .event());
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            figures("64.31").body("denominator", equalTo(2));
            figures("64.32").body("denominator", equalTo(1));
        });
    }

    @Test
    void figuresAreJoinedToTheBoundariesThereAre() {
        put(collection(feature("64.31.01", "Polygon", SQUARE)), "admin").statusCode(200);

        map("64.31", "tpps", "64.31")
                .statusCode(200)
                .contentType(startsWith("application/geo+json"))
                .body("type", equalTo("FeatureCollection"))
                .body("month", equalTo("2024-07"))
                .body("licences[0]", equalTo("ODbL 1.0"))
                .body("attributions[0]", equalTo("© Contoh"))
                .body("features.size()", equalTo(2))
                .body("features[0].id", equalTo("64.31.01"))
                .body("features[0].geometry.type", equalTo("Polygon"))
                .body("features[0].geometry.coordinates[0].size()", equalTo(5))
                .body("features[0].properties.numerator", equalTo(1))
                .body("features[0].properties.value", equalTo(50.0f))
                .body("features[1].properties.name", equalTo("Peta Selatan"))
                .body("features[1].geometry", nullValue());
    }

    @Test
    void theSameAgainChangesNothingAndAnotherTakesItsPlace() {
        String hole = "[%s,[[106.24,-6.26],[106.26,-6.26],[106.26,-6.24],[106.24,-6.24],[106.24,-6.26]]]"
                .formatted(SQUARE.substring(1, SQUARE.length() - 1));
        String two = collection(
                feature("64.31.02", "MultiPolygon", "[" + SQUARE + "]"), feature("64.31.02.2001", "Polygon", SQUARE));
        put(two, "admin").body("changed", equalTo(2)).body("unchanged", equalTo(0));
        put(two, "admin", "application/geo+json; charset=utf-8")
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(2));
        put(collection(feature("64.31.02.2001", "Polygon", hole)), "admin").body("changed", equalTo(1));

        map("64.31.02", "tpps", "64.31")
                .body("features[0].geometry.coordinates.size()", equalTo(2))
                .body("features[1].geometry", nullValue());
    }

    @Test
    void withoutBoundariesItSaysHowToSupplyThem() {
        map("64.32", "tpps", "64.32")
                .statusCode(404)
                .body("code", equalTo("NO_BOUNDARIES"))
                .body("title", containsString("PUT /v1/boundaries"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/features/0/geometry/coordinates/0 | RING_TOO_SHORT | [[[106,-6],[107,-6],[106,-6]]]",
                "/features/0/geometry/coordinates/0 | RING_NOT_CLOSED | [[[106,-6],[107,-6],[107,-7],[106,-7]]]",
                "/features/0/geometry/coordinates | CROSSES_ITSELF | [[[106,-6],[107,-7],[107,-6],[106,-7],[106,-6]]]",
                "/features/0/geometry/coordinates/0/1 | OTHER_COORDINATES | [[[106,-6],[698000,9310000],[107,-7],[106,-6]]]",
                "/features/0/geometry/coordinates/0/2 | NOT_A_NUMBER | [[[106,-6],[107,-6],['x',-7],[106,-6]]]",
                "/features/0/geometry/coordinates/0/2 | WRONG_TYPE | [[[106,-6],[107,-6],[107],[106,-6]]]",
                "/features/0/geometry/coordinates | HOLE_MISPLACED | [[[106,-6],[107,-6],[107,-7],[106,-6]],[[109,-6],[110,-6],[110,-7],[109,-6]]]",
                "/features/0/geometry/coordinates | WRONG_TYPE | []"
            })
    void aShapeThatCanNotBeDrawnIsRefusedByItsPlace(String pointer, String reason, String coordinates) {
        put(collection(feature("64.32.01", "Polygon", coordinates.replace('\'', '"'))), "admin")
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].reason", equalTo(reason));
        map("64.32", "tpps", "64.32").statusCode(404);
    }

    @Test
    void whereABoundaryCrossesItselfIsTold() {
        put(collection(feature("64.32.01", "Polygon", "[[[106,-6],[107,-7],[107,-6],[106,-7],[106,-6]]]")), "admin")
                .statusCode(400)
                .body("detail", containsString("106.5 -6.5"));
    }

    @Test
    void whatIsNoCollectionOfBoundariesIsRefusedAsAWhole() {
        String fine = feature("64.32.01", "Polygon", SQUARE);
        put("{\"type\":", "admin").statusCode(400).body("code", equalTo("MALFORMED_JSON"));
        refused("{\"type\":\"Feature\"}", "/type", "WRONG_TYPE");
        refused(collection(fine).replace("\"licence\":\"ODbL 1.0\",", ""), "/licence", "REQUIRED");
        refused(collection(fine).replace("© Contoh", " "), "/attribution", "REQUIRED");
        refused(collection(fine).replace("\"features\"", "\"crs\":{},\"features\""), "/crs", "OTHER_COORDINATES");
        refused(collection(), "/features", "REQUIRED");
        refused(collection(fine, fine), "/features/1/properties/areaCode", "AREA_TWICE");
        refused(
                collection(fine, feature("64.39", "Polygon", SQUARE)),
                "/features/1/properties/areaCode",
                "UNKNOWN_AREA");
        refused(collection(feature("Serang", "Polygon", SQUARE)), "/features/0/properties/areaCode", "INVALID_AREA");
        refused(collection(feature("64.32.01", "Point", "[106,-6]")), "/features/0/geometry/type", "NOT_A_POLYGON");
        map("64.32", "tpps", "64.32").statusCode(404);
    }

    @Test
    void onlyAnAdministratorSuppliesAndNoBodyIsTooLargeForTheMachine() {
        put(collection(feature("64.31.01", "Polygon", SQUARE)), "tpps").statusCode(403);
        put("x".repeat(9 * 1024 * 1024), "admin").statusCode(413);
        assertThat(given().auth()
                        .oauth2(TestTokens.token("admin", "*"))
                        .contentType("application/json")
                        .body("x".repeat(2 * 1024 * 1024))
                        .put("/v1/targets/64.31/2024")
                        .statusCode())
                .as("elsewhere a body stays small")
                .isEqualTo(413);
    }

    @Test
    void aMapIsOfTheReadersAreasAndOfAnIndicatorThereIs() {
        map("64.31", "tpps", "64.32").statusCode(404);
        given().get("/v1/indicators/stunting-prevalence.geojson?area=64.31")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestTokens.token("tpps", "64.31"))
                .get("/v1/indicators/nothing.geojson?area=64.31")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    /** Nothing was published there: a partner gets no figure that nobody released. */
    @Test
    void aPartnerSeesOnlyWhatWasPublished() {
        put(collection(feature("64.31.01", "Polygon", SQUARE)), "admin").statusCode(200);
        map("64.31", "partner", "64.31").statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    private static void refused(String body, String pointer, String reason) {
        put(body, "admin")
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].reason", equalTo(reason));
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"licence\":\"ODbL 1.0\",\"attribution\":\"© Contoh\",\"features\":["
                + String.join(",", features) + "]}";
    }

    private static String feature(String area, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"areaCode\":\"%s\"},\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}"
                .formatted(area, type, coordinates);
    }

    private static ValidatableResponse put(String body, String role) {
        return put(body, role, "application/json; charset=utf-8");
    }

    private static ValidatableResponse put(String body, String role, String type) {
        return given().auth()
                .oauth2(TestTokens.token(role, "*"))
                .contentType(type)
                .body(body)
                .put("/v1/boundaries")
                .then();
    }

    private static ValidatableResponse map(String area, String role, String wilayah) {
        return given().auth()
                .oauth2(TestTokens.token(role, wilayah))
                .get("/v1/indicators/stunting-prevalence.geojson?month=2024-07&area=" + area)
                .then();
    }

    private static ValidatableResponse figures(String area) {
        return given().auth()
                .oauth2(TestTokens.token("tpps", area))
                .get("/v1/indicators/stunting-prevalence?area=" + area)
                .then()
                .statusCode(200);
    }
}
