package id.tumbuh.reporting.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class SurveyEstimateResourceTest {
    private static final String SSGI = """
            {"area": "%s", "indicator": "stunting-prevalence", "instrument": "SSGI", "year": 2022, "percent": %s,
             "definition": "TB/U di bawah −2 SD", "source": {"author": "Kementerian Kesehatan RI", "title": "SSGI 2022"}}""";

    @Inject
    Database database;

    @Test
    void theSameAgainChangesNothingAndOtherContentNeedsTheVersionRead() {
        UUID id = UUID.randomUUID();
        put(id, SSGI.formatted("82.01", "26.4"), null)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("percent", equalTo(26.4f))
                .body("intervalLow", nullValue())
                .body("sampleSize", nullValue());

        put(id, SSGI.formatted("82.01", "26.40"), null).statusCode(200).header("ETag", "\"1\"");
        put(id, SSGI.formatted("82.01", "26.5"), null).statusCode(409).body("code", equalTo("CONFLICT"));
        put(id, SSGI.formatted("82.01", "26.5"), "\"7\"").statusCode(412);
        put(id, SSGI.formatted("82.01", "26.5"), "\"1\"").statusCode(200).header("ETag", "\"2\"");
        put(id, SSGI.formatted("82.01", "26.5"), "\"1\"").statusCode(200).header("ETag", "\"2\"");
        put(UUID.randomUUID(), SSGI.formatted("82.01", "26.5"), "\"1\"").statusCode(412);

        assertThat(audited(id)).isEqualTo("CREATE,CHANGE");
    }

    @Test
    void twoSourcesThatContradictEachOtherStandBesideEachOther() {
        put(UUID.randomUUID(), SSGI.formatted("82.02", "21.1"), null).statusCode(201);
        put(UUID.randomUUID(), SSGI.formatted("82.02", "21.9"), null).statusCode(201);

        list("kader", "82.99", "area=82.02&indicator=stunting-prevalence&year=2022")
                .statusCode(200)
                .body("$", hasSize(2));
        list("kader", "82.99", "area=82.02&year=2021").body("$", hasSize(0));
        list("kader", "82.99", "area=82.02&indicator=wasting").body("$", hasSize(0));
    }

    @Test
    void anIntervalAndASampleAreKeptAsTheSourceGivesThem() {
        UUID id = UUID.randomUUID();
        put(id, with("\"intervalLow\": 24.1, \"intervalHigh\": 28.75, \"sampleSize\": 1180"), null)
                .statusCode(201);

        given().auth()
                .oauth2(TestTokens.token("auditor", "82.03"))
                .get("/v1/survey-estimates/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("intervalLow", equalTo(24.1f))
                .body("intervalHigh", equalTo(28.75f))
                .body("sampleSize", equalTo(1180));
        given().auth()
                .oauth2(TestTokens.token("auditor", "82.03"))
                .get("/v1/survey-estimates/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @ParameterizedTest(name = "{0} of {1} writes of {2}: {3}")
    @CsvSource({
        "tpps, 82.01, 82.01, 201",
        "tpps, 82, 82.01, 201",
        "bkkbn, 82, 82, 201",
        "admin, *, ID, 201",
        "tpps, 82.02, 82.01, 403",
        "tpps, 82.01, 82, 403",
        "tpps, 82.01.01, 82.01, 403",
        "bkkbn, 82, ID, 403",
        "kader, 82.01, 82.01, 403",
        "puskesmas, 82.01, 82.01, 403",
        "auditor, *, 82.01, 403"
    })
    void whoAnswersForTheAreaWrites(String role, String wilayah, String area, int status) {
        // of a year that no other test asks for
        String body = SSGI.formatted(area, "20").replace("\"year\": 2022", "\"year\": 1994");
        put(UUID.randomUUID(), body, null, TestTokens.token(role, wilayah)).statusCode(status);
    }

    @Test
    void anotherAreasEstimateIsNotReplacedThroughItsId() {
        UUID id = UUID.randomUUID();
        put(id, SSGI.formatted("82.01", "26.4"), null).statusCode(201);

        put(id, SSGI.formatted("82.02", "26.4"), "\"1\"", TestTokens.token("tpps", "82.02"))
                .statusCode(403);
        put(id, SSGI.formatted("82.02", "26.4"), null, TestTokens.token("tpps", "82.02"))
                .statusCode(403);
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"area\": \"82.01.01\" | AREA_TOO_SMALL | /area",
                "\"area\": \"Serang\" | INVALID_AREA | /area",
                "\"area\": null | REQUIRED | /area",
                "\"indicator\": \"happiness\" | INDICATOR_UNKNOWN | /indicator",
                "\"instrument\": \"SENSUS\" | INSTRUMENT_UNKNOWN | /instrument",
                "\"year\": 1989 | OUT_OF_RANGE | /year",
                "\"year\": 2099 | OUT_OF_RANGE | /year",
                "\"year\": 2101 | OUT_OF_RANGE | /year",
                "\"year\": \"dua ribu\" | WRONG_TYPE | /year",
                "\"percent\": -0.01 | OUT_OF_RANGE | /percent",
                "\"percent\": 100.01 | OUT_OF_RANGE | /percent",
                "\"percent\": 26.412 | OUT_OF_RANGE | /percent",
                "\"percent\": null | REQUIRED | /percent",
                "\"intervalLow\": 20 | INTERVAL_UNFIT | /intervalHigh",
                "\"intervalHigh\": 30 | INTERVAL_UNFIT | /intervalLow",
                "\"intervalLow\": 26.41, \"intervalHigh\": 30 | INTERVAL_UNFIT | /intervalLow",
                "\"intervalLow\": 20, \"intervalHigh\": 26.39 | INTERVAL_UNFIT | /intervalHigh",
                "\"sampleSize\": 0 | OUT_OF_RANGE | /sampleSize",
                "\"definition\": \" \" | REQUIRED | /definition",
                "\"definition\": \"tanya 0812-3456-7890\" | TEXT_NAMES_SOMEBODY | /definition",
                "\"source\": null | REQUIRED | /source",
                "\"source\": {\"author\": \"x\"} | REQUIRED | /source/title",
                "\"source\": {\"author\": \"3604112233445566\", \"title\": \"x\"} | TEXT_NAMES_SOMEBODY | /source/author",
                "\"source\": {\"author\": \"x\", \"title\": \"y\", \"url\": \"javascript:alert(1)\"} | OUT_OF_RANGE | /source/url",
                "\"source\": {\"author\": \"x\", \"title\": \"y\", \"publishedOn\": \"2023-02-30\"} | INVALID_DATE | /source/publishedOn"
            })
    void whatIsWrongIsToldByItsFieldAndNeverByItsValue(String fields, String reason, String pointer) {
        put(UUID.randomUUID(), with(fields), null)
                .statusCode(400)
                .body("errors[0].reason", equalTo(reason))
                .body("errors[0].pointer", equalTo(pointer))
                .body(not(containsString("3604112233445566")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "{\"nik\": \"3604112233445566\"}", "{"})
    void whatIsNoEstimateIsRefused(String body) {
        put(UUID.randomUUID(), body, null).statusCode(400).body(not(containsString("3604112233445566")));
    }

    @Test
    void onlyThoseSignedInRead() {
        given().get("/v1/survey-estimates?area=82.01").then().statusCode(401);
        list("partner", "82.01", "area=Serang").statusCode(400).body("errors[0].pointer", equalTo("/area"));
        list("partner", "82.01", "year=2022").statusCode(400);
    }

    @Test
    void thePublicFiguresAreThereAndUnknownYearsAreAbsent() {
        list("tpps", "82.01", "area=36.04&indicator=stunting-prevalence")
                .statusCode(200)
                .body("year", equalTo(List.of(2019, 2021, 2022)))
                .body("percent", equalTo(List.of(39.43f, 27.2f, 26.4f)));
        list("tpps", "82.01", "area=36.73&year=2023")
                .body("[0].instrument", equalTo("SKI"))
                .body("[0].percent", equalTo(22.3f))
                .body("[0].intervalLow", nullValue());
        list("tpps", "82.01", "area=ID&year=2020").body("$", hasSize(0));
    }

    private static String with(String fields) {
        String body = SSGI.formatted("82.03", "26.4");
        // The last of two fields of one name is read.
        return body.substring(0, body.lastIndexOf('}')) + ", " + fields + "}";
    }

    private String audited(UUID id) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery(
                                "select string_agg(action, ',' order by id) from audit_entry where object_type = :kind and object_id = :id")
                        .bind("kind", SurveyEstimate.KIND)
                        .bind("id", id.toString())
                        .mapTo(String.class)
                        .one());
    }

    private static ValidatableResponse put(UUID id, String body, @Nullable String ifMatch) {
        return put(id, body, ifMatch, TestTokens.token("tpps", "82"));
    }

    private static ValidatableResponse put(UUID id, String body, @Nullable String ifMatch, String token) {
        var request =
                given().auth().oauth2(token).contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/survey-estimates/" + id)
                .then();
    }

    private static ValidatableResponse list(String role, String wilayah, String query) {
        return given().auth()
                .oauth2(TestTokens.token(role, wilayah))
                .get("/v1/survey-estimates?" + query)
                .then();
    }
}
