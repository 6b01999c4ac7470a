package id.tumbuh.intervention.house;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.casework.Telling;
import id.tumbuh.intervention.change.Days;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** In the kabupaten 88.02. */
@QuarkusTest
@WithTestResource(RealServers.class)
class HouseNoteResourceTest {
    private static final String DESA = "88.02.01.2001";
    private static final LocalDate TODAY = Days.today();
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    @Inject
    Telling telling;

    @Inject
    TestDatabase database;

    private final UUID child = UUID.randomUUID();
    private final Home home = new Home(UUID.randomUUID(), new AreaCode(DESA));

    @Test
    void anUnfitHouseIsPartOfTheNeedAtOnceWithWhatAHouseCosts() {
        stunted();

        note(row(1, TODAY, "KADER", false)).body("outcome", contains("DONE"));

        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, DESA))
                .get("/v1/needs/{id}", need())
                .then()
                .body("causes", contains("STUNTED", "UNFIT_HOUSE"))
                .body("items.find { it.item == 'HOUSE' }.costRupiah", equalTo(15_000_000));
        assertThat(database.announced(home.familyId()))
                .containsExactly("need-opened 1", "need-changed 2", "referral-opened 1");
        assertThat(database.rows(
                        "select 1 from audit_entry where action = 'NOTE_HOUSE' and object_id = ?", id(1).toString()))
                .hasSize(1);
    }

    @Test
    void theNewestDayHoldsInWhateverOrderNotesCome() {
        stunted();

        note(row(1, TODAY.minusDays(5), "OPD_SURVEY", true)).body("outcome", contains("DONE"));
        note(row(2, TODAY.minusDays(9), "KADER", false)).body("outcome", contains("DONE"));
        assertThat(causes()).isEqualTo("{STUNTED}");
        note(row(3, TODAY.minusDays(4), "KADER", false));
        assertThat(causes()).isEqualTo("{STUNTED,UNFIT_HOUSE}");
        note(row(4, TODAY.minusDays(4), "KADER", true)); // a mistake of the same day
        assertThat(causes()).isEqualTo("{STUNTED}");

        shown().body("id", contains(id(4).toString(), id(3).toString(), id(1).toString(), id(2).toString()))
                .body("fit", contains(true, false, true, false))
                .body("[0].source", equalTo("KADER"));
    }

    @Test
    void anUnfitHouseIsReferredToPublicWorksUntilItIsSeenToBeFit() {
        stunted();
        note(row(1, TODAY.minusDays(3), "KADER", false));

        referrals("PUPR").body("riskFactor", contains("UNFIT_HOUSE")).body("stage", contains("SENT"));
        referrals("DINSOS").body("", empty());
        note(row(2, TODAY.minusDays(3), "KADER", true)); // a mistake of the same day
        referrals("PUPR").body("", empty());
        note(row(3, TODAY.minusDays(2), "OPD_SURVEY", false));
        referrals("PUPR").body("riskFactor", contains("UNFIT_HOUSE"));

        assertThat(database.rows(
                        "select state, reason from referral where family_id = ? order by state", home.familyId()))
                .containsExactly(
                        Map.of("state", "CLOSED", "reason", "RISK_FACTOR_GONE"),
                        Map.of("state", "OPEN", "reason", "STUNTED_CHILD_AT_RISK"));
        assertThat(database.announced(home.familyId()))
                .containsExactly(
                        "need-opened 1",
                        "need-changed 2",
                        "referral-opened 1",
                        "need-changed 3",
                        "referral-closed 2",
                        "need-changed 4",
                        "referral-opened 1");
    }

    @Test
    void theHouseOfAFamilyWithoutNeedIsNobodysBusiness() {
        telling.tell(new Fact.Risks(home.familyId(), 1, DAY, home.area(), Set.of(), null));
        note(row(1, TODAY, "KADER", false));
        referrals("PUPR").body("", empty());

        stunted();
        referrals("PUPR").body("riskFactor", contains("UNFIT_HOUSE"));
        telling.tell(new Fact.Growth(child, 2, DAY, home, Stunting.NORMAL, 30, true));

        referrals("PUPR").body("", empty());
    }

    @Test
    void theReferralGoesWhereTheFamilyGoes() {
        stunted();
        note(row(1, TODAY, "KADER", false));

        telling.tell(new Fact.Risks(home.familyId(), 1, DAY, new AreaCode("88.02.09.2001"), Set.of(), null));

        referrals("PUPR").body("area", contains("88.02.09.2001"));
    }

    @Test
    void aNeedThatOpensAfterTheNoteCountsTheHouse() {
        telling.tell(new Fact.Risks(home.familyId(), 1, DAY, home.area(), Set.of(), null));
        note(row(1, TODAY, "TPK", false)).body("outcome", contains("DONE"));

        stunted();

        assertThat(causes()).isEqualTo("{STUNTED,UNFIT_HOUSE}");
    }

    @Test
    void whatTheRegistryTellsLaterLeavesTheHouseAsItWasSeen() {
        stunted();
        note(row(1, TODAY, "PUSKESMAS", false));

        telling.tell(new Fact.Risks(home.familyId(), 7, DAY, home.area(), Set.of(), 2));

        assertThat(causes()).isEqualTo("{POOR,STUNTED,UNFIT_HOUSE}");
    }

    @Test
    void sentAgainItIsKeptOnceAndOtherContentIsRefused() {
        stunted();
        note(row(1, TODAY, "KADER", false), row(1, TODAY, "KADER", false))
                .body("outcome", contains("DONE", "UNCHANGED"));
        note(row(1, TODAY, "KADER", false)).body("outcome", contains("UNCHANGED"));

        note(row(1, TODAY, "KADER", true), row(2, TODAY, "KADER", false))
                .body("outcome", contains("REFUSED", "DONE"))
                .body("[0].problem.code", equalTo("HOUSE_NOTE_ID_TAKEN"));

        assertThat(database.announced(home.familyId()))
                .containsExactly("need-opened 1", "need-changed 2", "referral-opened 1");
    }

    @Test
    void daysOfTheFutureAndOfLongAgoAreRefusedFromBothSides() {
        stunted();

        note(
                        row(1, TODAY.plusDays(1), "KADER", false),
                        row(2, TODAY, "KADER", false),
                        row(3, TODAY.minusDays(1826), "KADER", false),
                        row(4, TODAY.minusDays(1827), "KADER", false),
                        row(5, TODAY, "NEIGHBOUR", false))
                .body("outcome", contains("REFUSED", "DONE", "DONE", "REFUSED", "REFUSED"))
                .body("[0].problem.errors[0].pointer", equalTo("/seenOn"))
                .body("[4].problem.errors[0].reason", equalTo("HOUSE_SOURCE_UNKNOWN"));
    }

    @Test
    void whoIsFromElsewhereNeitherNotesNorSees() {
        stunted();
        String elsewhere = TestTokens.token(Roles.KADER, "88.03");

        noteAs(elsewhere, List.of(row(1, TODAY, "KADER", false))).body("outcome", contains("UNKNOWN"));
        given().auth()
                .oauth2(elsewhere)
                .get("/v1/families/{id}/house-notes", home.familyId())
                .then()
                .statusCode(404)
                .body("code", equalTo("FAMILY_UNKNOWN"));
        given().auth()
                .oauth2(TestTokens.token(Roles.OPD, "88.02"))
                .contentType(ContentType.JSON)
                .body("[]")
                .post("/v1/house-notes:batch")
                .then()
                .statusCode(403);
        // the id is free still, and one that is somebody else's is not shown to be
        note(row(1, TODAY, "KADER", false)).body("outcome", contains("DONE"));
        UUID other = UUID.randomUUID();
        telling.tell(new Fact.Risks(other, 1, DAY, new AreaCode("88.03.01.2001"), Set.of(), null));
        noteAs(
                        elsewhere,
                        List.of(row(1, TODAY, "KADER", false)
                                .replace(home.familyId().toString(), other.toString())))
                .body("[0].problem.code", equalTo("HOUSE_NOTE_ID_TAKEN"));
    }

    @Test
    void aChildThatLivesInAnotherAreaFollowsToo() {
        telling.tell(new Fact.Risks(home.familyId(), 1, DAY, home.area(), Set.of(), null));
        telling.tell(new Fact.Growth(
                child, 1, DAY, new Home(home.familyId(), new AreaCode("88.04.01.2001")), Stunting.STUNTED, 30, true));

        note(row(1, TODAY, "KADER", false));

        assertThat(causes()).isEqualTo("{STUNTED,UNFIT_HOUSE}");
    }

    @Test
    void notesGoWhereTheFamilyGoes() {
        stunted();
        note(row(1, TODAY, "KADER", false));

        telling.tell(new Fact.Risks(home.familyId(), 1, DAY, new AreaCode("88.02.09.2001"), Set.of(), null));

        assertThat(database.row("select area_code from house_note where id = ?", id(1)))
                .containsEntry("area_code", "88.02.09.2001");
    }

    private void stunted() {
        telling.tell(new Fact.Growth(child, 1, DAY, home, Stunting.STUNTED, 30, true));
    }

    private UUID need() {
        return TestDatabase.id(database.row("select id from need where child_id = ? and state = 'OPEN'", child), "id");
    }

    private String causes() {
        return TestDatabase.text(
                database.row("select cast(causes as text) as causes from need where id = ?", need()), "causes");
    }

    /** As version 7 makes them: later numbers are larger. */
    private UUID id(int number) {
        return UUID.fromString(
                "f198c1a0-0000-7000-8000-" + child.toString().substring(24, 33) + "%03d".formatted(number));
    }

    private String row(int number, LocalDate seenOn, String source, boolean fit) {
        return "{\"id\":\"%s\",\"familyId\":\"%s\",\"seenOn\":\"%s\",\"source\":\"%s\",\"fit\":%s}"
                .formatted(id(number), home.familyId(), seenOn, source, fit);
    }

    /** Those of this family; other tests have some in the same kabupaten. */
    private ValidatableResponse referrals(String field) {
        String area = TestDatabase.text(
                database.row("select area_code from family where id = ?", home.familyId()), "area_code");
        return given().auth()
                .oauth2(TestTokens.opdToken(field, "88.02"))
                .get("/v1/referrals?area={area}&limit=1000", area)
                .then()
                .statusCode(200)
                .rootPath("findAll { it.familyId == '" + home.familyId() + "' }");
    }

    private ValidatableResponse shown() {
        return given().auth()
                .oauth2(TestTokens.token(Roles.OPD, "88.02"))
                .get("/v1/families/{id}/house-notes", home.familyId())
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"));
    }

    private static ValidatableResponse note(String... rows) {
        return noteAs(TestTokens.token(Roles.KADER, "88.02"), List.of(rows));
    }

    private static ValidatableResponse noteAs(String token, List<String> rows) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(rows.toString())
                .post("/v1/house-notes:batch")
                .then()
                .statusCode(200);
    }
}
