package id.tumbuh.measurement.kader;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.measurement.growth.Sex;
import id.tumbuh.measurement.roster.Registry;
import id.tumbuh.measurement.roster.Registry.Child;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a phone takes along. Registry is not there in this test: names are met in deploy/journeys. */
@QuarkusTest
@WithTestResource(RealServers.class)
class RosterResourceTest {

    private static final String KADER = TestTokens.token(Roles.KADER, "36.04.20");
    private static final String DESA = "36.04.20.2009";

    @Inject
    Registry registry;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Test
    void cardStandsAsItWasBeforeThisMonthBesideWhatThisMonthBrought() {
        UUID posyandu = UUID.randomUUID();
        LocalDate today = LocalDate.now(clock);
        YearMonth before = YearMonth.from(today).minusMonths(1);
        Child child = child(Sex.P, before.minusMonths(14).atDay(3));
        registry.says(child.at(posyandu));
        weigh(child, before.minusMonths(1).atDay(5), 8.4);
        weigh(child, before.atDay(4), 9.9);
        weigh(child, before.atDay(5), 8.5);
        weigh(child, today, 8.6);

        roster(KADER, posyandu)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("day", equalTo(today.toString()))
                .body("names", equalTo("AWAY"))
                .body("posyandu.area", equalTo(DESA))
                .body("posyandu.name", nullValue())
                .body("children", hasSize(1))
                .body("children[0].id", equalTo(child.id().toString()))
                .body("children[0].last.month", equalTo(before.toString()))
                .body("children[0].last.weightKg", equalTo(8.5f))
                .body("children[0].last.mark", equalTo("T"))
                .body("children[0].last.tInARow", equalTo(1))
                .body("children[0].thisMonth.weightKg", equalTo(8.6f))
                .body("children[0].thisMonth.mark", equalTo("T"))
                .body("children[0].thisMonth.tInARow", equalTo(2));
    }

    @Test
    void rulesOfThePhoneAreThoseOfTheServer() {
        UUID posyandu = UUID.randomUUID();
        registry.says(child(Sex.L, LocalDate.now(clock).minusMonths(20)).at(posyandu));

        roster(KADER, posyandu)
                .body("rules.'growth.classification'.version", equalTo(1))
                .body("rules.'growth.classification'.value.lengthHeightForAge.below[1]", contains("STUNTED", -2))
                .body("rules.'kms.growth-card'.value.notGainedInARow", equalTo(2))
                .body("rules.'kader.refer-on'.value", hasItem("2T"))
                .body("children[0].last", nullValue())
                .body("children[0].thisMonth", nullValue());
    }

    @Test
    void childIsOnTheRosterOnceUntilTheDayBeforeItsFifthBirthday() {
        UUID posyandu = UUID.randomUUID();
        LocalDate today = LocalDate.now(clock);
        Child five = child(Sex.L, today.minusYears(5));
        Child almostFive = child(Sex.L, today.minusYears(5).plusDays(1));
        Child bornToday = child(Sex.L, today);
        Child gone = child(Sex.L, today.minusYears(2));
        Child twice = child(Sex.L, today).found(bornToday);
        registry.says(five.at(posyandu), almostFive.at(posyandu), bornToday.at(posyandu), twice.at(posyandu));
        registry.retires(gone.at(posyandu));

        roster(KADER, posyandu)
                .body(
                        "children.id",
                        containsInAnyOrder(
                                almostFive.id().toString(), bornToday.id().toString()));
    }

    @Test
    void posyanduElsewhereAndOneThatDoesNotExistLookAlike() {
        UUID posyandu = UUID.randomUUID();
        registry.says(child(Sex.L, LocalDate.now(clock).minusYears(1)).at(posyandu));

        String elsewhere = TestTokens.token(Roles.KADER, "36.04.19");
        String foreign =
                roster(elsewhere, posyandu).statusCode(404).extract().body().asString();
        String unknown = roster(KADER, UUID.randomUUID())
                .statusCode(404)
                .extract()
                .body()
                .asString();
        assertThat(foreign).isEqualTo(unknown);
        given().auth().oauth2(KADER).get("/v1/roster?posyandu=<script>").then().statusCode(404);
        given().auth().oauth2(KADER).get("/v1/roster").then().statusCode(400);
        assertThat(downloads(posyandu)).isZero();
    }

    @Test
    void partnersAndStrangersGetNoRoster() {
        roster(TestTokens.token(Roles.PARTNER, "36.04.20"), UUID.randomUUID()).statusCode(403);
        given().get("/v1/roster?posyandu=" + UUID.randomUUID()).then().statusCode(401);
        given().get("/v1/roster/posyandu").then().statusCode(401);
    }

    @Test
    void everyDownloadIsWrittenDownOnce() {
        UUID posyandu = UUID.randomUUID();
        LocalDate birth = LocalDate.now(clock).minusYears(1);
        registry.says(child(Sex.L, birth).at(posyandu), child(Sex.P, birth).at(posyandu));

        roster(KADER, posyandu).statusCode(200);
        assertThat(downloads(posyandu)).isEqualTo(1);
        roster(KADER, posyandu).statusCode(200);
        assertThat(downloads(posyandu)).isEqualTo(2);
    }

    @Test
    void choiceHoldsThePosyanduOfTheOwnAreasAlone() {
        UUID here = UUID.randomUUID();
        UUID there = UUID.randomUUID();
        LocalDate birth = LocalDate.now(clock).minusYears(1);
        registry.says(child(Sex.L, birth).at(here), child(Sex.P, birth).at(here));
        registry.says(child(Sex.L, birth).in(Registry.KIBIN).at(there));

        given().auth()
                .oauth2(KADER)
                .get("/v1/roster/posyandu")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("names", equalTo("AWAY"))
                .body("posyandu.find { it.id == '" + here + "' }.children", equalTo(2))
                .body("posyandu.id", not(hasItem(there.toString())));
    }

    private static Child child(Sex sex, LocalDate birthDate) {
        return new Child(UUID.randomUUID(), 1, DESA, sex, birthDate, null, null);
    }

    private static ValidatableResponse roster(String token, UUID posyandu) {
        return given().auth()
                .oauth2(token)
                .get("/v1/roster?posyandu=" + posyandu)
                .then();
    }

    private static void weigh(Child child, LocalDate day, double kg) {
        given().auth()
                .oauth2(KADER)
                .contentType(ContentType.JSON)
                .body("""
                        [{"id":"%s","childId":"%s","measuredOn":"%s","weightKg":%s}]""".formatted(UUID.randomUUID(), child.id(), day, kg))
                .post("/v1/measurements:batch")
                .then()
                .body("[0].outcome", equalTo("CREATED"));
    }

    private long downloads(UUID posyandu) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select count(*) from audit_entry where action = 'DOWNLOAD' and object_id = :id")
                        .bind("id", posyandu.toString())
                        .mapTo(Long.class)
                        .one());
    }
}
