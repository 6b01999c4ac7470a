package id.tumbuh.intervention.casework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.RiskFactor;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.intervention.delivery.Promises;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A child that is helped and does not gain becomes the business of the Dinkes; in the kabupaten 88.01, each test in a kecamatan. */
@QuarkusTest
@WithTestResource(RealServers.class)
class VisitReferralTest {
    private static final LocalDate FROM = LocalDate.of(2026, 8, 15);
    private static final LocalDate TODAY = Days.today();
    private static final LocalDate TOLD = LocalDate.of(2026, 10, 1);
    private static int kecamatan = 10;

    @Inject
    Promises promises;

    @Inject
    TestDatabase database;

    @Inject
    WeighingTelling weighings;

    @Inject
    Telling telling;

    private final String area = "88.01." + kecamatan++;
    private final UUID child = UUID.randomUUID();
    private final Home home = new Home(UUID.randomUUID(), new AreaCode(area + ".2001"));

    @Test
    void theDinkesIsSentThereAndHasTheDaysOfTheRule() {
        visited();

        UUID id = onlyReferral();
        seenBy("DINKES").then().body("id", contains(id.toString()));
        given().auth()
                .oauth2(TestTokens.opdToken("DINKES", "88.01"))
                .get("/v1/referrals/{id}", id)
                .then()
                .body("riskFactor", equalTo("HOME_VISIT"))
                .body("childId", equalTo(child.toString()))
                .body("origin", equalTo("FACTS"))
                .body("stage", equalTo("SENT"))
                .body("sentOn", equalTo(TODAY.toString()))
                .body("limitOn", equalTo(TODAY.plusDays(14).toString()));
        seenBy("PUPR").then().body("$", empty());
        assertThat(database.announced(home.familyId()))
                .endsWith("need-changed 2", "home-visit-asked 1", "referral-opened 1");

        move(id, "accept", 1, "{}")
                .then()
                .statusCode(200)
                .body("dueOn", equalTo(TODAY.plusDays(7).toString()));
    }

    @Test
    void whoeverWentThereClosesItAndNoFactIsWaitedFor() {
        visited();
        UUID id = onlyReferral();

        move(id, "accept", 1, "{}").then().statusCode(200);
        move(id, "done", 2, "{\"what\":\"COUNSELLED\",\"on\":\"%s\",\"quantity\":1}".formatted(TODAY))
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("reason", equalTo("DONE"));

        weighings.tell(child, home, 3, FROM.plusDays(70), true);
        assertThat(open()).isEmpty();
    }

    @Test
    void toldAgainNobodyIsSentTwice() {
        visited();
        UUID id = onlyReferral();
        weighings.tell(child, home, 2, FROM.plusDays(40), true);
        database.write("delete from home_visit where child_id = ?", child);
        weighings.tell(child, home, 2, FROM.plusDays(40), true);

        assertThat(onlyReferral()).isEqualTo(id);
        assertThat(database.announced(home.familyId()))
                .filteredOn(event -> event.startsWith("referral"))
                .containsExactly("referral-opened 1");
    }

    @Test
    void whatElseIsToldOfTheFamilyLeavesItOpen() {
        visited();
        UUID id = onlyReferral();

        telling.tell(risks(1, home.area(), "UNSAFE_WATER"), risks(2, home.area()));

        assertThat(onlyReferral()).isEqualTo(id);
    }

    @Test
    void itGoesWhereTheFamilyMoves() {
        visited();
        UUID id = onlyReferral();
        AreaCode there = new AreaCode(area + ".2002");

        telling.tell(risks(1, there));

        assertThat(database.row("select state, reason from referral where id = ?", id))
                .containsEntry("state", "CLOSED")
                .containsEntry("reason", "FAMILY_MOVED");
        assertThat(database.row("select area_code, child_id from referral where id = ?", onlyReferral()))
                .containsEntry("area_code", there.value())
                .containsEntry("child_id", child);
    }

    @Test
    void itGoesWithTheChildIntoAnotherFamily() {
        visited();
        UUID id = onlyReferral();
        Home there = new Home(UUID.randomUUID(), new AreaCode(area + ".2003"));

        telling.tell(new Fact.Residence(child, 2, TOLD, there, LocalDate.of(2025, 6, 1), true, false));

        assertThat(database.row("select state from referral where id = ?", id)).containsEntry("state", "CLOSED");
        assertThat(database.row("select family_id, area_code from referral where id = ?", onlyReferral()))
                .containsEntry("family_id", there.familyId())
                .containsEntry("area_code", there.area().value());
        assertThat(database.announced(home.familyId())).endsWith("referral-closed 2");
        assertThat(database.announced(there.familyId())).contains("referral-opened 1");
    }

    @Test
    void aChildThatNeedsNothingAnyMoreIsNotVisited() {
        visited();

        telling.tell(new Fact.Residence(child, 2, TOLD, home, null, false, true));

        assertThat(open()).isEmpty();
        seenBy("DINKES").then().body("$", empty());
    }

    @Test
    void aSisterWithANeedDoesNotKeepItOpen() {
        UUID sister = UUID.randomUUID();
        telling.tell(new Fact.Growth(sister, 1, TOLD, home, Stunting.STUNTED, 40, true));
        visited();

        telling.tell(new Fact.Residence(child, 2, TOLD, home, null, false, false));

        assertThat(open()).isEmpty();
    }

    @Test
    void aPromiseThatIsMadeAfterTheWeighingSendsSomebodyInTheSameStep() {
        weighings.tell(child, home, 1, FROM.plusDays(5), true);
        promises.commit(child, home, FROM, 90);

        assertThat(open()).hasSize(1);
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, area))
                .get("/v1/referrals?area={area}", area)
                .then()
                .body("childId", contains(child.toString()));
    }

    private void visited() {
        promises.commit(child, home, FROM, 90);
        weighings.tell(child, home, 2, FROM.plusDays(40), true);
    }

    private Fact risks(long version, AreaCode where, String... factors) {
        return new Fact.Risks(
                home.familyId(),
                version,
                TOLD,
                where,
                Set.copyOf(List.of(factors).stream().map(RiskFactor::new).toList()),
                null);
    }

    private UUID onlyReferral() {
        return open().getFirst();
    }

    private List<UUID> open() {
        List<UUID> open = database.rows("select id from referral where child_id = ? and state = 'OPEN'", child).stream()
                .map(row -> TestDatabase.id(row, "id"))
                .toList();
        assertThat(open).hasSizeLessThan(2);
        return open;
    }

    private Response seenBy(String field) {
        return given().auth().oauth2(TestTokens.opdToken(field, "88.01")).get("/v1/referrals?area={area}", area);
    }

    private static Response move(UUID id, String action, long version, String body) {
        return given().auth()
                .oauth2(TestTokens.opdToken("DINKES", "88.01"))
                .header("If-Match", "\"" + version + "\"")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/referrals/{id}:" + action, id);
    }
}
