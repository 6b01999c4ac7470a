package id.tumbuh.reporting.targets;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.platform.messaging.Announcement;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class TargetResourceTest {
    @Inject
    Given given;

    @Test
    void theSameAgainChangesNothingAndAnotherNeedsTheVersionRead() {
        put("tpps", "82.11", "82.11/2028", "14", null).statusCode(201).header("ETag", "\"1\"");
        put("tpps", "82.11", "82.11/2028", "14.00", null).statusCode(200).header("ETag", "\"1\"");
        put("tpps", "82.11", "82.11/2028", "13", null).statusCode(409);
        put("tpps", "82.11", "82.11/2028", "13", "\"2\"").statusCode(412);
        put("tpps", "82.11", "82.11/2028", "13", "\"1\"").statusCode(200).header("ETag", "\"2\"");
        get("/v1/targets/82.11/2028").statusCode(200).body("percent", equalTo(13.0f));
        get("/v1/targets/82.11/2027").statusCode(404);
    }

    @ParameterizedTest(name = "{0} of {1} sets {2}: {3}")
    @CsvSource({
        "tpps, 82.12, 82.12/2030, 201",
        "bkkbn, 82, 82.12/2031, 201",
        "tpps, 82.13, 82.12/2032, 403",
        "tpps, 82.12.01, 82.12/2032, 403",
        "kader, 82.12, 82.12/2032, 403",
        "opd, 82.12, 82.12/2032, 403"
    })
    void whoAnswersForTheAreaSetsItsTarget(String role, String wilayah, String path, int status) {
        put(role, wilayah, path, "10", null).statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({
        "82.11/1999, 10, /year",
        "82.11/2101, 10, /year",
        "Serang/2028, 10, /area",
        "82.11/2028, -1, /percent",
        "82.11/2028, 100.5, /percent",
        "82.11/2028, 10.125, /percent",
        "82.11/2028, null, /percent"
    })
    void whatIsWrongIsToldByItsField(String path, String percent, String pointer) {
        put("admin", "*", path, percent, null).statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void theWayIsToldFromTheNewestSurveyToTheOwnTarget() {
        given.announced(aKabupaten("82.14"));
        put("tpps", "82.14", "82.14/2024", "14", null).statusCode(201);
        survey("82.14", 2022, "26.4");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> path("82.14", "2022-08-01")
                        .statusCode(200)
                        .body("goal.year", equalTo(2024))
                        .body("goal.percent", equalTo(14.0f))
                        .body("goal.own", equalTo(true))
                        .body("standing.percent", equalTo(26.4f))
                        .body("standing.pointsAYear", equalTo(6.2f))
                        .body("national.year", contains(2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029))
                        .body("national.findAll { it.interpolated }.year", contains(2026, 2027, 2028))
                        .body("national[0].source", containsString("RPJMN"))
                        // ten children, 26.4 less 14 per cent of them
                        .body("childrenToLift.basis", contains("SURVEY", "ROUTINE"))
                        .body("childrenToLift[0].children", equalTo(1))
                        // three of nine measured are stunted where 14 per cent of nine allow one
                        .body("childrenToLift[1].children", equalTo(2))
                        .body("childrenToLift[1].month", equalTo("2024-07"))
                        .body("areas", hasSize(2))
                        .body("areas.code", contains("82.14.01", "82.14.02"))
                        .body("areas[0].stunted", equalTo(3))
                        .body("areas[0].measured", equalTo(8))
                        .body("areas[0].childrenToLift", equalTo(2))
                        .body("areas[1].childrenToLift", equalTo(0)));
        path("82.14", "2026-01-01")
                .body("goal.year", equalTo(2029))
                .body("goal.own", equalTo(false))
                .body("standing.fromYear", equalTo(2026))
                .body("standing.pointsAYear", equalTo(4.07f));
        path("82.14", "2021-12-31").body("standing", nullValue());
    }

    @Test
    void thePathOfAnotherAreaIsNotThere() {
        path("36.04", "2026-01-01").statusCode(404);
        path("ID", "2026-01-01").statusCode(404);
        path("82.14", "kemarin").statusCode(400).body("errors[0].pointer", equalTo("/on"));
        path("82.14", "2026-01-01&month=Juli").statusCode(400).body("errors[0].pointer", equalTo("/month"));
        given().get("/v1/target-path?area=82.14").then().statusCode(401);
    }

    /** Eight measured in the north, three of them stunted; one well in the south; one who never came. */
    private static List<Announcement> aKabupaten(String code) {
        List<Announcement> events = new ArrayList<>(List.of(Given.areas(code, "Contoh")));
        LocalDate born = LocalDate.of(2023, 5, 20);
        for (int i = 0; i < 10; i++) {
            UUID child = new UUID(8214, i);
            String area = code + (i == 8 ? ".02.2001" : ".01.2001");
            events.add(Given.child(child, 1, area, "L", born, true));
            if (i < 9) {
                events.add(Measured.of(child, LocalDate.of(2024, 7, 10), area)
                        .height(i < 3 ? "STUNTED" : "NORMAL")
                        .event());
            }
        }
        return events;
    }

    private static void survey(String area, int year, String percent) {
        given().auth()
                .oauth2(TestTokens.token("tpps", "82"))
                .contentType("application/json")
                .body("""
                        {"area": "%s", "indicator": "stunting-prevalence", "instrument": "SSGI", "year": %d, "percent": %s,
                         "definition": "TB/U", "source": {"author": "Kemenkes", "title": "SSGI"}}""".formatted(area, year, percent))
                .put("/v1/survey-estimates/" + UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse put(
            String role, String wilayah, String path, String percent, @Nullable String ifMatch) {
        var request = given().auth()
                .oauth2(TestTokens.token(role, wilayah))
                .contentType("application/json")
                .body("""
                        {"percent": %s, "source": {"author": "Bupati", "title": "RPJMD"}}""".formatted(percent));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/targets/" + path)
                .then();
    }

    private static ValidatableResponse path(String area, String on) {
        return get("/v1/target-path?area=" + area + "&on=" + on);
    }

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2(TestTokens.token("tpps", "82")).get(path).then();
    }
}
