package id.tumbuh.intervention.partner;

import static id.tumbuh.intervention.partner.PageWorld.browser;
import static id.tumbuh.intervention.partner.PageWorld.open;
import static id.tumbuh.intervention.partner.PageWorld.page;
import static id.tumbuh.intervention.partner.PageWorld.send;
import static id.tumbuh.intervention.partner.PageWorld.today;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.partner.PageWorld.Helped;
import id.tumbuh.intervention.partner.PageWorld.Partner;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the partner's pages answer without a browser. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PartnerPageTest {
    private static final List<String> PAGES =
            List.of("/partner", "/partner/needs", "/partner/pledges", "/partner/portfolio");

    @Inject
    PageWorld pages;

    @Inject
    PartnerWorld world;

    @Inject
    TestDatabase database;

    @Test
    void withoutASignInThereIsAPageAndNobody() {
        for (String path : PAGES) {
            given().get(path)
                    .then()
                    .statusCode(401)
                    .contentType("text/html")
                    .header("Cache-Control", equalTo("no-store"))
                    .header("Content-Security-Policy", containsString("default-src 'self'"))
                    .body(containsString("Buka tautan masuk"), not(containsString("Anak ")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kader", "tpps", "opd", "bkkbn", "puskesmas", "auditor", "admin"})
    void otherRolesHaveNoPartnersPage(String role) {
        given().cookie("tumbuh_partner_session", TestTokens.token(role, "87"))
                .get("/partner")
                .then()
                .statusCode(403)
                .body(containsString("hanya untuk mitra"));
    }

    @Test
    void whoIsNotRegisteredOrSuspendedIsToldSo() {
        var stranger = new Partner("csr-tak-dikenal", "87", UUID.randomUUID());
        open(stranger, "/partner").then().statusCode(403).body(containsString("belum terdaftar sebagai mitra"));

        Partner partner = pages.partner();
        pages.growing(partner);
        PartnerWorld.register(partner.client(), partner.area(), true, "\"1\"")
                .then()
                .statusCode(200);
        open(partner, "/partner")
                .then()
                .statusCode(403)
                .body(containsString("sedang dihentikan"), not(containsString("Anak ")));
    }

    @Test
    void aPageIsKeptByNobodyAndLetsItsFormsSayWhereTheyStood() {
        Partner partner = pages.partner();
        for (String path : PAGES) {
            open(partner, path)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo("no-store"))
                    .header("Referrer-Policy", equalTo("same-origin"))
                    .header("X-Frame-Options", equalTo("DENY"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .body(
                            containsString("data contoh"),
                            not(containsString("<script")),
                            not(containsString("style=\"")));
        }
    }

    @Test
    void aChildIsShownByItsPseudonymAndByHowItGrewSince() {
        Partner partner = pages.partner();
        Helped helped = pages.growing(partner);

        String page = page(partner, "/partner");

        assertThat(text(page))
                .contains("Anak " + helped.name())
                .contains("laki-laki, 19 bulan")
                .contains("sejak " + day(today().minusDays(70)))
                .contains("Berat naik 3 kali dari 3 penimbangan")
                .contains("dari 8,1 → menjadi 8,9 kg")
                .contains("dari −2,60 → menjadi −2,40 masih di bawah garis −2")
                .contains("titipan, bukan diagnosis")
                .contains("Pengiriman: 8 dari 10 diterima")
                .contains(day(today().minusDays(7)) + " makanan tambahan, 7 hari makan diterima")
                .contains(day(today().minusDays(21)) + " makanan tambahan, 7 hari makan terlewat")
                .doesNotContain(day(today().minusDays(35)) + " makanan")
                .contains("Berikutnya: " + weekday(today().plusDays(2)) + ", makanan tambahan, 7 hari makan")
                .doesNotContain("puskesmas sudah diberi tahu");
        assertThat(page)
                .contains("<polyline", "role=\"img\"", "Tabel angka")
                .doesNotContain(
                        helped.child().id().toString(),
                        helped.child().home().familyId().toString(),
                        partner.desa(),
                        "STUNTED",
                        today().minusMonths(19).toString(),
                        // the days of weighings are told as months
                        day(today().minusDays(4)));
    }

    @Test
    void twoWeighingsWithoutGainAreToldOnceThePuskesmasKnows() {
        Partner partner = pages.partner();
        Helped helped = pages.committed(partner, today().minusDays(70));
        pages.weigh(helped, 75, "8.1", "-1.90", "N");
        pages.weigh(helped, 40, "8.1", "-1.95", "T");
        pages.weigh(helped, 10, "8.0", "-1.99", "T");
        assertThat(text(page(partner, "/partner"))).doesNotContain("puskesmas sudah diberi tahu");

        pages.askForAVisit(helped);

        assertThat(text(page(partner, "/partner")))
                .contains("puskesmas sudah diberi tahu")
                .contains("Berat naik 0 kali dari 2 penimbangan")
                .contains("tidak di bawah garis −2");
    }

    @Test
    void withoutAFirstWeighingNoChangeIsMadeUp() {
        Partner partner = pages.partner();
        Helped helped = pages.committed(partner, today().minusDays(70));
        assertThat(text(page(partner, "/partner"))).contains("Belum ada penimbangan sejak Anda mendampingi");

        pages.weigh(helped, 10, "8.0", "-2.20", "B");

        assertThat(text(page(partner, "/partner")))
                .contains("perubahannya belum dapat dihitung")
                .doesNotContain("→");
    }

    @Test
    void anotherPartnersChildIsNotShownAndItsFormsFindNothing() {
        Partner partner = pages.partner();
        Helped helped = pages.growing(partner);
        Partner other = pages.other(partner);

        for (String path : PAGES) {
            assertThat(page(other, path))
                    .doesNotContain(helped.name(), helped.placement().toString());
        }
        for (String form : List.of("/partner/commit", "/partner/renew", "/partner/release")) {
            send(other, form, Map.of("placement", helped.placement(), "version", 2))
                    .then()
                    .statusCode(404);
        }
        send(other, "/partner/report", sent(helped, today(), "15")).then().statusCode(404);
        assertThat(state(helped)).isEqualTo("COMMITTED");
    }

    @Test
    void whoseConsentIsWithdrawnIsGoneAtOnce() {
        Partner partner = pages.partner();
        Helped helped = pages.growing(partner);
        assertThat(page(partner, "/partner")).contains(helped.name());

        world.withdraw(helped.child());

        for (String path : PAGES) {
            assertThat(page(partner, path)).doesNotContain(helped.name());
        }
        send(partner, "/partner/report", sent(helped, today(), "15")).then().statusCode(404);
    }

    @Test
    void aNeedIsHeldPromisedReportedProlongedAndGivenBackByForms() {
        Partner partner = pages.partner();
        world.child(partner.desa());
        String name = PartnerWorld.listed(partner.client(), partner.area()).getFirst();
        assertThat(text(page(partner, "/partner/needs")))
                .contains("Anak " + name, "19 bulan", "Pesan untuk didampingi", "Rp");
        UUID id = UUID.randomUUID();
        Map<String, Object> claim = Map.of("id", id, "child", name, "sponsor", partner.sponsor());

        seen(send(partner, "/partner/claim", claim), "HELD");
        seen(send(partner, "/partner/claim", claim), "HELD");
        assertThat(text(page(partner, "/partner"))).contains("Dipesan sampai", "Jadikan janji");
        assertThat(text(page(partner, "/partner/pledges"))).contains("dipesan sampai", "belum dijanjikan");
        seen(send(partner, "/partner/commit", Map.of("placement", id, "version", 1, "days", "30")), "COMMITTED");
        Map<String, Object> report = sent(new Helped(id, world.child(partner.desa()), name), today(), "1,5");
        seen(send(partner, "/partner/report", report), "SENT");
        seen(send(partner, "/partner/report", report), "SENT");
        seen(send(partner, "/partner/renew", Map.of("placement", id, "version", 2, "days", "10")), "RENEWED");
        assertThat(text(page(partner, "/partner")))
                .contains("Laporan kirim Anda: 1")
                .contains("Janji sampai " + day(today().plusDays(39)));
        assertThat(database.row("select quantity, unit, outcome from partner_report where placement_id = ?", id))
                .hasToString("{quantity=1.5, unit=butir, outcome=SENT}");
        seen(send(partner, "/partner/release", Map.of("placement", id, "version", 3)), "RELEASED");
        assertThat(page(partner, "/partner")).doesNotContain(name);
        assertThat(text(page(partner, "/partner/pledges"))).contains("dikembalikan");
    }

    @Test
    void whoCanNotBringSomethingSaysSoBeforeTheDay() {
        Partner partner = pages.partner();
        Helped helped = pages.growing(partner);

        send(partner, "/partner/report", sent(helped, today().plusDays(2), "15"))
                .then()
                .statusCode(400);
        seen(
                send(
                        partner,
                        "/partner/report",
                        Map.of(
                                "id", UUID.randomUUID(),
                                "placement", helped.placement(),
                                "day", today().plusDays(2),
                                "item", "FOOD",
                                "outcome", "UNABLE")),
                "UNABLE");

        assertThat(database.row(
                        "select outcome, quantity from partner_report where placement_id = ?", helped.placement()))
                .hasToString("{outcome=UNABLE, quantity=null}");
        assertThat(text(page(partner, "/partner"))).contains("Laporan kirim Anda: 0");
        PartnerWorld.tpps()
                .get("/v1/partner-reports?area={area}&outcome=UNABLE&from={day}", partner.area(), today().toString())
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("$", hasSize(1))
                .body("[0].placementId", equalTo(helped.placement().toString()))
                .body("[0].area", equalTo(partner.desa()))
                .body("[0].day", equalTo(today().plusDays(2).toString()));
        PartnerWorld.tpps()
                .get("/v1/partner-reports?area={area}&outcome=SENT", partner.area())
                .then()
                .body("$", hasSize(0));
        PartnerWorld.tpps().get("/v1/partner-reports?from=x").then().statusCode(400);
        given().auth()
                .oauth2(TestTokens.token("tpps", "88"))
                .get("/v1/partner-reports?area={area}", partner.area())
                .then()
                .body("$", hasSize(0));
        given().auth().oauth2(partner.token()).get("/v1/partner-reports").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nol", "0", "-1", "1e3", "1.2345", "999999999999999999999999"})
    void aQuantityThatIsNoneIsRefusedInWords(String quantity) {
        Partner partner = pages.partner();
        Helped helped = pages.growing(partner);

        send(partner, "/partner/report", sent(helped, today(), quantity))
                .then()
                .statusCode(400)
                .contentType("text/html")
                .body(containsString("Ada isian yang tidak dapat diterima"));
    }

    @Test
    void aFormOfAnotherOriginOrAnotherSignInChangesNothing() {
        Partner partner = pages.partner();
        Helped helped = pages.growing(partner);
        String token = PageWorld.formToken(partner.token());
        Map<String, String> release =
                Map.of("placement", helped.placement().toString(), "version", "2", "token", token);

        for (String origin : List.of("https://jahat.example", "http://localhost:1", "null")) {
            browser(partner)
                    .header("Origin", origin)
                    .contentType("application/x-www-form-urlencoded")
                    .formParams(release)
                    .post("/partner/release")
                    .then()
                    .statusCode(401);
        }
        browser(partner)
                .contentType("application/x-www-form-urlencoded")
                .formParams(release)
                .post("/partner/release")
                .then()
                .statusCode(401);
        for (String other : List.of("", "x", PageWorld.formToken(pages.partner().token()))) {
            browser(partner)
                    .header("Origin", PageWorld.origin())
                    .contentType("application/x-www-form-urlencoded")
                    .formParams(Map.of("placement", helped.placement().toString(), "version", "2", "token", other))
                    .post("/partner/release")
                    .then()
                    .statusCode(403);
        }
        assertThat(state(helped)).isEqualTo("COMMITTED");
    }

    @Test
    void theCookieOpensNothingElseForAForm() {
        Partner partner = pages.partner();
        Helped helped = pages.growing(partner);

        browser(partner)
                .header("Origin", PageWorld.origin())
                .header("If-Match", "\"2\"")
                .post("/v1/partner/placements/{id}:release", helped.placement())
                .then()
                .statusCode(401);
        assertThat(state(helped)).isEqualTo("COMMITTED");
    }

    @Test
    void aChangeMadeElsewhereIsNotOverwritten() {
        Partner partner = pages.partner();
        Helped helped = pages.growing(partner);

        send(partner, "/partner/release", Map.of("placement", helped.placement(), "version", 1))
                .then()
                .statusCode(412)
                .body(containsString("Sudah diubah oleh orang lain"));
        assertThat(state(helped)).isEqualTo("COMMITTED");
    }

    @Test
    void whatSomebodyWroteNeverBecomesMarkup() {
        Partner partner = pages.partner();
        pages.growing(partner);
        PartnerWorld.tpps()
                .body("""
                        {"kind":"COMPANY","institution":"PT <b>Contoh</b>","area":"%s","capacity":3,"client":"%s","from":"2020-01-01",
                         "until":"2099-12-31"}""".formatted(partner.area(), partner.client()))
                .put("/v1/sponsors/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
        world.child(partner.desa());

        assertThat(page(partner, "/partner/needs"))
                .contains("PT &lt;b&gt;Contoh&lt;/b&gt;", "Sukamaju &lt;i&gt;")
                .doesNotContain("<b>", "<i>");
        assertThat(page(partner, "/partner?lang=<script>&done=<script>")).doesNotContain("<script>");
        for (String query : List.of("area=<script>", "item=<script>", "after=<script>", "area=" + partner.desa())) {
            open(partner, "/partner/needs?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("text/html")
                    .body(not(containsString("<script>")));
        }
    }

    @Test
    void needsAreChosenByKecamatanAndItem() {
        Partner partner = pages.partner();
        world.child(partner.desa());
        String here = PartnerWorld.listed(partner.client(), partner.area()).getFirst();

        assertThat(page(partner, "/partner/needs?area=" + partner.area() + ".01"))
                .contains(here);
        assertThat(page(partner, "/partner/needs?area=" + partner.area() + ".02"))
                .doesNotContain(here);
        assertThat(page(partner, "/partner/needs?area=&item=COUNSELLING")).contains(here);
        assertThat(text(page(partner, "/partner/needs?item=LATRINE")))
                .doesNotContain(here)
                .contains("Tidak ada kebutuhan terbuka");
        assertThat(page(partner, "/partner/needs?item=FOOD")).contains("?item=FOOD&amp;lang=en");
    }

    @Test
    void claimsAreForTheSponsorThatWasChosenAndHasAPlaceLeft() {
        Partner partner = pages.partner();
        UUID full = world.sponsor(partner.client(), partner.area(), 0);
        UUID second = world.sponsor(partner.client(), partner.area(), 1);
        UUID foreign = pages.other(partner).sponsor();
        world.child(partner.desa());

        String chosen = page(partner, "/partner/needs?sponsor=" + second);
        assertThat(chosen)
                .contains("name=\"sponsor\" value=\"" + second + "\"", "?sponsor=" + second + "&amp;lang=en")
                .doesNotContain(full.toString());
        assertThat(page(partner, "/partner/needs?sponsor=" + foreign)).doesNotContain(foreign.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void aPortfolioOfFewerThanFiveSaysSoInWords(int children) {
        Partner partner = pages.partner();
        for (int number = 0; number < children; number++) {
            pages.committed(partner, today());
        }

        String page = text(page(partner, "/partner/portfolio"));

        if (children < 5) {
            assertThat(page).contains("dari 5 anak ke atas").doesNotContain("Menurut kecamatan");
        } else {
            assertThat(page).contains("Anak dan ibu didampingi 5", "Menurut kecamatan", "kurang dari 5 anak");
        }
        open(partner, "/partner/portfolio?from=2026-13&to=x")
                .then()
                .statusCode(400)
                .body(containsString("Bukan bulan"));
    }

    @Test
    void englishStandsBesideIndonesian() {
        Partner partner = pages.partner();
        pages.growing(partner);

        assertThat(page(partner, "/partner")).contains("lang=\"id\"", "Anak asuh saya");
        assertThat(text(page(partner, "/partner?lang=en")))
                .contains("My foster children", "boy, 19 months", "Gained weight 3 times", "8 of 10 received");
        send(partner, "/partner/release", Map.of("lang", "en", "placement", UUID.randomUUID(), "version", 1))
                .then()
                .statusCode(404)
                .body(containsString("There is no such placement"));
    }

    @Test
    void signingOutTakesTheCookieAway() {
        send(pages.partner(), "/partner/sign-out", Map.of())
                .then()
                .statusCode(200)
                .header("Set-Cookie", containsString("tumbuh_partner_session=;"))
                .header("Set-Cookie", containsString("Max-Age=0"));
    }

    @Test
    void theApiTakesTheSameWord() {
        Partner partner = pages.partner();
        Helped helped = pages.growing(partner);
        String body = """
                {"id":"%s","placementId":"%s","day":"%s","item":"FOOD","outcome":"UNABLE"%s}""";

        PartnerWorld.as(partner.client(), partner.area())
                .body(body.formatted(UUID.randomUUID(), helped.placement(), today().plusDays(2), ""))
                .post("/v1/partner/deliveries")
                .then()
                .statusCode(201)
                .body("outcome", equalTo("UNABLE"));
        PartnerWorld.as(partner.client(), partner.area())
                .body(body.formatted(UUID.randomUUID(), helped.placement(), today(), ",\"quantity\":1"))
                .post("/v1/partner/deliveries")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/quantity"));
        PartnerWorld.as(partner.client(), partner.area())
                .get("/v1/partner/placements")
                .then()
                .body("$", hasSize(1))
                .body("[0].sex", equalTo("L"))
                .body("[0].reports", equalTo(0));
    }

    private static Map<String, Object> sent(Helped helped, LocalDate day, String quantity) {
        return Map.of(
                "id",
                UUID.randomUUID(),
                "placement",
                helped.placement(),
                "day",
                day,
                "item",
                "FOOD",
                "quantity",
                quantity,
                "unit",
                "butir",
                "outcome",
                "SENT");
    }

    private static void seen(Response answer, String done) {
        answer.then().statusCode(303).header("Location", containsString("/partner?done=" + done));
    }

    private String state(Helped helped) {
        return TestDatabase.text(database.row("select state from placement where id = ?", helped.placement()), "state");
    }

    /** What a reader reads: without tags, each gap one blank. */
    private static String text(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").replace(" : ", ": ");
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("id")).format(day);
    }

    private static String weekday(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.of("id")).format(day);
    }
}
