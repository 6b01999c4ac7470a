package id.tumbuh.intervention.referral;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import id.tumbuh.intervention.casework.Telling;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In a province of its own (92), so that what other tests leave behind doesn't count. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReferralResourceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final AreaCode OWN = new AreaCode("92.04.20.2006");
    private static final AreaCode SIBLING = new AreaCode("92.73.01.1001");
    private static boolean told;

    @Inject
    Telling telling;

    @BeforeEach
    void twoFamiliesWithAStuntedChild() {
        if (told) {
            return;
        }
        told = true;
        family(1, OWN, "UNSAFE_WATER", "UNSAFE_SANITATION", "NO_MODERN_CONTRACEPTION");
        family(2, SIBLING, "UNSAFE_WATER");
        telling.tell(new Fact.Risks(
                new UUID(9200, 1),
                2,
                DAY,
                OWN,
                Set.of(new RiskFactor("UNSAFE_WATER"), new RiskFactor("NO_MODERN_CONTRACEPTION")),
                null));
    }

    @Test
    void openReferralsAreListedByArea() {
        as(Roles.OPD, "92")
                .get("/v1/referrals?area=92.04")
                .then()
                .statusCode(200)
                .body("$", hasSize(2))
                .body("familyId", everyItem(equalTo(new UUID(9200, 1).toString())))
                .body("area", everyItem(equalTo(OWN.value())))
                .body("riskFactor", hasItems("UNSAFE_WATER", "NO_MODERN_CONTRACEPTION"))
                .body("state", everyItem(equalTo("OPEN")))
                .body("ruleVersion", everyItem(equalTo(2)));
    }

    @Test
    void anOpdAsksForItsField() {
        as(Roles.OPD, "92.04")
                .get("/v1/referrals?field=PUPR")
                .then()
                .body("riskFactor", contains("UNSAFE_WATER"))
                .body("[0].reason", equalTo("STUNTED_CHILD_AT_RISK"));
    }

    @Test
    void closedReferralsSayWhy() {
        as(Roles.TPPS, "92")
                .get("/v1/referrals?state=CLOSED")
                .then()
                .body("riskFactor", contains("UNSAFE_SANITATION"))
                .body("[0].reason", equalTo("RISK_FACTOR_GONE"))
                .body("[0].closedOn", equalTo("2026-06-15"))
                .body("[0].version", equalTo(2));
    }

    @Test
    void aSiblingKabupatenSeesNothingOfIt() {
        as(Roles.OPD, "92.73").get("/v1/referrals").then().body("area", contains(SIBLING.value()));
        as(Roles.OPD, "92.73")
                .get("/v1/referrals?area=92.04")
                .then()
                .statusCode(200)
                .body("$", empty());
    }

    @Test
    void aFullPageLinksToTheNext() {
        as(Roles.OPD, "92")
                .get("/v1/referrals?limit=1")
                .then()
                .body("$", hasSize(1))
                .header("Link", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "state=DONE, /state, STATE_UNKNOWN",
        "stage=CLOSED, /stage, STAGE_UNKNOWN",
        "overdue=yes, /overdue, OVERDUE_UNKNOWN",
        "level=DESA, /level, LEVEL_UNKNOWN",
        "field=pu pr, /field, FIELD_MALFORMED"
    })
    void aWrongParameterIsPointedAt(String query, String pointer, String reason) {
        as(Roles.OPD, "92")
                .get("/v1/referrals?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].reason", equalTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kader", "tpk", "puskesmas", "system", "partner"})
    void otherRolesAreRefused(String role) {
        as(role, "92").get("/v1/referrals").then().statusCode(403);
    }

    @Test
    void theDocumentShowsEveryOperationWithAnExample() {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("3.1.0"))
                .body("paths.'/v1/needs'.get.responses.'200'.content.'application/json'.examples", notNullValue())
                .body("paths.'/v1/needs/{id}'.get.responses.'200'.content.'application/json'.examples", notNullValue())
                .body(
                        "paths.'/v1/needs/summary'.get.responses.'200'.content.'application/json'.examples",
                        notNullValue())
                .body("paths.'/v1/referrals'.get.responses.'200'.content.'application/json'.examples", notNullValue());
    }

    private static RequestSpecification as(String role, String area) {
        return given().auth().oauth2(TestTokens.token(role, area));
    }

    private void family(int number, AreaCode area, String... factors) {
        UUID family = new UUID(9200, number);
        telling.tell(
                new Fact.Risks(
                        family,
                        1,
                        DAY,
                        area,
                        Set.of(Arrays.stream(factors).map(RiskFactor::new).toArray(RiskFactor[]::new)),
                        null),
                new Fact.Growth(new UUID(92, number), 1, DAY, new Home(family, area), Stunting.STUNTED, 30, true));
    }
}
