package id.tumbuh.reporting.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.publication.PublishedKabupaten;
import io.quarkus.qute.i18n.Message;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public page as its readers meet it, in Debian's chromium, without a sign-in. Pictures lie in target/pictures. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PublicPageTest {
    private static final PublishedKabupaten KABUPATEN = new PublishedKabupaten("85.21", "Contoh");
    private static final String PATH = "/public?area=85.21";
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static boolean published;
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
    void aPublishedKabupaten() {
        if (!published) {
            published = true;
            KABUPATEN.measured(given);
            KABUPATEN.published(UUID.randomUUID(), null).statusCode(201);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1366})
    void thePageFitsAndIsAccessible(int width) {
        for (String language : List.of("id", "en")) {
            try (BrowserContext context = reader(width)) {
                Page page = opened(context, PATH + "&lang=" + language);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "pictures", "public-" + width + "-" + language + ".png"))
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
    void smallFiguresAndWhatGivesThemAwayAreNotShown() {
        try (BrowserContext context = reader(1366)) {
            Page page = opened(context, PATH + "&indicator=stunting-prevalence");

            assertThat(page.locator("#hidden").textContent()).contains("Angka kurang dari 10 tidak ditampilkan");
            assertThat(page.locator("table.indicators tbody tr").allTextContents())
                    .anyMatch(row -> row.contains("Prevalensi stunting") && row.contains("14,3%"));
            assertThat(page.locator("table.areas tbody tr").allTextContents())
                    .containsExactly(
                            "Contoh Utaratidak ditampilkantidak ditampilkan40",
                            "Contoh Selatantidak ditampilkantidak ditampilkan30");
        }
    }

    @Test
    void anotherIndicatorIsChosen() {
        try (BrowserContext context = reader(1366)) {
            Page page = opened(context, PATH);
            page.locator("#indicator").selectOption("weighing-coverage");
            page.locator("form.choose button").click();

            assertThat(page.locator("#below").textContent()).contains("Balita ditimbang (D/S)");
            assertThat(page.locator("table.areas tbody tr").allTextContents())
                    .containsExactly("Contoh Utara100,0%4040", "Contoh Selatan100,0%3030");
        }
    }

    @Test
    void anUnchangedPageIsNotSentAgainAndAnUnpublishedAreaIsNotThere() {
        String tag = given().get(PATH)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("public"))
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag).get(PATH).then().statusCode(304);
        given().get("/public?area=85.21.01.2001").then().statusCode(404).body(not(containsString("Sukamaju")));
        given().get("/public?area=<script>").then().statusCode(404).body(not(containsString("<script>")));
        given().get("/public").then().statusCode(200).body(containsString("/public?area=85.21"));
    }

    /** Qute falls back to Indonesian silently. */
    @Test
    void everyWordIsThereInEnglish() throws NoSuchMethodException {
        for (Method word : PublicMessages.class.getDeclaredMethods()) {
            assertThat(EnglishPublicMessages.class
                            .getDeclaredMethod(word.getName(), word.getParameterTypes())
                            .isAnnotationPresent(Message.class))
                    .as(word.getName())
                    .isTrue();
        }
    }

    private static BrowserContext reader(int width) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800));
    }

    private static Page opened(BrowserContext context, String path) {
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + RestAssured.port + path);
        return page;
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("chromium is not installed: apt-get install chromium"));
    }
}
