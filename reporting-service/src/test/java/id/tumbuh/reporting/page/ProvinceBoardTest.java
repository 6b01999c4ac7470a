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
import id.tumbuh.platform.messaging.Announcement;
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
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The board of a province in Debian's chromium and without a script. Registry is away, so what it received is not known. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ProvinceBoardTest {
    private static final SurveyedKabupaten SURVEYED = new SurveyedKabupaten("64.41", 6441);
    private static final String PATH = "/province-board?area=64";
    private static final String OF_JULY = PATH + "&month=2024-07";
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
    void aProvinceWithAKabupatenThatWasSurveyedAndOneThatWasNot() {
        if (!announced) {
            announced = true;
            given.announced(SURVEYED.events());
            Announcement named = Given.areas("64.41", "Terukur");
            given.announced(
                    new Announcement(named.topic(), named.type(), named.key(), named.partitionKey(), 2, named.body()),
                    Given.areas("64.42", "Sunyi"),
                    Given.status(new UUID(6441, 1), 1, "64.41.01.2001", "STUNTED"),
                    Given.family(new UUID(6441, 1), 1, "64.41.01.2001", true, List.of("UNSAFE_WATER")),
                    Given.family(new UUID(6441, 2), 1, "64.41.01.2001", true, List.of()));
            SURVEYED.surveyed();
            SURVEYED.surveyedBefore();
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            try (BrowserContext context = reader(1366, false)) {
                Page page = opened(context, OF_JULY);
                assertThat(row(page, "figures", "Terukur")).contains("30,0%", "6,7%", "75,0%", "8,3%");
                assertThat(row(opened(context, PATH), "figures", "Terukur")).contains("50,0%");
                assertThat(row(page, "arrivals", "Terukur")).contains("tepat waktu");
                assertThat(row(page, "arrivals", "Sunyi")).contains("belum pernah ada");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 1366})
    void thePageFitsAndIsAccessible(int width) {
        for (String language : List.of("id", "en")) {
            try (BrowserContext context = reader(width, true)) {
                Page page = opened(context, PATH + "&lang=" + language);
                Chromium.picture(page, "province-board-" + width + "-" + language);

                Chromium.fits(page);
                Chromium.accessible(page);
            }
        }
    }

    /** Survey and routine stand side by side: 30 % of the survey, 6.7 % of the thirty weighed of forty, one case of twelve found. */
    @Test
    void whatIsNotKnownIsADashAndNeverZero() {
        try (BrowserContext context = reader(1366, false)) {
            Page page = opened(context, OF_JULY);

            assertThat(page.locator("table.figures thead").textContent())
                    .contains("Survei 2019", "Survei 2021", "Survei 2022");
            assertThat(cells(page, "figures", "Sunyi"))
                    .as("no survey, nobody weighed, no family told of")
                    .containsOnly("–");
            assertThat(cells(page, "figures", "Terukur"))
                    .as("families were told of later than July 2024")
                    .endsWith("–", "–");
            assertThat(row(page, "figures", "Jalur nasional")).contains("21,1%", "18,4%");
            assertThat(cells(page, "arrivals", "Sunyi").subList(1, 8))
                    .containsExactly("belum ada", "–", "0", "–", "–", "–", "–");
            assertThat(page.locator(".warning").textContent()).contains("tidak diketahui");
        }
    }

    @Test
    void smallChartsShareOneScaleAndSayWhatTheyShow() {
        try (BrowserContext context = reader(1366, false)) {
            Page page = opened(context, OF_JULY);

            assertThat(page.locator("svg.small[aria-label^='Sunyi: belum ada survei'] .point")
                            .count())
                    .isZero();
            assertThat(page.locator("svg.small[aria-label^='Terukur: 2019 39,4%'] .point")
                            .count())
                    .isEqualTo(3);
            List<?> paths = (List<?>)
                    page.evaluate(
                            "[...document.querySelectorAll('svg.small')].map((one) => one.querySelector('polyline.national').outerHTML)");
            assertThat(paths).hasSizeGreaterThanOrEqualTo(3);
            assertThat(new HashSet<>(paths))
                    .as("the national path lies at the same places in each")
                    .hasSize(1);
        }
    }

    @Test
    void itIsOfAProvinceOfTheReader() {
        given().get(PATH).then().statusCode(401).body(not(containsString("Sunyi")));
        page(PATH, "65").statusCode(404).body(not(containsString("Sunyi")));
        page("/province-board?area=64.41", "64").statusCode(404).body(containsString("untuk satu provinsi"));
        page("/?area=64", "64").body(containsString("/province-board?area=64"));
    }

    /** Qute falls back to Indonesian silently. */
    @Test
    void everyWordIsThereInEnglish() throws NoSuchMethodException {
        for (Method word : ProvinceMessages.class.getDeclaredMethods()) {
            assertThat(EnglishProvinceMessages.class
                            .getDeclaredMethod(word.getName(), word.getParameterTypes())
                            .isAnnotationPresent(Message.class))
                    .as(word.getName())
                    .isTrue();
        }
    }

    private static String row(Page page, String table, String name) {
        return page.locator("table." + table + " tr", new Page.LocatorOptions().setHasText(name))
                .first()
                .textContent();
    }

    private static List<String> cells(Page page, String table, String name) {
        return page
                .locator("table." + table + " tr", new Page.LocatorOptions().setHasText(name))
                .first()
                .locator("td")
                .allTextContents()
                .stream()
                .map(String::strip)
                .toList();
    }

    private static BrowserContext reader(int width, boolean scripts) {
        return browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setViewportSize(width, 800)
                .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + TestTokens.token("tpps", "64"))));
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
}
