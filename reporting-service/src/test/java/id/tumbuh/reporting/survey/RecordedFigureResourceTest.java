package id.tumbuh.reporting.survey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class RecordedFigureResourceTest {
    private static final String FIGURE = """
            {"area": "%s", "indicator": "stunting-prevalence", "year": 2023, %s, "definition": "anak stunting",
             "source": {"author": "%s", "title": "pers daerah", "publishedOn": "2024-07-05", "url": "https://example.org/berita"}}""";

    @Test
    void contradictingCountsOfOneYearAreKeptAndSaySo() {
        UUID ofTheYear = UUID.randomUUID();
        UUID ofAugust = UUID.randomUUID();
        put(ofTheYear, FIGURE.formatted("82.04", "\"numerator\": 9436", "DKBP3A"))
                .statusCode(201);
        put(
                        ofAugust,
                        FIGURE.formatted(
                                "82.04",
                                "\"month\": 8, \"numerator\": 6662, \"denominator\": 110431, \"statedPercent\": 6.03",
                                "e-PPGBM"))
                .statusCode(201)
                .body("contradictedBy", hasItem(ofTheYear.toString()))
                .body("percentFollows", equalTo(true));

        list("area=82.04&indicator=stunting-prevalence&year=2023")
                .statusCode(200)
                .body("numerator", equalTo(List.of(9436, 6662)))
                .body("[0].contradictedBy", equalTo(List.of(ofAugust.toString())))
                .body("[0].percentFollows", nullValue())
                .body("[0].source.author", equalTo("DKBP3A"));
    }

    @Test
    void aPercentageThatDoesNotFollowIsFlaggedAndNotCorrected() {
        UUID id = UUID.randomUUID();
        String body = FIGURE.formatted(
                "82.05", "\"numerator\": 1895, \"denominator\": 56000, \"statedPercent\": 2.56", "Dinas Kesehatan");
        put(id, body)
                .statusCode(201)
                .body("statedPercent", equalTo(2.56f))
                .body("computedPercent", equalTo(3.3839f))
                .body("percentFollows", equalTo(false));
        put(id, body).statusCode(200);
        put(id, body.replace("1895", "1896")).statusCode(409);
        given().auth()
                .oauth2(TestTokens.token("kader", "82.99"))
                .get("/v1/recorded-figures/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("percentFollows", equalTo(false));
    }

    @Test
    void wordsAloneAreAFigureOfAKecamatanToo() {
        put(UUID.randomUUID(), FIGURE.formatted("82.05.01", "\"statement\": \"paling banyak di sini\"", "Sekda"))
                .statusCode(201)
                .body("numerator", nullValue())
                .body("statement", equalTo("paling banyak di sini"));
        list("area=82.05.01").body("$", hasSize(1));
    }

    @Test
    void thePublicFiguresOfSerangAreThere() {
        list("area=36.73&year=2022")
                .body("[0].numerator", equalTo(1895))
                .body("[0].statedPercent", equalTo(2.56f))
                .body("[0].percentFollows", equalTo(false));
        list("area=36.04&year=2023").body("numerator", equalTo(List.of(9436, 6662)));
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"numerator\": null | NOTHING_STATED | /numerator",
                "\"statement\": \" \" | NOTHING_STATED | /numerator",
                "\"denominator\": 10, \"statedPercent\": 2 | DENOMINATOR_UNFIT | /denominator",
                "\"numerator\": 11, \"denominator\": 10 | DENOMINATOR_UNFIT | /denominator",
                "\"numerator\": -1 | OUT_OF_RANGE | /numerator",
                "\"numerator\": 1, \"denominator\": 0 | OUT_OF_RANGE | /denominator",
                "\"numerator\": 1, \"year\": 2099 | OUT_OF_RANGE | /year",
                "\"numerator\": 1, \"month\": 13 | OUT_OF_RANGE | /month",
                "\"statedPercent\": 100.0001 | OUT_OF_RANGE | /statedPercent",
                "\"statement\": \"hubungi 081234567890\" | TEXT_NAMES_SOMEBODY | /statement",
                "\"numerator\": 1, \"indicator\": \"happiness\" | INDICATOR_UNKNOWN | /indicator"
            })
    void whatIsWrongIsToldByItsField(String fields, String reason, String pointer) {
        put(UUID.randomUUID(), FIGURE.formatted("82.05", fields, "Sekda"))
                .statusCode(400)
                .body("errors[0].reason", equalTo(reason))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void onlyWhoAnswersForTheAreaWrites() {
        String body = FIGURE.formatted("82.06", "\"numerator\": 1", "Sekda");
        for (String token : new String[] {TestTokens.token("tpps", "82.05"), TestTokens.token("kader", "82.06")}) {
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body(body)
                    .put("/v1/recorded-figures/" + UUID.randomUUID())
                    .then()
                    .statusCode(403);
        }
        given().get("/v1/recorded-figures?area=82.06").then().statusCode(401);
    }

    private static ValidatableResponse put(UUID id, String body) {
        return given().auth()
                .oauth2(TestTokens.token("bkkbn", "82"))
                .contentType("application/json")
                .body(body)
                .put("/v1/recorded-figures/" + id)
                .then();
    }

    private static ValidatableResponse list(String query) {
        return given().auth()
                .oauth2(TestTokens.token("opd", "82.99"))
                .get("/v1/recorded-figures?" + query)
                .then();
    }
}
