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
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.quarkus.qute.i18n.Message;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The national lists as their readers meet them: something counted, something recorded, most of it not known. */
@QuarkusTest
@WithTestResource(RealServers.class)
class NationalPageTest {
    private static final String AREA = "51.91";
    private static boolean announced;
    private static Playwright playwright;
    private static Browser browser;

    @Inject
    Given given;

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
    void aKabupatenThatCountsAndRecords() {
        if (!announced) {
            announced = true;
            UUID family = new UUID(51, 9101);
            LocalDate day = MonthCounters.present().atDay(1);
            given.announced(
                    Given.areas(AREA, "Contoh"),
                    Given.family(family, 1, AREA + ".01.2001", true, List.of("UNSAFE_WATER")),
                    Given.family(new UUID(51, 9102), 1, AREA + ".01.2001", true, List.of("UNSAFE_WATER")),
                    Given.companion(new UUID(51, 9103), 1, family, AREA + ".01.2001", day, null));
            recorded("exclusive-breastfeeding", "\"numerator\": 300, \"denominator\": 400", "Dinas Kesehatan");
            recorded("exclusive-breastfeeding", "\"numerator\": 310, \"denominator\": 400", "Bappeda");
            recorded("food-aid", "\"numerator\": 12345", "Dinas Sosial");
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().auth()
                        .oauth2(TestTokens.token("tpps", AREA))
                        .get("/national-lists?area=" + AREA)
                        .then()
                        .statusCode(200)
                        .body(containsString("1 dari 2")));
    }

    private static void recorded(String indicator, String counts, String author) {
        given().auth()
                .oauth2(TestTokens.token("tpps", AREA))
                .contentType("application/json")
                .body("""
                        {"area": "%s", "indicator": "%s", "year": %d, %s, "definition": "menurut laporan",
                         "source": {"author": "%s", "title": "Laporan tahunan", "url": "https://example.org/laporan"}}""".formatted(AREA, indicator, MonthCounters.present().getYear(), counts, author))
                .put("/v1/recorded-figures/"
                        + UUID.nameUUIDFromBytes((indicator + author).getBytes(StandardCharsets.UTF_8)))
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 1366})
    void thePageFitsAndIsAccessible(int width) {
        for (String list : List.of("perpres-72-2021-a", "essential-coverage", "ran-pasti")) {
            for (String language : List.of("id", "en")) {
                try (BrowserContext context = reader(width, true)) {
                    Page page = opened(context, "&list=" + list + "&lang=" + language);
                    Chromium.picture(page, "national-" + list + "-" + width + "-" + language);
                    Chromium.fits(page);
                    Chromium.accessible(page);
                }
            }
        }
    }

    @Test
    void eachIndicatorSaysWhereItsFigureIsFromOrThatThereIsNone() {
        try (BrowserContext context = reader(1366, false)) {
            Page page = opened(context, "");

            assertThat(page.locator("#known").textContent()).isEqualTo("3 dari 20 indikator diketahui");
            assertThat(page.locator("main").textContent())
                    .contains("1 dihitung dari peristiwa, 2 tercatat, 17 belum tercatat.");
            assertThat(page.locator("table.national tbody tr").allTextContents())
                    .hasSize(20)
                    .anyMatch(row -> row.contains("memperoleh pendampingan")
                            && row.contains("50,0%")
                            && row.contains("1 dari 2")
                            && row.contains("Dihitung dari peristiwa"))
                    .anyMatch(row -> row.contains("ASI) eksklusif")
                            && row.contains("Laporan tahunan")
                            && row.contains("Sumber lain menyebut angka lain."))
                    .anyMatch(row -> row.contains("bantuan sosial pangan") && row.contains("12.345"))
                    .anyMatch(row -> row.contains("belum dipastikan"));
            assertThat(page.locator("tr.unknown").count()).isEqualTo(17);
            assertThat(page.locator("tr.unknown").first().textContent()).contains("–", "Belum tercatat");
        }
    }

    @Test
    void listAndPeriodAreChosenAndTheCockpitLeadsHere() {
        try (BrowserContext context = reader(1366, false)) {
            Page page = context.newPage();
            page.navigate("http://127.0.0.1:" + RestAssured.port + "/?area=" + AREA);
            page.locator("nav.sections a[href^='/national-lists']").click();
            page.locator("nav.choices a[href*='list=essential-coverage']")
                    .first()
                    .click();
            assertThat(page.locator("table.national").count()).isEqualTo(7);
            page.locator("nav.choices a[href*='period="
                            + (MonthCounters.present().getYear() - 1) + "&']")
                    .first()
                    .click();
            assertThat(page.locator("#known").textContent()).isEqualTo("0 dari 29 indikator diketahui");
            page.locator(".languages a[lang=en]").click();
            assertThat(page.locator("#known").textContent()).isEqualTo("0 of 29 indicators are known");
        }
    }

    @Test
    void withoutASignInAndElsewhereThereIsNoFigure() {
        given().get("/national-lists?area=" + AREA).then().statusCode(401).body(not(containsString("12.345")));
        given().auth()
                .oauth2(TestTokens.token("tpps", "51.92"))
                .get("/national-lists?area=" + AREA)
                .then()
                .statusCode(404)
                .body(not(containsString("12.345")));
        given().auth()
                .oauth2(TestTokens.token("tpps", AREA))
                .get("/national-lists?area=" + AREA + "&list=<script>&period=<script>")
                .then()
                .statusCode(200)
                .body(not(containsString("<script>")));
    }

    /** Qute falls back to Indonesian silently. */
    @Test
    void everyWordIsThereInEnglish() throws NoSuchMethodException {
        for (Method word : NationalMessages.class.getDeclaredMethods()) {
            assertThat(EnglishNationalMessages.class
                            .getDeclaredMethod(word.getName(), word.getParameterTypes())
                            .isAnnotationPresent(Message.class))
                    .as(word.getName())
                    .isTrue();
        }
    }

    private static BrowserContext reader(int width, boolean scripts) {
        return browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setViewportSize(width, 800)
                .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + TestTokens.token("tpps", AREA))));
    }

    private static Page opened(BrowserContext context, String query) {
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + RestAssured.port + "/national-lists?area=" + AREA + query);
        return page;
    }
}
