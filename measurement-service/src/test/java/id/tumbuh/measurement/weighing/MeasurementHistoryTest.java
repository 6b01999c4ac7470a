package id.tumbuh.measurement.weighing;

import static id.tumbuh.measurement.roster.Registry.Child.aChild;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.roster.Registry;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class MeasurementHistoryTest {

    private static final String STUNTED = "\"weightKg\":8.4,\"lengthHeightCm\":72.5,\"position\":\"LYING\"";
    private static final String NORMAL = "\"weightKg\":8.4,\"lengthHeightCm\":76.5,\"position\":\"LYING\"";

    @Inject
    Registry registry;

    @Inject
    Weighings weighings;

    private final Child child = aChild();

    @BeforeEach
    void theChildIsKnown() {
        registry.says(child);
    }

    @Test
    void everyRevisionIsThereWithItsAuthorReasonAndFigures() {
        UUID id = weighings.measure(child, "2025-08-12", STUNTED);
        weighings.correct(id, 1, child, "2025-08-12", NORMAL).statusCode(200);
        weighings.withdraw(id, 2).statusCode(200);

        get("/v1/measurements/" + id + "/revisions")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("version", contains(3, 2, 1))
                .body("reason", contains("RECORDED_TWICE", "TYPING_MISTAKE", "RECORDED"))
                .body("recordedBy[0]", equalTo("puskesmas-tester"))
                .body("voided", contains(true, false, false))
                .body("[0].indices.lengthHeightForAge.category", equalTo("NORMAL"))
                .body("[2].indices.lengthHeightForAge.category", equalTo("STUNTED"));
    }

    @Test
    void whatWasKnownAtAMomentCanBeAskedFor() {
        Instant before = Instant.now();
        UUID id = weighings.measure(child, "2025-08-12", STUNTED);
        Instant recorded = recordedAt(id);
        weighings.correct(id, 1, child, "2025-08-13", NORMAL).statusCode(200);
        Instant corrected = recordedAt(id);
        weighings.withdraw(id, 2).statusCode(200);

        known(before).statusCode(200).body("", empty());
        known(recorded)
                .body("", hasSize(1))
                .body("[0].measuredOn", equalTo("2025-08-12"))
                .body("[0].indices.lengthHeightForAge.category", equalTo("STUNTED"));
        known(corrected)
                .body("", hasSize(1))
                .body("[0].measuredOn", equalTo("2025-08-13"))
                .body("[0].indices.lengthHeightForAge.category", equalTo("NORMAL"));
        known(Instant.now().plusSeconds(1)).body("", empty());
    }

    @Test
    void figuresOfBeforeABirthDateWasCorrectedStay() {
        UUID id = weighings.measure(child, "2025-08-12", STUNTED);
        Instant recorded = recordedAt(id);

        registry.says(child.correctedTo(Sex.P, LocalDate.of(2024, 8, 17)));

        known(recorded).body("[0].indices.lengthHeightForAge.z", equalTo(-2.47f));
        get("/v1/measurements/" + id + "/revisions")
                .body("reason", contains("CHILD_CORRECTED", "RECORDED"))
                .body("[0].indices.lengthHeightForAge.category", equalTo("NORMAL"))
                .body("[1].indices.lengthHeightForAge.category", equalTo("STUNTED"));
    }

    @Test
    void measurementOfAnotherChildThenIsNotTheOneOfThisChildNow() {
        Child twin = aChild();
        registry.says(twin);
        UUID id = weighings.measure(child, "2025-08-12", STUNTED);
        Instant recorded = recordedAt(id);
        weighings.correct(id, 1, twin, "2025-08-12", STUNTED).statusCode(200);

        known(recorded).body("", hasSize(1));
        known(Instant.now().plusSeconds(1)).body("", empty());
        get("/v1/children/" + twin.id() + "/measurements:known-at?moment=" + recorded)
                .body("", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?moment=yesterday", ""})
    void momentThatIsNoneIsNamed(String query) {
        get("/v1/children/" + child.id() + "/measurements:known-at" + query)
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/moment"));
    }

    @Test
    void historyIsHiddenFromOthers() {
        UUID id = weighings.measure(child, "2025-08-12", STUNTED);
        String elsewhere = TestTokens.token(Roles.PUSKESMAS, "17.02");

        for (String path : new String[] {
            "/v1/measurements/" + id + "/revisions",
            "/v1/children/" + child.id() + "/measurements:known-at?moment=2030-01-01T00:00:00Z"
        }) {
            given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(elsewhere)
                    .get(path)
                    .then()
                    .statusCode(404);
        }
    }

    /** Born on 17 March 2024: 16 completed months and 26 days on 12 August 2025. */
    @Test
    void readingByCompletedMonthsStandsBesideTheFigureByDay() {
        UUID id = weighings.measure(child, "2025-08-12", STUNTED);

        get("/v1/measurements/" + id)
                .body("ageDays", equalTo(513))
                .body("indices.lengthHeightForAge.category", equalTo("STUNTED"))
                .body("completedMonths.ageMonths", equalTo(16))
                .body("completedMonths.indices.lengthHeightForAge.z", equalTo(-2.18f));
    }

    @Test
    void weightVelocityIsToldAfterAMissedMonthAndNeverOfAFirstWeighing() {
        UUID first = weighings.measure(child, "2025-05-17", "\"weightKg\":8.4");
        UUID third = weighings.measure(child, "2025-07-17", "\"weightKg\":8.45");

        get("/v1/measurements/" + first).body("weightVelocity", nullValue());
        get("/v1/measurements/" + third)
                .body("growthCard.mark", equalTo("O"))
                .body("weightVelocity.months", equalTo(2))
                .body("weightVelocity.gainGrams", equalTo(50))
                .body("weightVelocity.note", equalTo("USUAL_OVER_MISSED_MONTH"));
    }

    private ValidatableResponse known(Instant moment) {
        return get("/v1/children/" + child.id() + "/measurements:known-at?moment=" + moment);
    }

    private static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Weighings.PUSKESMAS)
                .get(path)
                .then();
    }

    private Instant recordedAt(UUID id) {
        return weighings.recordedAt(id);
    }
}
