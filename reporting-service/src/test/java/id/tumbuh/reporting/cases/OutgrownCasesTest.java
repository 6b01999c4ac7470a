package id.tumbuh.reporting.cases;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A kabupaten each: one child is stunted there, of an age at which it is about to leave the list, and one of two years. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OutgrownCasesTest {
    @Inject
    Given given;

    @Inject
    OutgrowCases outgrow;

    @Inject
    Database database;

    @Test
    void childrenWhoseFifthBirthdayIsOverAreNeitherListedNorCounted() {
        announced("79.01", MonthCounters.today().minusMonths(5), 55);

        awaitCases("79.01", 1);
    }

    @Test
    void childrenAreListedUntilTheLastDayBeforeIt() {
        announced("79.02", MonthCounters.today().minusMonths(5).plusDays(1), 55);

        awaitCases("79.02", 2);
        outgrow.outgrow();
        awaitCases("79.02", 2);
    }

    @Test
    void aCaseLeavesTheListWhenTheDayComes() {
        announced("79.03", MonthCounters.today().minusMonths(1), 58);
        awaitCases("79.03", 2);

        database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .createUpdate("update stunting_case set outgrown_on = :today where child_id = :child")
                        .bind("today", MonthCounters.today())
                        .bind("child", child("79.03", 1))
                        .execute());
        outgrow.outgrow();
        awaitCases("79.03", 1);
        outgrow.outgrow();
        awaitCases("79.03", 1);
    }

    @Test
    void aChildNobodyWeighedForMoreThanAYearBeforeStays() {
        announced("79.04", MonthCounters.today().minusMonths(13), 47);

        awaitCases("79.04", 2);
    }

    @Test
    void aWeighingToldOfMoreThanAYearLaterSaysNothingOfToday() {
        announced("79.05", MonthCounters.today().minusMonths(12).minusDays(1), 55);

        awaitCases("79.05", 2);
    }

    @Test
    void whoIsMeasuredAgainAndNoLongerStuntedLeavesOnce() {
        announced("79.06", MonthCounters.today().minusMonths(5), 55);
        awaitCases("79.06", 1);

        given.announced(status("79.06", 1, 2, "NORMAL", MonthCounters.today(), 60));
        given.announced(status("79.06", 2, 2, "SEVERELY_STUNTED", MonthCounters.today(), 25));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        summary("79.06").body("severelyStunted", equalTo(1)).body("stunted", equalTo(1)));
    }

    private void announced(String kabupaten, LocalDate measuredOn, int ageMonths) {
        given.announced(
                Given.areas(kabupaten, "Contoh"),
                status(kabupaten, 1, 1, "STUNTED", measuredOn, ageMonths),
                status(kabupaten, 2, 1, "STUNTED", MonthCounters.today(), 24));
    }

    private static Announcement status(
            String kabupaten, int number, int version, String stunting, LocalDate measuredOn, int ageMonths) {
        String child = child(kabupaten, number).toString();
        String type = stunting.equals("NORMAL") ? "child-ceased-stunted" : "child-became-stunted";
        return Given.event("measurement.children", "measurement." + type, child, child, version, """
                {"childId":"%s","version":%d,"familyId":"%s","areaCode":"%s.01.2001","sex":"P","stunting":"%s",
                "since":"%s","measuredOn":"%s","lengthHeightForAge":-2.35,"ageMonths":%d}""".formatted(
                        child, version, child, kabupaten, stunting, measuredOn, measuredOn, ageMonths));
    }

    private static UUID child(String kabupaten, int number) {
        return new UUID(79, Integer.parseInt(kabupaten.substring(3)) * 100L + number);
    }

    private static void awaitCases(String kabupaten, int cases) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            summary(kabupaten).body("stunted", equalTo(cases));
            get("/v1/cases?area=" + kabupaten).body("cases", hasSize(cases));
        });
    }

    private static ValidatableResponse summary(String kabupaten) {
        return get("/v1/cases/summary?area=" + kabupaten);
    }

    private static ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(TestTokens.token("tpps", "79"))
                .get(path)
                .then()
                .statusCode(200);
    }
}
