package id.tumbuh.reporting.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.reconciliation.SurveyedKabupaten;
import io.quarkus.qute.i18n.Message;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Survey and routine as its readers meet it, in Debian's chromium and without a script. Pictures lie in target/pictures. */
@QuarkusTest
@WithTestResource(RealServers.class)
class SurveyPageTest {
    private static final SurveyedKabupaten KABUPATEN = new SurveyedKabupaten("82.31", 8231);
    private static final String PATH = "/survey?area=82.31&month=2024-07";
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static boolean announced;
    private static Playwright playwright;
    private static Browser browser;

    @Inject
    Given given;

    @BeforeAll
    static void open() {
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void aKabupatenWithASurvey() {
        if (!announced) {
            announced = true;
            given.announced(KABUPATEN.events());
            KABUPATEN.surveyed();
            KABUPATEN.surveyedBefore();
            KABUPATEN.aims(2023, "18");
            KABUPATEN.aims(2024, "14");
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> page(PATH, "82.31")
                        .statusCode(200)
                        .body(containsString("2 dari sekitar 12 anak"), containsString("1 dari 2 posyandu")));
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 1366})
    void thePageFitsAndIsAccessible(int width) {
        for (String language : List.of("id", "en")) {
            try (BrowserContext context = reader(width)) {
                Page page = opened(context, PATH + "&lang=" + language);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "pictures", "survey-" + width + "-" + language + ".png"))
                        .setFullPage(true));

                assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .isEqualTo(0);
                assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                        .extracting(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .isEmpty();
            }
        }
    }

    @Test
    void everythingIsReadWithoutAScript() {
        try (BrowserContext context = reader(1366, false)) {
            Page page = opened(context, PATH);

            assertThat(page.locator("h1").textContent()).isEqualTo("Survei dan rutin: Contoh");
            assertThat(page.locator(".verdict p").textContent())
                    .contains("100% dari anak yang tidak diukur", "15 kali");
            assertThat(page.locator("table.sides tbody tr").allTextContents())
                    .anyMatch(row -> row.contains("30,0%") && row.contains("6,7%"))
                    .anyMatch(row -> row.contains("−1,37 SD") && row.contains("−0,50 SD"));
            assertThat(page.locator("#found").textContent()).startsWith("17%");
            assertThat(page.locator("svg.share rect.part").getAttribute("width"))
                    .isEqualTo("16.7");
            assertThat(page.locator("table.weak tbody tr").allTextContents())
                    .singleElement()
                    .asString()
                    .contains("Sukamaju", "100% tinggi badan dibulatkan", "tidak ada yang pendek dari 40 anak");
            assertThat(page.locator("table.cited tbody tr").allTextContents())
                    .anyMatch(row -> row.contains("2,56%") && row.contains("hitungannya 3,38%"))
                    .anyMatch(row -> row.contains("3.021 anak") && row.contains("bertentangan"));
        }
    }

    @Test
    void aYearThatNobodyKnowsIsAGapInTheChart() {
        try (BrowserContext context = reader(1366)) {
            Page page = opened(context, PATH);

            assertThat(page.locator("svg.chart .point.survey").count()).isEqualTo(3);
            assertThat(page.locator("svg.chart polyline.survey").count())
                    .as("2021 joins 2022, and nothing joins 2019")
                    .isEqualTo(1);
            assertThat(page.locator("svg.chart polyline.survey")
                            .getAttribute("points")
                            .split(" "))
                    .hasSize(2);
            assertThat(page.locator("svg.chart .point.own").count()).isEqualTo(2);
            assertThat(page.locator("svg.chart polyline.national").count())
                    .as("one line for each plan")
                    .isEqualTo(2);
            assertThat(page.locator("svg.chart .point.between").count()).isEqualTo(3);
        }
    }

    @Test
    void theCockpitAndTheCaseListLeadHereAndBack() {
        try (BrowserContext context = reader(1366)) {
            Page page = opened(context, "/?area=82.31");
            page.locator("nav.sections a[href^='/survey']").click();
            assertThat(page.url()).endsWith("/survey?area=82.31&lang=id");
            page.locator("nav.sections a[href^='/cases']").click();
            assertThat(page.locator("nav.sections a").count()).isGreaterThanOrEqualTo(8);
        }
    }

    @Test
    void withoutASignInThereIsNoFigureAndAnotherAreaIsNotThere() {
        given().get(PATH).then().statusCode(401).body(containsString("Masuk"), not(containsString("Contoh")));
        page(PATH, "82.32").statusCode(404).body(not(containsString("Contoh")));
        page("/survey?area=<script>", "82.31").statusCode(404).body(not(containsString("<script>")));
        page("/survey?area=82.31&month=Juli", "82.31").statusCode(200);
    }

    @Test
    void aKecamatanHasNoSurveyAndSaysSo() {
        page("/survey?area=82.31.01&month=2024-07", "82.31")
                .statusCode(200)
                .body(containsString("Tidak ada survei untuk wilayah ini"), not(containsString("id=\"found\"")));
        page("/survey?area=82.31.02&month=2024-07", "82.31")
                .statusCode(200)
                .body(containsString("tidak dapat dihitung"), containsString("Belum ada data rutin"));
    }

    /** Qute falls back to Indonesian silently. */
    @Test
    void everyWordIsThereInEnglish() throws NoSuchMethodException {
        for (Method word : SurveyMessages.class.getDeclaredMethods()) {
            assertThat(EnglishSurveyMessages.class
                            .getDeclaredMethod(word.getName(), word.getParameterTypes())
                            .isAnnotationPresent(Message.class))
                    .as(word.getName())
                    .isTrue();
        }
    }

    private static BrowserContext reader(int width) {
        return reader(width, true);
    }

    private static BrowserContext reader(int width, boolean scripts) {
        return browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setViewportSize(width, 800)
                .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + TestTokens.token("tpps", "82.31"))));
    }

    private static Page opened(BrowserContext context, String path) {
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + RestAssured.port + path);
        return page;
    }

    private static ValidatableResponse page(String path, String wilayah) {
        return given().auth()
                .oauth2(TestTokens.token("tpps", wilayah))
                .get(path)
                .then();
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("chromium is not installed: apt-get install chromium"));
    }
}
