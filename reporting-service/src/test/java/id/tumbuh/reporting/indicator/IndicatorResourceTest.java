package id.tumbuh.reporting.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten children in one kecamatan of the kabupaten, eight weighed, two stunted of whom one severely; one in the other. */
@QuarkusTest
@WithTestResource(RealServers.class)
class IndicatorResourceTest {
    private static final String NORTH = "73.01.01.2001";
    private static final String SOUTH = "73.01.02.2001";
    private static final LocalDate BORN = LocalDate.of(2023, 5, 20);
    private static boolean announced;

    @Inject
    Given given;

    @BeforeEach
    void aKabupaten() {
        if (announced) {
            return;
        }
        announced = true;
        List<Announcement> events = new ArrayList<>(List.of(Given.areas("73.01", "Contoh")));
        List<String> heights =
                List.of("STUNTED", "SEVERELY_STUNTED", "NORMAL", "NORMAL", "NORMAL", "NORMAL", "NORMAL", "NORMAL");
        for (int i = 0; i < 10; i++) {
            UUID child = new UUID(73, i);
            events.add(Given.child(child, 1, NORTH, "L", BORN, true));
            if (i < heights.size()) {
                events.add(Measured.of(child, LocalDate.of(2024, 7, 10), NORTH)
                        .height(heights.get(i))
                        .event());
            }
        }
        UUID south = new UUID(73, 100);
        events.add(Given.child(south, 1, SOUTH, "L", BORN, true));
        events.add(Measured.of(south, LocalDate.of(2024, 7, 11), SOUTH)
                .weightForHeight("OBESE")
                .event());
        given.announced(events);
    }

    @ParameterizedTest(name = "{0} of the kabupaten is {1} of {2}")
    @CsvSource({
        "stunting-prevalence, 2, 9, 22.2222, 81.8182",
        "severe-stunting, 1, 9, 11.1111, 81.8182",
        "wasting, 0, 9, 0.0, 81.8182",
        "underweight, 0, 9, 0.0, 81.8182",
        "overweight, 1, 9, 11.1111, 81.8182",
        "weighing-coverage, 9, 11, 81.8182, 81.8182"
    })
    void anIndicatorHasNumeratorDenominatorAndCoverage(
            String code, int numerator, int denominator, float value, float coverage) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> indicator(code, "73.01", "area")
                        .statusCode(200)
                        .body("numerator", equalTo(numerator))
                        .body("denominator", equalTo(denominator))
                        .body("value", equalTo(value))
                        .body("coverage", equalTo(coverage))
                        .body("asOf", notNullValue())
                        .body("month", equalTo("2024-07"))
                        .body("rows", hasSize(2)));
    }

    @Test
    void thePartsAddUpToTheWhole() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            for (String by : List.of("area", "sex", "age-band")) {
                var answer =
                        indicator("weighing-coverage", "73.01", by).extract().jsonPath();
                assertThat(answer.getList("rows.numerator", Integer.class).stream()
                                .mapToInt(it -> it)
                                .sum())
                        .isEqualTo(answer.getInt("numerator"))
                        .isEqualTo(9);
                assertThat(answer.getList("rows.denominator", Integer.class).stream()
                                .mapToInt(it -> it)
                                .sum())
                        .isEqualTo(answer.getInt("denominator"))
                        .isEqualTo(11);
            }
        });
    }

    @Test
    void whatThereIsIsAnsweredAsOfThisMonthAndByAreaOnly() {
        UUID family = UUID.randomUUID();
        given.announced(
                Given.family(family, 1, NORTH, true, List.of("UNSAFE_WATER")),
                Given.family(UUID.randomUUID(), 1, SOUTH, true, List.of()));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> stock("krs-share", "area")
                        .statusCode(200)
                        .body("month", equalTo(MonthCounters.present().toString()))
                        .body("numerator", equalTo(1))
                        .body("denominator", equalTo(2))
                        .body("value", equalTo(50.0f))
                        .body("coverage", nullValue())
                        .body("rows.numerator", contains(1, 0))
                        .body("includes.topic", hasItem("registry.families")));
        stock("krs-share", "sex").statusCode(400).body("errors[0].pointer", equalTo("/by"));
        for (String code : List.of("krs-companioned", "foster-gap")) {
            stock(code, "area").statusCode(200).body("numerator", equalTo(0));
        }
    }

    @Test
    void everyIndicatorSaysWhatItCountsAndWhoDefinesIt() {
        given().auth()
                .oauth2(TestTokens.token("tpps", "73.01"))
                .get("/v1/indicators")
                .then()
                .statusCode(200)
                .body(
                        "code",
                        hasItems(
                                "stunting-prevalence",
                                "weighing-coverage",
                                "krs-share",
                                "krs-companioned",
                                "foster-gap"))
                .body("findAll { it.source == '' || it.topics.isEmpty() || it.english.numerator == '' }", hasSize(0));
    }

    private static ValidatableResponse stock(String code, String by) {
        return given().auth()
                .oauth2(TestTokens.token("tpps", "73.01"))
                .queryParam("area", "73.01")
                .queryParam("by", by)
                .get("/v1/indicators/" + code)
                .then();
    }

    @Test
    void withoutDataTheValueIsNullAndNotZero() {
        indicator("stunting-prevalence", "73.01.02.2002", "area", "2024-07")
                .statusCode(200)
                .body("denominator", equalTo(0))
                .body("value", nullValue());
    }

    @Test
    void anotherKabupatenAndTheAreaAboveAreNotThere() {
        for (String area : List.of("73.02", "73", "ID", "73.02.01.2001")) {
            indicator("stunting-prevalence", area, "area", "2024-07")
                    .statusCode(404)
                    .body("code", equalTo("NOT_FOUND"));
        }
        given().get("/v1/indicators/stunting-prevalence?area=73.01").then().statusCode(401);
    }

    @Test
    void aWrongQuestionIsAnsweredWithItsField() {
        indicator("stunting-prevalence", "Serang", "area", "2024-07")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/area"));
        indicator("stunting-prevalence", "73.01", "area", "Juli")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/month"));
        indicator("stunting-prevalence", "73.01", "shoe-size", "2024-07")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/by"));
        indicator("happiness", "73.01", "area", "2024-07").statusCode(404);
    }

    private static ValidatableResponse indicator(String code, String area, String by) {
        return indicator(code, area, by, "2024-07");
    }

    private static ValidatableResponse indicator(String code, String area, String by, String month) {
        return given().auth()
                .oauth2(TestTokens.token("tpps", "73.01"))
                .queryParam("area", area)
                .queryParam("month", month)
                .queryParam("by", by)
                .get("/v1/indicators/" + code)
                .then();
    }
}
