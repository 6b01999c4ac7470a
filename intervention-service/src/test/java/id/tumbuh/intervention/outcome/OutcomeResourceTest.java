package id.tumbuh.intervention.outcome;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.casework.Telling;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.intervention.delivery.Promises;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In two kecamatan of 96.04 that no other test has. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OutcomeResourceTest {
    private static final LocalDate FROM = LocalDate.of(2026, 8, 1);
    /** Of the test that sums. */
    private static final String SUMMED = "96.04.98";

    @Inject
    Promises promises;

    @Inject
    Telling telling;

    @Inject
    TestDatabase database;

    private String area = SUMMED + ".2001";

    @Test
    void aChildsGrowthIsToldBeforeDuringAndAfterItsHelp() {
        area = "96.04.97.2001";
        UUID child = UUID.randomUUID();
        UUID placement = promises.commit(child, home(), FROM, 90);
        weigh(child, -60, 7.0, -2.6);
        weigh(child, -30, 7.1, -2.7);
        weigh(child, 0, 7.2, -2.8);
        weigh(child, 60, 8.0, -1.9);

        as(Roles.PUSKESMAS, "/v1/placements/" + placement + "/outcome")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("from", equalTo("2026-08-01"))
                .body("outcome.before.gramsPerMonth", equalTo(101))
                .body("outcome.during.gramsPerMonth", equalTo(406))
                .body("outcome.during.weightForLengthChange", equalTo(0.9f))
                .body("outcome.after.gramsPerMonth", nullValue())
                .body("outcome.recovery", equalTo("RECOVERED"))
                .body("caveats", hasSize(6));
        given().auth()
                .oauth2(TestTokens.token(Roles.PUSKESMAS, "96.05"))
                .get("/v1/placements/{id}/outcome", placement)
                .then()
                .statusCode(404);
    }

    @Test
    void fiveHelpedAndFiveOthersAreSummedAndFourAreNot() {
        for (int child = 0; child < 4; child++) {
            helped();
            other();
        }
        outcomes()
                .then()
                .body("placements", nullValue())
                .body("during.gramsPerMonth.mean", nullValue())
                .body("comparison.gramsPerMonth.helped.mean", nullValue());

        helped();
        other();

        outcomes()
                .then()
                .statusCode(200)
                .body("placements", equalTo(5))
                .body("during.gramsPerMonth.mean", equalTo(406))
                .body("during.gramsPerMonth.children", equalTo(5))
                .body("recovered.numerator", equalTo(5))
                .body("recovered.denominator", equalTo(5))
                .body("comparison.gramsPerMonth.helped.mean", equalTo(406))
                .body("comparison.gramsPerMonth.compared.mean", equalTo(101))
                .body("comparison.gramsPerMonth.compared.children", equalTo(5))
                .body("comparison.gramsPerMonth.inKecamatan", equalTo(5))
                .body("caveats", hasItem(startsWith("Anak tidak dibagi secara acak")));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-08-01&to=2026-08-31, /area",
        "area=96&from=2026-08-01&to=2026-08-31, /area",
        "area=96.04&to=2026-08-31, /from",
        "area=96.04&from=2026-08-01&to=2026-07-31, /to",
        "area=96.04&from=2026-08-01&to=2027-08-03, /to"
    })
    void aQuestionThatCanNotBeAnsweredIsPointedAt(String query, String pointer) {
        as(Roles.TPPS, "/v1/outcomes?" + query).then().statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    private void helped() {
        UUID child = UUID.randomUUID();
        promises.commit(child, home(), FROM, 90);
        weigh(child, 0, 7.2, -2.8);
        weigh(child, 60, 8.0, -1.9);
    }

    private void other() {
        UUID child = UUID.randomUUID();
        telling.tell(new Fact.Growth(child, 1, LocalDate.of(2026, 6, 15), home(), Stunting.STUNTED, 14, true));
        weigh(child, 0, 7.2, -2.8);
        weigh(child, 60, 7.4, -2.8);
    }

    private Response outcomes() {
        return as(Roles.TPPS, "/v1/outcomes?from=2026-08-01&to=2026-10-29&area=" + SUMMED);
    }

    private static Response as(String role, String path) {
        return given().auth().oauth2(TestTokens.token(role, "96.04")).get(path);
    }

    private Home home() {
        return new Home(UUID.randomUUID(), new AreaCode(area));
    }

    private void weigh(UUID child, int day, double kilograms, double weightForLength) {
        database.write(
                """
                insert into weighing (measurement_id, child_id, area_code, version, measured_on, age_months, voided, weight_kg,
                    weight_for_length)
                values (?, ?, ?, 1, ?, 14, false, ?, ?)""",
                UUID.randomUUID(),
                child,
                area,
                FROM.plusDays(day),
                BigDecimal.valueOf(kilograms),
                BigDecimal.valueOf(weightForLength));
    }
}
