package id.tumbuh.reporting.reconciliation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import io.quarkus.qute.i18n.Message;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class ReconciliationResourceTest {
    private static final SurveyedKabupaten KABUPATEN = new SurveyedKabupaten("82.21", 8221);
    private static boolean announced;

    @Inject
    Given given;

    @BeforeEach
    void aKabupatenWithASurvey() {
        if (!announced) {
            announced = true;
            given.announced(KABUPATEN.events());
            KABUPATEN.surveyed();
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> reconciliation("82.21", "2024-07")
                        .statusCode(200)
                        .body("routine.denominator", equalTo(30))
                        .body("routine.children", equalTo(40))
                        .body("measuring.posyandu", equalTo(2)));
    }

    @Test
    void bothSidesStandBesideEachOtherWithWhatFollows() {
        reconciliation("82.21", "2024-07")
                .body("routine.numerator", equalTo(2))
                .body("routine.percent", equalTo(6.6667f))
                .body("routine.coverage", equalTo(75.0f))
                .body("routine.absent", equalTo(10))
                .body("routine.absentPercent", equalTo(25.0f))
                .body("routine.impliedMean", equalTo(-0.5f))
                .body("survey.estimate.percent", equalTo(30.0f))
                .body("survey.estimate.intervalLow", equalTo(27.2f))
                .body("survey.expectedChildren", equalTo(12))
                .body("survey.impliedMean", equalTo(-1.37f))
                .body("between.lowest", equalTo(5.0f))
                .body("between.highest", equalTo(30.0f))
                .body("between.requiredAmongUnmeasured", equalTo(100.0f))
                .body("between.requiredRatio", equalTo(15.0f))
                .body("between.foundPercent", equalTo(16.6667f))
                .body("asOf", notNullValue());
    }

    @Test
    void theVerdictSaysItInBothLanguagesWithItsNumbers() {
        reconciliation("82.21", "2024-07")
                .body("verdict.code", equalTo("COVERAGE_ALONE_NOT_CREDIBLE"))
                .body(
                        "verdict.id",
                        hasItem(
                                "Menurut SSGI 2022, 30,0% balita stunting. Data rutin mencatat 6,7%: 2 dari 30 anak dengan tinggi badan yang masuk akal."))
                .body("verdict.id", hasItem(containsString("100% dari anak yang tidak diukur harus stunting, 15 kali")))
                .body("verdict.id", hasItem("10 balita (25,0%) tidak datang ditimbang."))
                .body("verdict.id", hasItem(containsString("−0,50 SD menurut data rutin dan −1,37 SD")))
                .body("verdict.id", hasItem("1 dari 2 posyandu tidak menemukan satu pun anak pendek."))
                .body("verdict.id", hasItem(containsString("2,56% yang disebut Dinas Kesehatan tidak sesuai")))
                .body("verdict.en", hasItem(containsString("about 12 stunted children here; routine data found 2")))
                .body("verdict.en", hasItem(containsString("60% of heights end in .0 or .5")))
                .body("verdict.en", hasItem(containsString("that is 3.38%")))
                .body("verdict.en", everyItem(not(containsString("{"))));
    }

    @Test
    void thePosyanduToMeasureAgainFirstComesWithItsReasons() {
        reconciliation("82.21", "2024-07")
                .body("measuring.noCase", equalTo(1))
                .body("measuring.poor", equalTo(1))
                .body("measuring.roundedHeightsPercent", equalTo(60.0f))
                .body("measuring.implausiblePercent", equalTo(2.5f))
                .body("measuring.spread", equalTo(1.1f))
                .body("remeasureFirst", hasSize(1))
                .body(
                        "remeasureFirst[0].posyanduId",
                        equalTo(KABUPATEN.weakPosyandu().toString()))
                .body("remeasureFirst[0].areaName", equalTo("Sukamaju"))
                .body("remeasureFirst[0].signs.code", contains("ROUNDED_HEIGHTS", "NO_CASE"));
        get("tpps", "82.21", "area=82.21&month=2024-07&limit=0").body("remeasureFirst", hasSize(0));
    }

    @Test
    void contradictingFiguresAndTheRulesUsedAreTold() {
        reconciliation("82.21", "2024-07")
                .body("recordedFigures", hasSize(2))
                .body("recordedFigures.percentFollows", hasItem(false))
                .body("recordedFigures[0].contradictedBy", hasSize(1))
                .body("rules.code", hasItem("reconciliation.largest-ratio"))
                .body("rules.find { it.code == 'reconciliation.largest-ratio' }.note", containsString("assumed"));
    }

    @Test
    void aSurveyIsNotPushedDownToAKecamatan() {
        reconciliation("82.21.01", "2024-07")
                .statusCode(200)
                .body("survey", nullValue())
                .body("between", nullValue())
                .body("verdict.code", equalTo("NO_SURVEY"))
                .body("routine.denominator", equalTo(30));
    }

    @Test
    void aLaterSurveyIsNotUsedForAnEarlierMonth() {
        reconciliation("82.21", "2021-12")
                .statusCode(200)
                .body("survey", nullValue())
                .body("routine.percent", nullValue())
                .body("verdict.code", equalTo("NO_ROUTINE_DATA"));
    }

    @ParameterizedTest(name = "{0} of {1} reads {2}: {3}")
    @CsvSource({
        "tpps, 82.21, 82.21, 200",
        "puskesmas, 82.21, 82.21.01, 200",
        "bkkbn, 82, 82.21, 200",
        "admin, *, 82.21, 200",
        "tpps, 82.22, 82.21, 404",
        "tpps, 82.21, 82, 404",
        "tpps, 82, ID, 404",
        "tpps, 82.22, 82.22, 404",
        "kader, 82.21, 82.21, 403",
        "partner, 82.21, 82.21, 403"
    })
    void theAreaMustBeTheCallers(String role, String wilayah, String area, int status) {
        get(role, wilayah, "area=" + area).statusCode(status);
    }

    @Test
    void aWrongQuestionIsAnsweredWithItsField() {
        get("tpps", "82.21", "area=Serang").statusCode(400).body("errors[0].pointer", equalTo("/area"));
        get("tpps", "82.21", "area=82.21&month=Juli").statusCode(400).body("errors[0].pointer", equalTo("/month"));
        given().get("/v1/reconciliation?area=82.21").then().statusCode(401);
    }

    /** Qute falls back to Indonesian silently. */
    @Test
    void everySentenceIsThereInEnglish() throws NoSuchMethodException {
        for (Method sentence : VerdictMessages.class.getDeclaredMethods()) {
            Assertions.assertThat(EnglishVerdictMessages.class
                            .getDeclaredMethod(sentence.getName(), sentence.getParameterTypes())
                            .isAnnotationPresent(Message.class))
                    .as(sentence.getName())
                    .isTrue();
        }
    }

    private static ValidatableResponse reconciliation(String area, String month) {
        return get("tpps", "82.21", "area=" + area + "&month=" + month);
    }

    private static ValidatableResponse get(String role, String wilayah, String query) {
        return given().auth()
                .oauth2(TestTokens.token(role, wilayah))
                .get("/v1/reconciliation?" + query)
                .then();
    }
}
