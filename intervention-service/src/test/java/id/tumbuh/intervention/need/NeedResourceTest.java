package id.tumbuh.intervention.need;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.intervention.casework.Telling;
import id.tumbuh.intervention.circumstance.Beneficiary;
import id.tumbuh.intervention.circumstance.Fact;
import id.tumbuh.intervention.circumstance.Home;
import id.tumbuh.intervention.circumstance.Stunting;
import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In a province of its own (91), so that what other tests leave behind doesn't count. */
@QuarkusTest
@WithTestResource(RealServers.class)
class NeedResourceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final String ONE = "91.04.20.2006";
    private static final String OTHER = "91.04.21.2001";
    private static final String SIBLING = "91.73.01.1001";

    private static boolean told;

    @Inject
    Telling telling;

    @BeforeEach
    void fiveNeedsInThreeDesa() {
        if (told) {
            return;
        }
        told = true;
        need(1, ONE, Stunting.STUNTED);
        need(2, ONE, Stunting.SEVERELY_STUNTED);
        need(3, OTHER, Stunting.STUNTED);
        need(4, SIBLING, Stunting.STUNTED);
        need(5, ONE, Stunting.STUNTED);
        telling.tell(new Fact.Growth(child(5), 2, DAY, home(5, ONE), Stunting.NORMAL, 30, true));
    }

    @Test
    void aNeedIsListedByItsAreaWithIdsOnly() {
        tpps("91")
                .get("/v1/needs?area={area}", OTHER)
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].id", equalTo(needId(3)))
                .body("[0].childId", equalTo(child(3).toString()))
                .body("[0].familyId", equalTo(home(3, OTHER).familyId().toString()))
                .body("[0].area", equalTo(OTHER))
                .body("[0].causes", contains("STUNTED"))
                .body("[0].items.item", contains("FOOD", "COUNSELLING"))
                .body("[0].rank", equalTo(40))
                .body("[0].state", equalTo("OPEN"))
                .body("[0].openedOn", equalTo("2026-06-15"))
                .body("[0].closedOn", nullValue())
                .body("[0].reason", equalTo("CAUSE_FOUND"))
                .body("[0].version", equalTo(1));
    }

    @Test
    void theListIsNarrowedByStateCauseAndItem() {
        tpps("91").get("/v1/needs?area=91.04").then().body("$", hasSize(3)).body("state", everyItem(equalTo("OPEN")));
        tpps("91").get("/v1/needs?area=91.04&cause=SEVERELY_STUNTED").then().body("id", contains(needId(2)));
        tpps("91").get("/v1/needs?area=91.04&item=FOOD").then().body("$", hasSize(3));
        tpps("91").get("/v1/needs?area=91.04&item=WATER").then().body("$", empty());
        tpps("91")
                .get("/v1/needs?area=91&state=CLOSED")
                .then()
                .body("id", contains(needId(5)))
                .body("[0].closedOn", equalTo("2026-06-15"))
                .body("[0].reason", equalTo("CAUSES_GONE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&order=RANK"})
    void pagesFollowEachOtherWithoutGapOrRepeat(String order) {
        List<String> whole =
                tpps("91").get("/v1/needs?limit=100" + order).jsonPath().getList("id");
        List<String> paged = new ArrayList<>();
        String next = "/v1/needs?limit=1" + order;
        while (next != null) {
            Response page = tpps("91").urlEncodingEnabled(false).get(next);
            page.then().statusCode(200).body("$", hasSize(1));
            paged.addAll(page.jsonPath().getList("id"));
            String link = page.header("Link");
            next = link == null ? null : link.replaceAll("^<https?://[^/]+(/[^>]*)>.*rel=\"next\".*$", "$1");
        }

        assertThat(paged).hasSize(4).isEqualTo(whole);
    }

    @Test
    void theMostUrgentComesFirstWhenAskedFor() {
        tpps("91")
                .get("/v1/needs?order=RANK")
                .then()
                .body("[0].id", equalTo(needId(2)))
                .body("rank", contains(60, 40, 40, 40));
    }

    @Test
    void aSiblingKabupatenSeesNothingOfIt() {
        tpps("91.73")
                .get("/v1/needs")
                .then()
                .body("area", everyItem(equalTo(SIBLING)))
                .body("$", hasSize(1));
        tpps("91.73").get("/v1/needs?area=91.04").then().statusCode(200).body("$", empty());
        tpps("91.73").get("/v1/needs/{id}", needId(1)).then().statusCode(404).body("code", equalTo("NEED_UNKNOWN"));
        tpps("91.73")
                .get("/v1/needs/summary?area=91")
                .then()
                .body("open", equalTo(1))
                .body("rows.area", contains("91.73"));
        tpps("91.73")
                .get("/v1/needs/summary?area=91.04")
                .then()
                .body("open", equalTo(0))
                .body("rows", empty());
    }

    /** Not even by the words of the answer. */
    @Test
    void aForeignNeedAnswersLikeOneThatIsNotThere() {
        String foreign = tpps("91.73").get("/v1/needs/{id}", needId(1)).asString();
        String absent = tpps("91.73").get("/v1/needs/{id}", UUID.randomUUID()).asString();

        assertThat(foreign).isEqualTo(absent);
    }

    @Test
    void aTokenWithoutAreasSeesNothing() {
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS))
                .get("/v1/needs")
                .then()
                .statusCode(200)
                .body("$", empty());
    }

    @Test
    void oneNeedIsReadById() {
        tpps("91.04")
                .get("/v1/needs/{id}", needId(2))
                .then()
                .statusCode(200)
                .body("causes", contains("SEVERELY_STUNTED"));
        tpps("91.04").get("/v1/needs/no-id").then().statusCode(404);
    }

    @Test
    void openNeedsAreCountedByTheAreasBelow() {
        tpps("91")
                .get("/v1/needs/summary?area=91")
                .then()
                .body("area", equalTo("91"))
                .body("open", equalTo(4))
                .body("causes.SEVERELY_STUNTED", equalTo(1))
                .body("causes.STUNTED", equalTo(3))
                .body("costRupiah", equalTo(4 * 2_700_000))
                .body("rows.area", contains("91.04", "91.73"))
                .body("rows.open", contains(3, 1));
        tpps("91").get("/v1/needs/summary?area=91.04").then().body("rows.area", contains("91.04.20", "91.04.21"));
        tpps("91")
                .get("/v1/needs/summary?area=91.04.20")
                .then()
                .body("rows.area", contains(ONE))
                .body("rows.open", contains(2))
                .body("rows.causes.SEVERELY_STUNTED", contains(1))
                .body("rows.costRupiah", contains(5_400_000));
        tpps("91")
                .get("/v1/needs/summary")
                .then()
                .body("rows.area", contains("91"))
                .body("open", equalTo(4));
    }

    @ParameterizedTest
    @CsvSource({
        "area=3604, /area, INVALID_AREA",
        "state=open, /state, STATE_UNKNOWN",
        "cause=worse, /cause, CAUSE_MALFORMED",
        "item=MONEY, /item, ITEM_UNKNOWN",
        "order=AGE, /order, ORDER_UNKNOWN",
        "limit=0, /limit, OUT_OF_RANGE",
        "limit=1001, /limit, OUT_OF_RANGE",
        "limit=many, /limit, NOT_A_NUMBER"
    })
    void aWrongParameterIsPointedAt(String query, String pointer, String reason) {
        tpps("91")
                .get("/v1/needs?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].reason", equalTo(reason));
    }

    @Test
    void aCursorThatIsNotOursIsRefused() {
        tpps("91").get("/v1/needs?after=zzz").then().statusCode(400).body("code", equalTo("INVALID_CURSOR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kader", "tpk", "system", "partner", "auditor", ""})
    void otherRolesAreRefused(String role) {
        for (String path : List.of("/v1/needs", "/v1/needs/summary", "/v1/needs/" + needId(1))) {
            given().auth().oauth2(TestTokens.token(role, "91")).get(path).then().statusCode(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tpps", "opd", "bkkbn", "puskesmas", "admin"})
    void whoHelpsMayLook(String role) {
        given().auth()
                .oauth2(TestTokens.token(role, "91"))
                .get("/v1/needs")
                .then()
                .statusCode(200);
        given().get("/v1/needs").then().statusCode(401);
    }

    private static RequestSpecification tpps(String area) {
        return given().auth().oauth2(TestTokens.token(Roles.TPPS, area));
    }

    private void need(int number, String area, Stunting stunting) {
        telling.tell(new Fact.Growth(child(number), 1, DAY, home(number, area), stunting, 30, true));
    }

    private static String needId(int number) {
        return Need.Opening.by(Beneficiary.Ref.child(child(number)), "growth/1", NeedReason.CAUSE_FOUND)
                .id()
                .toString();
    }

    private static UUID child(int number) {
        return new UUID(91, number);
    }

    private static Home home(int number, String area) {
        return new Home(new UUID(9100, number), new AreaCode(area));
    }
}
