package id.tumbuh.reporting.listed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A kabupaten for each story: one that sends events, one that records, one of which nothing is known. */
@QuarkusTest
@WithTestResource(RealServers.class)
class IndicatorListResourceTest {
    private static final int YEAR = MonthCounters.present().getYear();
    private static final String BY_NAME = "entries.find { it.indicator == '%s' }";

    @Inject
    Given given;

    @ParameterizedTest(name = "{0} has {1} indicators in groups of {2}")
    @CsvSource({"perpres-72-2021-a, 20, 9 11", "essential-coverage, 29, 2 7 4 6 6 2 2", "ran-pasti, 5, 5"})
    void theListsHaveAsManyIndicatorsAsTheLawAsksFor(String list, int indicators, String groups) {
        areas("52.10");
        JsonPath filled = filled(list, "52.10", "2024").extract().jsonPath();

        assertThat(filled.getInt("of")).isEqualTo(indicators);
        assertThat(filled.getInt("known")).isZero();
        assertThat(filled.getFloat("coverage")).isZero();
        assertThat(filled.getList("entries.place", Integer.class))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, indicators).boxed().toList());
        List<String> names = filled.getList("entries.group", String.class);
        assertThat(String.join(
                        " ",
                        names.stream()
                                .distinct()
                                .map(group -> Integer.toString(Collections.frequency(names, group)))
                                .toList()))
                .isEqualTo(groups);
        assertThat(filled.getList("entries.origin", String.class)).containsOnly("UNRECORDED");
        assertThat(filled.getList("entries.told.indonesian", String.class)).containsOnly("Belum tercatat");
        assertThat(filled.getList("entries.definition", String.class)).doesNotContainNull();
        assertThat(filled.getList("entries.standing", String.class)).isSubsetOf("LAW", "PUBLISHED", "OPEN");
    }

    @Test
    void beforeTheLawThereIsNoList() {
        areas("52.10");
        filled("essential-coverage", "52.10", "2021-S1")
                .body("of", equalTo(0))
                .body("coverage", nullValue())
                .body("entries", hasSize(0));
        filled("essential-coverage", "52.10", "2021-S2").body("of", equalTo(29));
    }

    @Test
    void whatEventsTellIsCountedInEveryListThatAsksForIt() {
        UUID couple = UUID.randomUUID();
        UUID family = UUID.randomUUID();
        String desa = "52.11.01.2001";
        LocalDate day = MonthCounters.present().atDay(1);
        given.announced(
                Given.areas("52.11", "Contoh"),
                Given.family(family, 1, desa, true, List.of("UNSAFE_WATER")),
                Given.family(UUID.randomUUID(), 1, desa, true, List.of("UNSAFE_WATER")),
                Given.companion(UUID.randomUUID(), 1, family, desa, day, null),
                Given.visit(family, desa, day, true),
                Given.couple(couple, 1, desa, day, null),
                Given.companionOfCouple(UUID.randomUUID(), 1, couple, desa, day, null));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> filled("ran-pasti", "52.11", YEAR + "")
                        .body("known", equalTo(3))
                        .body("coverage", equalTo(60.0f))
                        .body("asOf", notNullValue())
                        .body(
                                "entries.origin",
                                contains("UNRECORDED", "COMPUTED", "COMPUTED", "COMPUTED", "UNRECORDED"))
                        .body("entries.numerator", contains(null, 1, 1, 1, null))
                        .body("entries.denominator", contains(null, 2, 1, 2, null))
                        .body("entries[1].value", equalTo(50.0f))
                        .body("entries[1].computedAs", equalTo("krs-companioned"))
                        .body(
                                "entries[1].months",
                                contains(MonthCounters.present().toString()))
                        .body("entries[4].computedAs", equalTo("audits-evaluated")));
        filled("perpres-72-2021-a", "52.11", YEAR + "")
                .body(BY_NAME.formatted("krs-accompanied") + ".numerator", equalTo(1))
                .body(BY_NAME.formatted("couples-examined") + ".value", equalTo(0.0f));
    }

    @Test
    void whatIsRecordedStandsWithItsSourceInEveryListThatAsksForIt() {
        areas("52.12");
        recorded(
                "52.12",
                "exclusive-breastfeeding",
                "\"month\": 6, \"numerator\": 300, \"denominator\": 400",
                "Dinkes",
                201);
        recorded("52.12", "conditional-cash", "\"month\": 12, \"numerator\": 120000000", "Dinsos", 201);

        for (String list : List.of("essential-coverage", "perpres-72-2021-a")) {
            String entry = BY_NAME.formatted("exclusive-breastfeeding");
            filled(list, "52.12", "2024-S1")
                    .body("known", equalTo(1))
                    .body(entry + ".origin", equalTo("RECORDED"))
                    .body(entry + ".value", equalTo(75.0f))
                    .body(entry + ".told.indonesian", equalTo("Dinkes, Laporan"))
                    .body(entry + ".recorded.source.publishedOn", equalTo("2025-01-31"))
                    .body(entry + ".recorded.month", equalTo(6))
                    .body(entry + ".recorded.contradicted", equalTo(false));
        }
        String cash = BY_NAME.formatted("conditional-cash");
        filled("perpres-72-2021-a", "52.12", "2024")
                .body("known", equalTo(2))
                .body(cash + ".unit", equalTo("COUNT"))
                .body(cash + ".numerator", equalTo(120_000_000))
                .body(cash + ".value", nullValue());
        filled("perpres-72-2021-a", "52.12", "2023").body("known", equalTo(0));
    }

    @Test
    void whatWasSaidOfAYearIsOfNoPartOfItAndOfMonthsTheLatestCounts() {
        areas("52.13");
        String entry = BY_NAME.formatted("hygiene-behaviour");
        recorded("52.13", "hygiene-behaviour", "\"month\": 3, \"numerator\": 10, \"denominator\": 100", "Dinkes", 201);
        recorded("52.13", "hygiene-behaviour", "\"month\": 5, \"numerator\": 20, \"denominator\": 100", "Dinkes", 201);
        recorded("52.13", "hygiene-behaviour", "\"numerator\": 40, \"denominator\": 100", "Bappeda", 201);

        filled("essential-coverage", "52.13", "2024-S1").body(entry + ".numerator", equalTo(20));
        filled("essential-coverage", "52.13", "2024-Q1").body(entry + ".numerator", equalTo(10));
        filled("essential-coverage", "52.13", "2024-S2").body(entry + ".origin", equalTo("UNRECORDED"));
        filled("essential-coverage", "52.13", "2024")
                .body(entry + ".numerator", equalTo(40))
                .body(entry + ".recorded.contradicted", equalTo(true));
    }

    @Test
    void onlyWhatAListHasIsRecorded() {
        recorded("52.12", "happiness", "\"numerator\": 1", "Dinkes", 400);
        recorded("52.12", "pkh-sessions", "\"statement\": \"hubungi 081234567890\"", "Dinsos", 400);
    }

    @Test
    void elsewhereForPartnersAndWithoutASignInThereIsNothing() {
        areas("52.10");
        String path = "/v1/indicator-lists/ran-pasti?area=52.10";
        given().get(path).then().statusCode(401);
        asked("partner", "52.10", path).statusCode(403);
        asked("tpps", "52.11", path).statusCode(404);
        asked("tpps", "52.10", "/v1/indicator-lists/happiness?area=52.10").statusCode(404);
        asked("tpps", "52.10", path + "&period=2024-X1")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/period"))
                .body("errors[0].reason", equalTo("PERIOD_UNKNOWN"));
        asked("tpps", "52.10", path + "&period=" + (YEAR + 1))
                .statusCode(400)
                .body("errors[0].reason", equalTo("PERIOD_AHEAD"));
        asked("partner", "52.10", "/v1/indicator-lists")
                .statusCode(200)
                .body("code", contains("perpres-72-2021-a", "essential-coverage", "ran-pasti"))
                .body("name.english", everyItem(not(equalTo(""))));
    }

    private void areas(String kabupaten) {
        given.announced(Given.areas(kabupaten, "Contoh"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> asked("tpps", kabupaten, "/v1/indicator-lists/ran-pasti?area=" + kabupaten)
                        .statusCode(200));
    }

    private static void recorded(String area, String indicator, String fields, String author, int status) {
        given().auth()
                .oauth2(TestTokens.token("tpps", area))
                .contentType("application/json")
                .body("""
                        {"area": "%s", "indicator": "%s", "year": 2024, %s, "definition": "menurut laporan",
                         "source": {"author": "%s", "title": "Laporan", "publishedOn": "2025-01-31"}}""".formatted(area, indicator, fields, author))
                .put("/v1/recorded-figures/" + UUID.randomUUID())
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse filled(String list, String area, String period) {
        return asked("tpps", area, "/v1/indicator-lists/" + list + "?area=" + area + "&period=" + period)
                .statusCode(200);
    }

    private static ValidatableResponse asked(String role, String scope, String path) {
        return given().auth().oauth2(TestTokens.token(role, scope)).get(path).then();
    }
}
