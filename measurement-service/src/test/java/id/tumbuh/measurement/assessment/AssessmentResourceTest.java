package id.tumbuh.measurement.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.measurement.growth.GrowthPolicy;
import id.tumbuh.measurement.growth.Permenkes;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class AssessmentResourceTest {

    @Inject
    GrowthRules rules;

    @Inject
    ObjectMapper json;

    @Test
    void documentedExampleIsWhatIsAnswered() throws IOException {
        String answer = assess(AssessmentApi.REQUEST).statusCode(200).extract().asString();

        assertThat(json.readTree(answer).get(0))
                .isEqualTo(json.readTree(AssessmentApi.ANSWER).get(0));
    }

    @Test
    void rulesOfTheDatabaseAreThoseOfThePermenkes() {
        GrowthPolicy policy = rules.on(LocalDate.of(2025, 8, 12));

        assertThat(policy).isEqualTo(Permenkes.POLICY);
        assertThat(rules.on(LocalDate.of(1990, 1, 1))).isSameAs(policy);
    }

    @Test
    void answersKeepTheOrderAndEchoTheReference() {
        assess("""
                [{"ref":"b","sex":"L","ageDays":100.5,"weightKg":6},{"sex":"P","ageMonths":12,"weightKg":9,"unknown":{"a":[1]}},
                 {"ref":"a","sex":"L","weightKg":12,"lengthHeightCm":87}]""")
                .statusCode(200)
                .body("ref", contains("b", null, "a"))
                .body("[0].indices.weightForAge.category", equalTo("NORMAL"))
                .body("[2].indices.weightForAge.z", nullValue())
                .body("[2].indices.weightForLengthHeight.category", equalTo("NORMAL"))
                .body("[2].adjustedLengthHeightCm", equalTo(87.0f));
    }

    @Test
    void everyWrongFieldOfEveryRowIsNamedAndNoValueEchoed() {
        String answer = assess("""
                [{"sex":"L","ageDays":1},
                 {"sex":"X","ageDays":-1,"weightKg":"9,7","lengthHeightCm":1e308,"oedema":"y","position":3},
                 {"birthDate":"2025-08-12","measuredOn":"2025-08-11","sex":null},
                 {"sex":"P","birthDate":"2025-02-30","measuredOn":"12/08/2025"},
                 {"sex":"P","ageDays":3,"ageMonths":1},
                 {"sex":"P","birthDate":"2025-08-12"},
                 17]""")
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"))
                .body(
                        "errors.pointer",
                        contains(
                                "/1/sex",
                                "/1/ageDays",
                                "/1/weightKg",
                                "/1/lengthHeightCm",
                                "/1/oedema",
                                "/1/position",
                                "/2/sex",
                                "/2/measuredOn",
                                "/3/birthDate",
                                "/3/measuredOn",
                                "/4/ageDays",
                                "/5/measuredOn",
                                "/6"))
                .body(
                        "errors.reason",
                        contains(
                                "UNKNOWN_WORD",
                                "OUT_OF_RANGE",
                                "WRONG_TYPE",
                                "OUT_OF_RANGE",
                                "WRONG_TYPE",
                                "WRONG_TYPE",
                                "REQUIRED",
                                "MEASURED_BEFORE_BIRTH",
                                "INVALID_DATE",
                                "INVALID_DATE",
                                "AGE_GIVEN_TWICE",
                                "REQUIRED",
                                "WRONG_TYPE"))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("9,7", "12/08/2025", "2025-02-30");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"sex\":\"L\",\"weightKg\":NaN}] | MALFORMED_JSON",
                "[{\"sex\":\"L\" | MALFORMED_JSON",
                "[] 1 | MALFORMED_JSON",
                "{\"sex\":\"L\"} | INVALID_REQUEST",
                "null | INVALID_REQUEST"
            })
    void whatIsNoListOfRowsIsRefused(String body, String code) {
        assess(body).statusCode(400).body("code", equalTo(code));
    }

    @Test
    void tenThousandRowsAreTakenAndOneMoreIsNot() {
        String row = "{\"sex\":\"P\",\"ageDays\":400,\"weightKg\":8.4,\"lengthHeightCm\":72.5,\"position\":\"LYING\"}";

        assess("[" + String.join(",", Collections.nCopies(10_000, row)) + "]")
                .statusCode(200)
                .body("", hasSize(10_000));
        assess("[" + String.join(",", Collections.nCopies(10_001, row)) + "]")
                .statusCode(400)
                .body("code", equalTo("TOO_MANY_ROWS"));
    }

    @Test
    void zeroCountsAsNotTaken() {
        assess("[{\"sex\":\"L\",\"ageDays\":400,\"weightKg\":0,\"lengthHeightCm\":0,\"armCircumferenceCm\":0}]")
                .statusCode(200)
                .body("[0].indices.weightForAge.z", nullValue())
                .body("[0].indices.lengthHeightForAge.z", nullValue())
                .body("[0].indices.armCircumferenceForAge.z", nullValue());
    }

    @Test
    void anyRoleMayAssessAndNobodyWithoutToken() {
        given().auth()
                .oauth2(TestTokens.token("partner"))
                .contentType(ContentType.JSON)
                .body("[]")
                .post("/v1/assessments")
                .then()
                .statusCode(200);
        given().contentType(ContentType.JSON)
                .body("[]")
                .post("/v1/assessments")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse assess(String body) {
        return given().auth()
                .oauth2(TestTokens.token("kader", "36.04"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/assessments")
                .then();
    }
}
