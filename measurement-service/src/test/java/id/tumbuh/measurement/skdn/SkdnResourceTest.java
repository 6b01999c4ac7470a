package id.tumbuh.measurement.skdn;

import static id.tumbuh.measurement.roster.Registry.Child.aChild;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.roster.Registry;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.measurement.weighing.Announced;
import id.tumbuh.measurement.weighing.Weighings;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class SkdnResourceTest {

    @Inject
    Registry registry;

    @Inject
    Weighings weighings;

    @Inject
    Announced announced;

    private final UUID posyandu = UUID.randomUUID();

    @Test
    void everyLetterCountsWhatTheFormSays() {
        Child gains = child(Sex.P, "2024-03-17");
        Child stays = child(Sex.P, "2024-03-17");
        Child missed = child(Sex.P, "2024-03-17");
        Child fresh = child(Sex.L, "2025-06-17");
        Child absent = child(Sex.L, "2024-03-17");
        child(Sex.L, "2025-08-02");
        weighings.measure(absent, "2025-07-10", "\"weightKg\":8.0");
        weighings.measure(gains, "2025-07-10", "\"weightKg\":8.0");
        weighings.measure(gains, "2025-08-10", "\"weightKg\":8.2");
        weighings.measure(stays, "2025-06-10", "\"weightKg\":8.0");
        weighings.measure(stays, "2025-07-10", "\"weightKg\":8.0");
        weighings.measure(stays, "2025-08-05", "\"weightKg\":7.0");
        weighings.measure(stays, "2025-08-10", "\"weightKg\":6.5");
        weighings.measure(missed, "2025-06-10", "\"weightKg\":8.0");
        weighings.measure(missed, "2025-08-10", "\"weightKg\":8.0");
        weighings.measure(fresh, "2025-08-10", "\"weightKg\":5.0");

        skdn("2025-08")
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("total.s", equalTo(6))
                .body("total.k", equalTo(5))
                .body("total.d", equalTo(4))
                .body("total.n", equalTo(1))
                .body("total.t", equalTo(1))
                .body("total.o", equalTo(1))
                .body("total.b", equalTo(1))
                .body("total.twiceNotGained", equalTo(1))
                .body("total.belowRedLine", equalTo(1))
                .body("ratios.dOfS.numerator", equalTo(4))
                .body("ratios.dOfS.denominator", equalTo(6))
                .body("ratios.nOfD.value", equalTo(0.25f))
                .body("cells.ageBand", contains("0-5", "12-23", "12-23"))
                .body("cells.sex", contains("L", "L", "P"))
                .body("cells[0].figures.b", equalTo(1));
        skdn("2025-05").body("total.s", equalTo(4)).body("total.k", equalTo(0)).body("ratios.nOfD.value", nullValue());
    }

    /** Five years old on the first of the month, or born after its last day: in no band. */
    @ParameterizedTest
    @CsvSource({
        "2020-08-01, 0, ''",
        "2020-08-02, 1, 36-59",
        "2022-08-01, 1, 36-59",
        "2022-08-02, 1, 24-35",
        "2024-08-01, 1, 12-23",
        "2024-08-02, 1, 6-11",
        "2025-02-01, 1, 6-11",
        "2025-02-02, 1, 0-5",
        "2025-08-31, 1, 0-5",
        "2025-09-01, 0, ''"
    })
    void bandIsThatOfTheFirstDayOfTheMonth(String born, int children, String band) {
        child(Sex.L, born);

        skdn("2025-08").body("total.s", equalTo(children)).body("cells", hasSize(children));
        if (children == 1) {
            skdn("2025-08").body("cells[0].ageBand", equalTo(band));
        }
    }

    @Test
    void closedMonthKeepsItsFiguresAndSaysWhenTheyChanged() {
        Child child = child(Sex.P, "2024-03-17");
        weighings.measure(child, "2025-07-10", "\"weightKg\":8.0");

        post("/months/2025-07:close", Weighings.PUSKESMAS)
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("version", equalTo(1))
                .body("total.d", equalTo(1))
                .body("changedSince", equalTo(false));
        post("/months/2025-07:close", Weighings.PUSKESMAS).statusCode(200).body("version", equalTo(1));
        Child late = child(Sex.P, "2024-03-17");
        weighings.measure(late, "2025-07-20", "\"weightKg\":8.0");
        skdn("2025-07").body("total.d", equalTo(1)).body("changedSince", equalTo(true));

        post("/months/2025-07:reopen", Weighings.PUSKESMAS)
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        post("/months/2025-07:reopen?reason=LATE_WEIGHINGS", Weighings.PUSKESMAS)
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("total.d", equalTo(2));
        post("/months/2025-07:close", Weighings.PUSKESMAS)
                .body("version", equalTo(3))
                .body("total.d", equalTo(2));

        assertThat(announced.about(posyandu + "/2025-07"))
                .extracting(Announced.Event::name)
                .containsExactly("skdn-month-closed", "skdn-month-reopened", "skdn-month-closed");
        assertThat(announced
                        .about(posyandu + "/2025-07")
                        .get(1)
                        .body()
                        .get("reason")
                        .asText())
                .isEqualTo("LATE_WEIGHINGS");
    }

    @Test
    void childrenToReferAreListedWithTheirReasonsGravestFirst() {
        Child well = child(Sex.P, "2024-03-17");
        Child stays = child(Sex.P, "2024-03-17");
        Child thin = child(Sex.P, "2024-03-17");
        weighings.measure(well, "2025-07-10", "\"weightKg\":9.0");
        weighings.measure(well, "2025-08-10", "\"weightKg\":9.2,\"lengthHeightCm\":78");
        weighings.measure(stays, "2025-07-10", "\"weightKg\":9.0");
        weighings.measure(stays, "2025-08-10", "\"weightKg\":9.1,\"lengthHeightCm\":72.5,\"position\":\"LYING\"");
        weighings.measure(thin, "2025-06-10", "\"weightKg\":6.5");
        weighings.measure(thin, "2025-07-10", "\"weightKg\":6.5");
        weighings.measure(thin, "2025-08-10", "\"weightKg\":6.5");

        get("/v1/posyandu/" + posyandu + "/referrals?month=2025-08", Weighings.PUSKESMAS)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("childId", contains(thin.id().toString(), stays.id().toString()))
                .body("[0].reasons", contains("BGM", "2T"))
                .body("[1].reasons", contains("STUNTED", "T"));
        get("/v1/posyandu/" + posyandu + "/referrals?month=2025-08", TestTokens.token(Roles.PUSKESMAS, "17.02"))
                .body("", hasSize(0));
    }

    @Test
    void childMergedIntoAnotherOrNoLongerActiveIsNotCounted() {
        Child child = child(Sex.P, "2024-03-17");
        Child twice = child(Sex.P, "2024-03-17");
        weighings.measure(twice, "2025-08-10", "\"weightKg\":8.0");

        registry.says(twice.found(child));

        skdn("2025-08").body("total.s", equalTo(1)).body("total.d", equalTo(1));
    }

    @Test
    void posyanduOfOthersAndUnknownOnesLookAlike() {
        child(Sex.P, "2024-03-17");
        String elsewhere = TestTokens.token(Roles.PUSKESMAS, "17.02");

        get("/v1/posyandu/" + posyandu + "/skdn?month=2025-08", elsewhere).statusCode(404);
        get("/v1/posyandu/" + UUID.randomUUID() + "/skdn?month=2025-08", Weighings.PUSKESMAS)
                .statusCode(404);
        post("/months/2025-08:close", elsewhere).statusCode(404);
        post("/months/2025-08:reopen?reason=OTHER", TestTokens.token(Roles.KADER, "36.04"))
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"month=2025-13, INVALID_MONTH", "month=2999-01, MONTH_TO_COME", "lang=id, REQUIRED"})
    void monthThatIsNoneIsNamed(String query, String reason) {
        get("/v1/posyandu/" + posyandu + "/skdn?" + query, Weighings.PUSKESMAS)
                .statusCode(400)
                .body("errors[0].reason", equalTo(reason));
    }

    private Child child(Sex sex, String born) {
        Child child = aChild().correctedTo(sex, LocalDate.parse(born)).at(posyandu);
        registry.says(child);
        return child;
    }

    private ValidatableResponse skdn(String month) {
        return get("/v1/posyandu/" + posyandu + "/skdn?month=" + month, Weighings.PUSKESMAS);
    }

    private ValidatableResponse post(String path, String token) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token)
                .post("/v1/posyandu/" + posyandu + path)
                .then();
    }

    private static ValidatableResponse get(String path, String token) {
        return given().urlEncodingEnabled(false).auth().oauth2(token).get(path).then();
    }
}
