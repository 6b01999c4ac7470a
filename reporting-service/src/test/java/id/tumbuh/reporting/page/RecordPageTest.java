package id.tumbuh.reporting.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.session.FormToken;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.quarkus.qute.i18n.Message;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An officer records what a source says of an indicator that no event tells, on a page without a script. */
@QuarkusTest
@WithTestResource(RealServers.class)
class RecordPageTest {
    private static final String AREA = "57.91";
    private static final String YEAR = Integer.toString(MonthCounters.present().getYear() - 1);
    private static final String FORM =
            "/national-lists/record?area=%s&list=essential-coverage&period=%s&indicator=exclusive-breastfeeding"
                    .formatted(AREA, YEAR);

    private static boolean announced;
    private static Playwright playwright;
    private static Browser browser;

    @Inject
    Given given;

    @Inject
    Database database;

    @BeforeAll
    static void open() {
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void aKabupaten() {
        if (!announced) {
            announced = true;
            given.announced(Given.areas(AREA, "Catat"), Given.areas("57.92", "Lain"));
        }
        for (String area : List.of(AREA, "57.92")) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> given().auth()
                            .oauth2(TestTokens.token("tpps", area))
                            .get("/national-lists?area=" + area)
                            .then()
                            .statusCode(200));
        }
    }

    @Test
    void whatIsTypedStandsInTheListWithItsSourceAndCanBeCorrected() {
        try (BrowserContext context = signedIn(360, false)) {
            Page page = context.newPage();
            page.navigate(address("/national-lists?area=" + AREA + "&list=perpres-72-2021-a&period=" + YEAR));
            page.locator("a[href*='indicator=food-aid']").first().click();
            assertThat(page.locator("h1").textContent()).startsWith("Catat angka: ");
            assertThat(page.locator("#year").inputValue()).isEqualTo(YEAR);
            page.locator("#numerator").fill("12.345");
            page.locator("#definition").fill("Keluarga penerima bantuan pangan");
            page.locator("#author").fill("Dinas Sosial");
            page.locator("#title").fill("Laporan tahunan");
            page.locator("#publishedOn").fill(YEAR + "-12-20");
            page.locator("button").click();

            assertThat(page.url()).contains("/national-lists?area=" + AREA).contains("recorded=food-aid");
            assertThat(page.locator(".done").textContent()).startsWith("Tersimpan: ");
            assertThat(page.locator("main").textContent())
                    .contains("12.345", "Dinas Sosial, Laporan tahunan, 20 Desember " + YEAR);
            page.reload();
            assertThat(recorded("food-aid")).isOne();

            page.locator("a[href*='indicator=food-aid'][href*='&id=']").click();
            assertThat(page.locator("h1").textContent()).startsWith("Perbaiki angka: ");
            assertThat(page.locator("#author").inputValue()).isEqualTo("Dinas Sosial");
            page.locator("#numerator").fill("12346");
            page.locator("button").click();
            assertThat(page.locator("main").textContent()).contains("12.346").doesNotContain("12.345");
            assertThat(recorded("food-aid")).as("corrected, not another one").isOne();
        }
        assertThat(
                        amount(
                                "select count(*) from audit_entry where object_type = 'recorded-figure' and area_code = '57.91'"
                                        + " and action in ('CREATE', 'CHANGE') and object_id in (select cast(id as text) from recorded_figure where indicator = 'food-aid' and area_code = '57.91')"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 1366})
    void everyWrongFieldSaysWhatIsWrongAndKeepsWhatWasTyped(int width) {
        for (String language : List.of("id", "en")) {
            try (BrowserContext context = signedIn(width, true)) {
                Page page = context.newPage();
                page.navigate(address(FORM + "&lang=" + language));
                Chromium.picture(page, "record-" + width + "-" + language);
                Chromium.fits(page);
                page.locator("#year").fill("dua ribu");
                page.locator("#numerator").fill("1,5");
                page.locator("#statedPercent").fill("120");
                page.locator("#definition").fill("Bayi <6 bulan");
                page.locator("#author").fill("Bidan Siti 081234567890");
                page.locator("button").click();
                Chromium.picture(page, "record-wrong-" + width + "-" + language);
                Chromium.fits(page);

                assertThat(page.locator("[role=alert] li").allTextContents())
                        .hasSize(5)
                        .anyMatch(line ->
                                line.contains(language.equals("id") ? "Tahun: Bukan angka" : "Year: Not a number"))
                        .anyMatch(line -> line.contains(language.equals("id") ? "Wajib diisi" : "Required"));
                assertThat(page.locator("[aria-invalid]").count()).isEqualTo(5);
                assertThat(page.locator("#definition").inputValue()).isEqualTo("Bayi <6 bulan");
                assertThat(page.locator("#numerator").inputValue()).isEqualTo("1,5");
                page.locator("[role=alert] a").first().click();
                assertThat(page.url()).endsWith("#year");
            }
        }
        assertThat(recorded("exclusive-breastfeeding")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1366})
    void theFormIsAccessibleAlsoWhenItIsRefused(int width) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800))) {
            context.addCookies(List.of(cookie()));
            Page page = context.newPage();
            page.navigate(address(FORM));
            Chromium.accessible(page);
            page.locator("button").click();
            assertThat(page.locator("[role=alert]").count()).isOne();
            Chromium.accessible(page);
            page.navigate(address("/national-lists?area=" + AREA + "&list=essential-coverage"));
            Chromium.accessible(page);
            assertThat((List<?>) page.evaluate("""
                    [...document.querySelectorAll('a, button, input:not([type=hidden]), select')]
                      .filter((one) => one.checkVisibility() && !one.matches('.skip'))
                      .filter((one) => one.getBoundingClientRect().height < 24)
                      .map((one) => one.outerHTML.slice(0, 90))""")).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} of {1}, {2}%: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "812    | 1.034  |       | 303",
                "812    | 1034   | 78,53 | 303",
                "       |        | 78.5% | 303",
                "812    | 811    |       | 400",
                "812    | 812    |       | 303",
                "       |        |       | 400",
                "       | 1034   |       | 400",
                "1.03   |        |       | 400",
                "       |        | 100,1 | 400"
            })
    void numbersAreReadAsPeopleWriteThem(
            @Nullable String numerator, @Nullable String denominator, @Nullable String percent, int status) {
        send(
                        "tpps",
                        form(
                                UUID.randomUUID(),
                                Map.of(
                                        "numerator",
                                        text(numerator),
                                        "denominator",
                                        text(denominator),
                                        "statedPercent",
                                        text(percent))))
                .statusCode(status);
    }

    @Test
    void sentTwiceItIsOneFigureAndAnotherUnderTheSameIdIsRefused() {
        UUID id = UUID.randomUUID();
        send("tpps", form(id, Map.of("numerator", "77"))).statusCode(303);
        send("tpps", form(id, Map.of("numerator", "77"))).statusCode(303);
        send("tpps", form(id, Map.of("numerator", "78")))
                .statusCode(409)
                .body(containsString("sudah tersimpan dengan isi lain"), containsString("value=\"78\""));
        send("tpps", form(id, Map.of("numerator", "78", "version", "1"))).statusCode(303);
        send("tpps", form(id, Map.of("numerator", "79", "version", "1")))
                .statusCode(412)
                .body(containsString("sudah diubah orang lain"));
        assertThat(amount("select numerator from recorded_figure where id = '" + id + "'"))
                .isEqualTo(78);
    }

    @Test
    void aYearThatHasNotBegunIsRefusedAtItsField() {
        send(
                        "tpps",
                        form(
                                UUID.randomUUID(),
                                Map.of("numerator", "1", "year", Integer.toString(Integer.parseInt(YEAR) + 2))))
                .statusCode(400)
                .body(containsString("id=\"year-error\""));
    }

    @Test
    void whoMayNotRecordSeesNoFormAndSendsNone() {
        given().get(FORM).then().statusCode(401);
        page("puskesmas", AREA, FORM).statusCode(403).body(not(containsString("<form")));
        page("tpps", "57.92", FORM).statusCode(404);
        page("tpps", AREA, FORM.replace("exclusive-breastfeeding", "nothing")).statusCode(404);
        page("tpps", AREA, FORM.replace("essential-coverage", "<script>"))
                .statusCode(404)
                .body(not(containsString("<script>")));
        page("puskesmas", AREA, "/national-lists?area=" + AREA)
                .statusCode(200)
                .body(not(containsString("/national-lists/record")));
        UUID id = UUID.randomUUID();
        send("puskesmas", form(id, Map.of("numerator", "1"))).statusCode(403);
        send("tpps", form(id, Map.of("numerator", "1", "area", "57.92"))).statusCode(404);
        send("tpps", form(id, Map.of("numerator", "1", "token", "guessed")))
                .statusCode(403)
                .body(containsString("tidak berlaku"));
        send("tpps", form(id, Map.of("numerator", "1", "id", "1"))).statusCode(403);
        assertThat(amount("select count(*) from recorded_figure where id = '" + id + "'"))
                .isZero();
    }

    /** Qute falls back to Indonesian silently. */
    @Test
    void everyWordIsThereInEnglish() throws NoSuchMethodException {
        for (Method word : RecordMessages.class.getDeclaredMethods()) {
            assertThat(EnglishRecordMessages.class
                            .getDeclaredMethod(word.getName(), word.getParameterTypes())
                            .isAnnotationPresent(Message.class))
                    .as(word.getName())
                    .isTrue();
        }
        for (Method word : ChangeMessages.class.getDeclaredMethods()) {
            assertThat(EnglishChangeMessages.class
                            .getDeclaredMethod(word.getName(), word.getParameterTypes())
                            .isAnnotationPresent(Message.class))
                    .as(word.getName())
                    .isTrue();
        }
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    private static Map<String, String> form(UUID id, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(Map.of(
                "area", AREA,
                "list", "essential-coverage",
                "period", YEAR,
                "indicator", "basic-immunisation",
                "id", id.toString(),
                "year", YEAR,
                "definition", "menurut laporan",
                "author", "Dinas Kesehatan",
                "title", "Laporan"));
        all.putAll(fields);
        return all;
    }

    private static ValidatableResponse send(String role, Map<String, String> fields) {
        String token = TestTokens.token(role, AREA);
        Map<String, String> all = new HashMap<>(Map.of("token", FormToken.of("Bearer " + token)));
        all.putAll(fields);
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .auth()
                .oauth2(token)
                .formParams(all)
                .post("/national-lists/record")
                .then();
    }

    private static ValidatableResponse page(String role, String area, String path) {
        return given().auth().oauth2(TestTokens.token(role, area)).get(path).then();
    }

    private long recorded(String indicator) {
        return amount("select count(*) from recorded_figure where area_code = '" + AREA + "' and indicator = '"
                + indicator + "'");
    }

    private long amount(String question) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery(question).mapTo(Long.class).findOne().orElse(0L));
    }

    private static Cookie cookie() {
        return new Cookie("tumbuh_session", TestTokens.token("tpps", AREA))
                .setUrl("http://127.0.0.1:" + RestAssured.port);
    }

    private static BrowserContext signedIn(int width, boolean scripts) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(scripts).setViewportSize(width, 800));
        context.addCookies(List.of(cookie()));
        return context;
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + RestAssured.port + path;
    }
}
