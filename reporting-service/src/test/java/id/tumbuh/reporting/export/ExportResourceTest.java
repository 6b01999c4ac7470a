package id.tumbuh.reporting.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight children of kabupaten 65.03 in one of its two kecamatan, of whom five were weighed and two are stunted. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ExportResourceTest {
    private static final String WHERE = "?area=65.03&month=2024-07";
    private static boolean announced;

    @Inject
    Given given;

    @BeforeEach
    void aKabupaten() {
        if (announced) {
            return;
        }
        announced = true;
        List<Announcement> events = new ArrayList<>(List.of(Given.areas("65.03", "Contoh")));
        for (int i = 0; i < 8; i++) {
            UUID child = new UUID(6503, i);
            events.add(Given.child(child, 1, "65.03.01.2001", "L", LocalDate.of(2023, 5, 20), true));
            if (i < 5) {
                events.add(Measured.of(child, LocalDate.of(2024, 7, 10), "65.03.01.2001")
                        .height(i < 2 ? "STUNTED" : "NORMAL")
                        .event());
            }
        }
        given.announced(events);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get("tpps", "fhir/MeasureReport/stunting-prevalence" + WHERE)
                        .statusCode(200)
                        .body("group[0].population.count", contains(8, 5, 2)));
    }

    @Test
    void aDataValueSetIsWhatDhis2Takes() throws IOException {
        ValidatableResponse answer = get("system", "dhis2" + WHERE).statusCode(200);

        assertThat(answer.extract().header("Cache-Control")).isEqualTo("private, no-cache");
        assertValid(answer);
        assertThat(values(answer))
                .containsEntry("65.03 202407 TUMBUH_STUNTING_PREVALENCE_NUM", "2")
                .containsEntry("65.03 202407 TUMBUH_STUNTING_PREVALENCE_DEN", "5")
                .containsEntry("65.03 202407 TUMBUH_SEVERE_STUNTING_NUM", "0")
                .containsEntry("65.03 202407 TUMBUH_OVERWEIGHT_DEN", "5")
                .containsEntry("65.03 202407 TUMBUH_WEIGHING_COVERAGE_NUM", "5")
                .containsEntry("65.03 202407 TUMBUH_WEIGHING_COVERAGE_DEN", "8")
                .doesNotContainKey("65.03 202407 TUMBUH_KRS_SHARE_NUM")
                .hasSize(12);
    }

    @Test
    void theLevelBelowComesWhenAskedAndLeavesOutWhatHasNoData() throws IOException {
        ValidatableResponse answer =
                get("tpps", "dhis2" + WHERE + "&children=true").statusCode(200);

        assertValid(answer);
        assertThat(values(answer))
                .containsEntry("65.03.01 202407 TUMBUH_STUNTING_PREVALENCE_NUM", "2")
                .hasSize(24)
                .allSatisfy((key, _) -> assertThat(key).doesNotStartWith("65.03.02"));
    }

    @Test
    void theSchemaFindsWhatIsWrong() throws IOException {
        assertThat(errors("{\"dataElementIdScheme\":\"CODE\",\"orgUnitIdScheme\":\"CODE\",\"dataValues\":["
                        + "{\"dataElement\":\"TUMBUH_X_NUM\",\"period\":\"2024-07\",\"orgUnit\":\"65\",\"value\":2}]}"))
                .hasSize(2);
    }

    @Test
    void aMeasureReportIsFhir() {
        ValidatableResponse answer = get("system", "fhir/MeasureReport/stunting-prevalence" + WHERE)
                .statusCode(200)
                .body("period.start", equalTo("2024-07-01"))
                .body("period.end", equalTo("2024-07-31"))
                .body("subject.identifier.value", equalTo("65.03"))
                .body("group[0].measureScore.value", equalTo(40.0f));

        assertThat(answer.extract().contentType()).startsWith("application/fhir+json");
        assertThat(answer.extract().header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(Validated.errors(answer.extract().asString())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weighing-coverage", "krs-share", "foster-gap", "wasting", "overweight"})
    void everyKindOfIndicatorIsFhir(String indicator) {
        String json = get("tpps", "fhir/MeasureReport/" + indicator + WHERE)
                .statusCode(200)
                .extract()
                .asString();
        assertThat(Validated.errors(json)).isEmpty();
    }

    @Test
    void theDocumentedExamplesAreWhatTheySay() throws IOException {
        assertThat(Validated.errors(MeasureReport.EXAMPLE)).isEmpty();
        assertThat(errors(DataValueSet.EXAMPLE)).isEmpty();
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource({
        "complete, finished",
        "summary, count",
        "decrease, down",
        "2024-07-31, 31 Juli",
        "measureScore, measureValue"
    })
    void theValidatorFindsWhatIsWrong(String right, String wrong) {
        String broken = MeasureReport.EXAMPLE.replace(right, wrong);

        assertThat(broken).isNotEqualTo(MeasureReport.EXAMPLE);
        assertThat(Validated.errors(broken)).isNotEmpty();
    }

    @Test
    void withoutDataThereIsNoScore() {
        get("tpps", "fhir/MeasureReport/stunting-prevalence?area=65.03.02&month=2024-07")
                .statusCode(200)
                .body("group[0].population.count", contains(0, 0, 0))
                .body("group[0].measureScore", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dhis2", "fhir/MeasureReport/stunting-prevalence"})
    void othersAreasAndOtherRolesGetNothing(String path) {
        for (String area : List.of("65.04", "65", "ID", "65.03.09")) {
            get("tpps", path + "?month=2024-07&area=" + area).statusCode(404);
        }
        get("partner", path + WHERE).statusCode(403);
        get("kader", path + WHERE).statusCode(403);
        given().get("/v1/exports/" + path + WHERE).then().statusCode(401);
    }

    @ParameterizedTest(name = "{0} is refused at {1}")
    @CsvSource({
        "area=65.03, /month",
        "area=65.03&month=Juli, /month",
        "month=2024-07, /area",
        "area=x&month=2024-07, /area"
    })
    void aWrongQuestionIsAnsweredWithItsField(String question, String pointer) {
        for (String path : List.of("dhis2", "fhir/MeasureReport/wasting")) {
            get("tpps", path + "?" + question).statusCode(400).body("errors[0].pointer", equalTo(pointer));
        }
    }

    @Test
    void thePresentMonthIsToldAndNoneAfterIt() {
        String present = MonthCounters.present().toString();
        String next = MonthCounters.present().plusMonths(1).toString();
        get("tpps", "dhis2?area=65.03&month=" + present).statusCode(200);
        get("tpps", "dhis2?area=65.03&month=" + next).statusCode(400).body("errors[0].pointer", equalTo("/month"));
        get("tpps", "fhir/MeasureReport/happiness" + WHERE).statusCode(404);
    }

    private static Map<String, String> values(ValidatableResponse answer) {
        JsonPath json = answer.extract().jsonPath();
        return json.<Map<String, String>>getList("dataValues").stream()
                .collect(Collectors.toMap(
                        one -> one.get("orgUnit") + " " + one.get("period") + " " + one.get("dataElement"),
                        one -> Objects.requireNonNull(one.get("value"))));
    }

    private static void assertValid(ValidatableResponse answer) throws IOException {
        assertThat(errors(answer.extract().asString())).isEmpty();
    }

    private static List<?> errors(String json) throws IOException {
        try (InputStream schema = Objects.requireNonNull(
                ExportResourceTest.class.getResourceAsStream("/dhis2/data-value-set.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .validate(json, InputFormat.JSON);
        }
    }

    private static ValidatableResponse get(String role, String path) {
        return given().auth()
                .oauth2(TestTokens.token(role, "65.03"))
                .get("/v1/exports/" + path)
                .then();
    }
}
