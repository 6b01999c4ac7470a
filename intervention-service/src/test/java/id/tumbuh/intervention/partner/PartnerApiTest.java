package id.tumbuh.intervention.partner;

import static id.tumbuh.intervention.partner.PartnerWorld.as;
import static id.tumbuh.intervention.partner.PartnerWorld.hold;
import static id.tumbuh.intervention.partner.PartnerWorld.listed;
import static id.tumbuh.intervention.partner.PartnerWorld.move;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealServers.class)
class PartnerApiTest {

    @Inject
    PartnerWorld world;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
    private final String area = PartnerWorld.kabupaten();
    private final String desa = area + ".01.2001";
    private final String one = "csr-satu-" + area;
    private final String two = "csr-dua-" + area;

    @Test
    void aNeedIsShownByPseudonymWithNothingThatNamesTheChild() {
        world.partner(one, area);
        PartnerWorld.Child child = world.child(desa);

        Response listed = as(one, area).get("/v1/partner/needs");

        listed.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("$", hasSize(1))
                .body("[0].child", matchesPattern("\\d{4}-[2-9B-Z]{6}"))
                .body("[0].label", equalTo("Anak " + listed.path("[0].child")))
                .body("[0].kecamatan", equalTo(area + ".01"))
                .body("[0].ageMonths", equalTo(19))
                .body("[0].items.item", contains("FOOD", "COUNSELLING"))
                .body("[0].urgency", equalTo("MEDIUM"));
        assertThat(listed.asString())
                .doesNotContain(
                        child.id().toString(), child.home().familyId().toString(), desa, "STUNTED", "birth", "rank");
    }

    @Test
    void ofTwoPartnersEachKnowsAChildByAnotherName() {
        UUID mine = world.partner(one, area);
        world.partner(two, area);
        world.child(desa);

        String first = listed(one, area).getFirst();
        String second = listed(two, area).getFirst();

        assertThat(first).isNotEqualTo(second);
        assertThat(listed(one, area)).containsExactly(first);
        assertUnknown(hold(one, area, UUID.randomUUID(), second, mine), hold(one, area, UUID.randomUUID(), "x", mine));
    }

    @Test
    void onlyWhoseGuardianConsentedIsShown() {
        world.partner(one, area);
        world.partner(two, area);
        world.withoutConsent(desa, null);
        world.child(desa, two);

        assertThat(listed(one, area)).isEmpty();
        assertThat(listed(two, area)).hasSize(1);
    }

    @Test
    void aPartnerSeesTheAreasThatItsTokenAndItsRegistrationHaveInCommon() {
        world.partner(one, area + ".01");
        world.child(desa);
        world.child(area + ".02.2001");

        assertThat(listed(one, area)).hasSize(1);
        assertThat(listed(one, area + ".02")).isEmpty();
        as(one, "97")
                .get("/v1/partner/needs?area={desa}", desa)
                .then()
                .statusCode(400)
                .body("errors[0].reason", equalTo("KECAMATAN_AT_MOST"));
    }

    @Test
    void pagesFollowEachOtherByACursorThatIsOfUseToNobodyElse() {
        world.partner(one, area);
        world.partner(two, area);
        for (int number = 0; number < 5; number++) {
            world.child(desa);
        }
        Set<String> seen = new HashSet<>();
        String next = "/v1/partner/needs?limit=2";
        int pages = 0;
        String cursor = "";
        while (next != null) {
            Response page = as(one, area).urlEncodingEnabled(false).get(next);
            page.then().statusCode(200);
            seen.addAll(page.<List<String>>path("child"));
            next = next(page);
            cursor = next == null ? cursor : next.substring(next.indexOf("after=") + 6);
            pages++;
        }

        assertThat(seen).hasSize(5);
        assertThat(pages).isEqualTo(3);
        as(two, area)
                .get("/v1/partner/needs?after={cursor}", cursor)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
        as(one, area)
                .get("/v1/partner/placements?after={cursor}", cursor)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
    }

    @Test
    void aNeedIsHeldCommittedReportedRenewedAndGivenBack() {
        UUID sponsor = world.partner(one, area);
        PartnerWorld.Child child = world.child(desa);
        world.weigh(child, today.minusDays(40), "8.1", "-2.60", "T");
        String name = listed(one, area).getFirst();
        UUID id = UUID.randomUUID();

        hold(one, area, id, name, sponsor)
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("child", equalTo(name))
                .body("state", equalTo("HELD"))
                .body("growth", nullValue());
        assertThat(listed(one, area)).isEmpty();
        hold(one, area, id, name, sponsor).then().statusCode(200);
        move(one, area, id, "commit", 1, "{\"from\":\"%s\",\"days\":60}".formatted(today.minusDays(30)))
                .then()
                .statusCode(200)
                .body("state", equalTo("COMMITTED"));
        world.weigh(child, today.minusDays(1), "8.9", "-2.40", "N");
        UUID report = UUID.randomUUID();
        report(report, id, today, 15).then().statusCode(201);
        report(report, id, today, 15).then().statusCode(200);
        report(report, id, today, 16).then().statusCode(409).body("code", equalTo("CONFLICT"));
        move(one, area, id, "renew", 2, "{\"days\":30}").then().statusCode(200);
        as(one, area)
                .get("/v1/partner/placements")
                .then()
                .body("$", hasSize(1))
                .body("[0].reports", equalTo(1))
                .body("[0].growth.note", equalTo("titipan, bukan diagnosis"))
                .body("[0].growth.weighings", equalTo(1))
                .body("[0].growth.gained", equalTo(1))
                .body("[0].growth.weightKg", equalTo(0.8f))
                .body("[0].growth.lengthForAge", equalTo(0.2f));
        move(one, area, id, "release", 3, "").then().statusCode(200).body("reason", equalTo("RELEASED"));
        assertThat(listed(one, area)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void aReportIsOfADayThatWasPromisedAndIsNotToCome(int daysFromNow) {
        UUID id = committed(today);

        Response report = report(UUID.randomUUID(), id, today.plusDays(daysFromNow), 1);

        report.then().statusCode(daysFromNow == 0 ? 201 : daysFromNow < 0 ? 409 : 400);
    }

    @Test
    void whoseConsentIsWithdrawnIsGoneFromEverything() {
        UUID sponsor = world.partner(one, area);
        PartnerWorld.Child child = world.child(desa);
        String name = listed(one, area).getFirst();
        UUID id = UUID.randomUUID();
        hold(one, area, id, name, sponsor).then().statusCode(201);

        world.withdraw(child);

        assertThat(listed(one, area)).isEmpty();
        as(one, area).get("/v1/partner/placements").then().body("$", empty());
        as(one, area).get("/v1/partner/placements/{id}", id).then().statusCode(404);
        move(one, area, id, "commit", 1, "{}").then().statusCode(404);
        assertUnknown(
                hold(one, area, UUID.randomUUID(), name, sponsor), hold(one, area, UUID.randomUUID(), "x", sponsor));
    }

    @Test
    void whatIsAnotherPartnersIsAnsweredAsWhatIsNotThere() {
        UUID sponsor = world.partner(one, area);
        world.partner(two, area);
        world.child(desa);
        UUID id = UUID.randomUUID();
        hold(one, area, id, listed(one, area).getFirst(), sponsor).then().statusCode(201);
        UUID none = UUID.randomUUID();

        assertUnknown(
                as(two, area).get("/v1/partner/placements/{id}", id),
                as(two, area).get("/v1/partner/placements/{id}", none));
        for (String action : List.of("commit", "renew", "release")) {
            assertUnknown(move(two, area, id, action, 1, "{}"), move(two, area, none, action, 1, "{}"));
        }
        assertUnknown(reportAs(two, UUID.randomUUID(), id, today, 1), reportAs(two, UUID.randomUUID(), none, today, 1));
        as(two, area).get("/v1/partner/placements").then().body("$", empty());
        world.child(desa);
        String child = listed(two, area).getFirst();
        assertUnknown(
                hold(two, area, UUID.randomUUID(), child, sponsor), hold(two, area, UUID.randomUUID(), child, none));
    }

    @Test
    void aClaimSentAgainIsTheSameEvenWhenTheNeedIsClosed() {
        UUID sponsor = world.partner(one, area);
        PartnerWorld.Child child = world.child(desa);
        String name = listed(one, area).getFirst();
        UUID id = UUID.randomUUID();
        hold(one, area, id, name, sponsor).then().statusCode(201);
        world.close(child);

        hold(one, area, id, name, sponsor).then().statusCode(200).body("reason", equalTo("NEED_CLOSED"));
        hold(one, area, id, "SRG-222222", sponsor).then().statusCode(409).body("code", equalTo("CONFLICT"));
    }

    @Test
    void whatAnotherTookIsTaken() {
        UUID mine = world.partner(one, area);
        UUID theirs = world.partner(two, area);
        world.child(desa);
        String first = listed(one, area).getFirst();
        String second = listed(two, area).getFirst();
        hold(one, area, UUID.randomUUID(), first, mine).then().statusCode(201);

        hold(two, area, UUID.randomUUID(), second, theirs)
                .then()
                .statusCode(409)
                .body("code", equalTo("NEED_TAKEN"));
        assertThat(listed(two, area)).isEmpty();
    }

    @Test
    void aSuspendedPartnerIsRefusedAndComesBack() {
        world.partner(one, area);
        PartnerWorld.register(one, area, true, "\"1\"").then().statusCode(200).body("version", equalTo(2));

        as(one, area).get("/v1/partner/needs").then().statusCode(403).body("code", equalTo("PARTNER_SUSPENDED"));
        PartnerWorld.register(one, area, false, "\"1\"").then().statusCode(412);
        PartnerWorld.register(one, area, false, null).then().statusCode(409);
        PartnerWorld.register(one, area, false, "\"2\"").then().statusCode(200);
        assertThat(listed(one, area)).isEmpty();
    }

    @Test
    void whoIsNotRegisteredIsRefused() {
        as("csr-tak-terdaftar", area)
                .get("/v1/partner/needs")
                .then()
                .statusCode(403)
                .body("code", equalTo("PARTNER_NOT_REGISTERED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kader", "tpps", "bkkbn", "opd", "system", "auditor", "admin"})
    void otherRolesHaveNoUseForPseudonyms(String role) {
        given().auth()
                .oauth2(TestTokens.tokenOf(one, role, "97"))
                .get("/v1/partner/needs")
                .then()
                .statusCode(403);
    }

    @Test
    void aPartnerRegistersNobody() {
        as(one, area)
                .body("{\"institution\":\"PT Contoh\",\"area\":\"97\",\"contact\":\"Manajer\"}")
                .put("/v1/partners/{client}", one)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, "97.99"))
                .contentType("application/json")
                .body("{\"institution\":\"PT Contoh\",\"area\":\"%s\",\"contact\":\"Manajer\"}".formatted(area))
                .put("/v1/partners/{client}", one)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/area"));
    }

    @Test
    void aPartnerIsReadWithItsSponsorsWhereItBelongs() {
        UUID sponsor = world.partner(one, area);

        PartnerWorld.tpps()
                .get("/v1/partners/{client}", one)
                .then()
                .statusCode(200)
                .body("sponsorIds", contains(sponsor.toString()));
        given().auth()
                .oauth2(TestTokens.token(Roles.TPPS, "97.99"))
                .get("/v1/partners/{client}", one)
                .then()
                .statusCode(404)
                .body("code", equalTo("PARTNER_UNKNOWN"));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void aPortfolioTellsOfNoFewerThanFive(int children) {
        UUID sponsor = world.partner(one, area);
        for (int number = 0; number < children; number++) {
            world.child(desa);
        }
        listed(one, area).forEach(name -> commit(name, sponsor, today));
        String month = YearMonth.from(today).toString();

        Response portfolio = as(one, area).get("/v1/partner/portfolio?from={m}&to={m}", month, month);

        if (children < 5) {
            portfolio.then().statusCode(409).body("code", equalTo("TOO_FEW_CHILDREN"));
        } else {
            portfolio
                    .then()
                    .statusCode(200)
                    .body("children", equalTo(5))
                    .body("kecamatan.kecamatan", contains(area + ".01"))
                    .body("others", equalTo(0));
        }
    }

    private UUID committed(LocalDate from) {
        UUID sponsor = world.partner(one, area);
        world.child(desa);
        return commit(listed(one, area).getFirst(), sponsor, from);
    }

    private UUID commit(String name, UUID sponsor, LocalDate from) {
        UUID id = UUID.randomUUID();
        hold(one, area, id, name, sponsor).then().statusCode(201);
        move(one, area, id, "commit", 1, "{\"from\":\"%s\"}".formatted(from))
                .then()
                .statusCode(200);
        return id;
    }

    private Response report(UUID id, UUID placement, LocalDate day, int quantity) {
        return reportAs(one, id, placement, day, quantity);
    }

    private Response reportAs(String client, UUID id, UUID placement, LocalDate day, int quantity) {
        return as(client, area)
                .body("""
                        {"id":"%s","placementId":"%s","day":"%s","item":"FOOD","quantity":%d,"unit":"butir"}""".formatted(id, placement, day, quantity))
                .post("/v1/partner/deliveries");
    }

    private static void assertUnknown(Response foreign, Response unknown) {
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.asString()).isEqualTo(unknown.asString());
    }

    private static @Nullable String next(Response page) {
        String link = page.header("Link");
        if (link == null) {
            return null;
        }
        URI uri = URI.create(link.substring(link.indexOf('<') + 1, link.indexOf('>')));
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
