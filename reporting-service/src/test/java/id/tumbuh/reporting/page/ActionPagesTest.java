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
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Planned;
import id.tumbuh.reporting.Planned.Plan;
import id.tumbuh.reporting.monthly.MonthCounters;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Offices and budget, calendar, case audits and sponsors as their readers meet them, in Debian's chromium; intervention-service is not
 * there in this test. Pictures lie in target/pictures.
 */
@QuarkusTest
@WithTestResource(RealServers.class)
class ActionPagesTest {
    private static final List<String> PAGES = List.of("/programmes", "/calendar", "/audits", "/foster-parents", "/");
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final LocalDate TODAY = MonthCounters.today();
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
    void aKabupatenThatPlansAndDelivers() {
        if (!announced) {
            announced = true;
            given.announced(events());
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            page("/programmes?year=2024").body(containsString("DINKES"), containsString("Lewat tenggat"));
            page("/audits").body(containsString("-0007"));
            page("/calendar").body(containsString("Perusahaan"));
            page("/foster-parents").body(containsString(">75,0%<"));
        });
    }

    private static List<Announcement> events() {
        UUID whole = new UUID(63, 9001);
        UUID child = new UUID(63, 9100);
        List<Announcement> events = new ArrayList<>(List.of(
                Given.areas("63.91", "Contoh"),
                Plan.of(whole, "63.91", 2024, 1_200_000_000L)
                        .spent(1, 300_000_000)
                        .spent(4, 900_000_000)
                        .output(100)
                        .event(),
                Plan.of(new UUID(63, 9002), "63.91", 2024, 400_000_000)
                        .field("DINKES")
                        .spent(2, 100_000_000)
                        .output(12.5)
                        .event(),
                Plan.of(new UUID(63, 9003), "63.91.01.2001", 2024, 50_000_000)
                        .partOf(whole)
                        .event(),
                Plan.of(new UUID(63, 9004), "63.91", TODAY.getYear(), 900_000_000)
                        .spent(1, 1)
                        .event(),
                Planned.commitment(new UUID(63, 9201), 1, "63.91", LocalDate.of(TODAY.getYear(), 1, 1), "BROKEN", null),
                Planned.commitment(
                        new UUID(63, 9202),
                        2,
                        "63.91.01",
                        LocalDate.of(TODAY.getYear(), 12, 31),
                        "KEPT",
                        LocalDate.of(TODAY.getYear(), 1, 2)),
                Planned.caseAudit(
                        new UUID(63, 9301), 4, "63.91.01.2001", 7, "BADUTA", "FOLLOW_UP", LocalDate.of(2026, 9, 1)),
                Planned.caseAudit(
                        new UUID(63, 9302), 1, "63.91.02.2001", 8, "PREGNANT", "REVIEWED", LocalDate.of(2026, 8, 1)),
                Planned.referral(
                        new UUID(63, 9601), 2, child, "63.91.01.2001", "PUPR", "ACCEPTED", LocalDate.of(2024, 1, 1)),
                Given.need(new UUID(63, 9401), 1, child, "63.91.01.2001", TODAY.minusMonths(4), null)));
        List<String> outcomes = List.of("DELIVERED", "DELIVERED", "DELIVERED", "MISSED");
        for (int number = 0; number < outcomes.size(); number++) {
            events.add(Planned.delivery(
                    new UUID(63, 9500 + number), 1, child, "63.91.01.2001", TODAY.minusDays(20), outcomes.get(number)));
        }
        return events;
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 1366})
    void thePagesFitAndAreAccessible(int width) {
        for (String path : PAGES) {
            for (String language : List.of("id", "en")) {
                try (BrowserContext context = reader(width, true)) {
                    String query = path.equals("/programmes") ? "&year=2024" : "";
                    Page page = opened(context, path + "?area=63.91&lang=" + language + query);
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of(
                                    "target",
                                    "pictures",
                                    "action" + path.replace("/", "-") + "-" + width + "-" + language + ".png"))
                            .setFullPage(true));

                    assertThat(page.evaluate(
                                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                            .as(path + " at " + width)
                            .isEqualTo(0);
                    assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                            .as(path + " at " + width)
                            .extracting(rule -> rule.getId() + ": "
                                    + rule.getNodes().getFirst().getHtml())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void moneyCountsOnceAndWhoIsLateIsSaidInWords() {
        try (BrowserContext context = reader(1366, false)) {
            Page page = opened(context, "/programmes?area=63.91&year=2024");

            assertThat(page.locator(".tile .number").allTextContents())
                    .containsExactly("Rp1,6 miliar", "Rp1,3 miliar", "3", "2");
            assertThat(page.locator("#rule").textContent()).contains("triwulan IV", "100% target", "95% pagu");
            assertThat(page.locator("table.fields tbody tr").allTextContents())
                    .anyMatch(row -> row.contains("PUPR") && row.contains("Rp1.200.000.000") && row.contains("100,0%"))
                    .anyMatch(row -> row.contains("DINKES") && row.contains("25,0%"));
            assertThat(page.locator("table.quarters tbody tr").allTextContents())
                    .hasSize(4)
                    .last()
                    .asString()
                    .contains("Rp900.000.000", "Rp1.300.000.000", "81,3%");
            assertThat(page.locator("table.programmes .flag").allTextContents())
                    .containsExactlyInAnyOrder(
                            "Terlambat: keluaran dan realisasi anggaran", "Terlambat: keluaran dan realisasi anggaran");
            assertThat(page.locator("table.referrals tbody tr").allTextContents())
                    .singleElement()
                    .isEqualTo("PUPRPekerjaan umum dan perumahan10001");
            assertThat(page.locator("#words-missing").textContent()).contains("sedang tidak dapat dibaca");
        }
    }

    @Test
    void programmesAreAFileThatASpreadsheetRunsNothingOf() {
        String csv = given().auth()
                .oauth2(TestTokens.token("tpps", "63.91"))
                .get("/programmes/programmes.csv?area=63.91&year=2024")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("programmes-63.91-2024.csv"))
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(4).first().asString().startsWith("programme,year,area");
        assertThat(csv).contains(",1200000000,300000000,0,0,900000000,false,false,");
        given().auth()
                .oauth2(TestTokens.token("tpps", "63.92"))
                .get("/programmes/programmes.csv?area=63.91&year=2024")
                .then()
                .statusCode(404)
                .body(not(containsString("1200000000")));
    }

    @Test
    void theCalendarHasTheEightActionsAndSaysWhatItCanNotShow() {
        try (BrowserContext context = reader(1366, false)) {
            Page page = opened(context, "/calendar?area=63.91");

            assertThat(page.locator("table.actions tbody tr").count()).isEqualTo(10);
            assertThat(page.locator("#missing").textContent()).contains("sedang tidak dapat dibaca");
            assertThat(page.locator("table.entries tbody tr").allTextContents())
                    .hasSize(2)
                    .anyMatch(row -> row.contains("lewat tenggat"))
                    .anyMatch(row -> row.contains("ditepati") && row.contains("Contoh Utara"));
            assertThat(page.locator("table.parties tbody tr").allTextContents())
                    .singleElement()
                    .isEqualTo("Perusahaan2110");
        }
    }

    @Test
    void casesAreCountedForEverybodyAndListedByNumberForSome() {
        try (BrowserContext context = reader(1366, false)) {
            Page page = opened(context, "/audits?area=63.91");
            assertThat(page.locator("table.matrix tbody tr").allTextContents())
                    .anyMatch(row -> row.equals("Baduta (0-23 bulan)00001001"))
                    .anyMatch(row -> row.equals("Ibu hamil00100001"));
            assertThat(page.locator("table.audits tbody th").allTextContents())
                    .containsExactly("AKS-63.91-2026-2-0008", "AKS-63.91-2026-2-0007");
        }
        given().auth()
                .oauth2(TestTokens.token("opd", "63.91"))
                .get("/audits?area=63.91")
                .then()
                .statusCode(200)
                .body(containsString("id=\"hidden\""), not(containsString("AKS-63.91")));
    }

    @Test
    void whoWaitsForASponsorStandsBesideWhatSponsorsDelivered() {
        try (BrowserContext context = reader(1366, false)) {
            Page page = opened(context, "/foster-parents?area=63.91");
            assertThat(page.locator(".tile .number").allTextContents()).containsExactly("1", "1", "75,0%");
            assertThat(page.locator("#sponsors-missing").textContent()).contains("sedang tidak dapat dibaca");
            assertThat(page.locator("table.areas tbody tr").first().textContent())
                    .isEqualTo("Contoh Utara11100,0%431075,0%");
            assertThat(page.locator("table.months tbody tr").count()).isEqualTo(3);
        }
    }

    @Test
    void theCockpitShowsTheBeginningOfEachPageAndStaysSmall() {
        try (BrowserContext context = reader(1366, false)) {
            Page page = opened(context, "/?area=63.91");
            assertThat(page.locator("[data-panel]").count()).isEqualTo(4);
            assertThat(page.locator("[data-panel=programmes] tr").first().textContent())
                    .contains("PUPR", "0,0%", "! 1 terlambat");
            assertThat(page.locator("[data-panel=audits] tr").allTextContents())
                    .containsExactly("Diseleksi0", "Dikaji1", "RTL berjalan1");
            assertThat(page.locator("[data-panel=calendar] tr").count()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"/programmes", "/calendar", "/audits", "/foster-parents", "/programmes/programmes.csv"})
    void withoutASignInAndElsewhereThereIsNoFigure(String path) {
        given().get(path + "?area=63.91")
                .then()
                .statusCode(401)
                .contentType("text/html")
                .body(containsString("Masuk"), not(containsString("Contoh")));
        given().auth()
                .oauth2(TestTokens.token("tpps", "63.92"))
                .get(path + "?area=63.91")
                .then()
                .statusCode(404)
                .body(not(containsString("Contoh")));
        given().auth()
                .oauth2(TestTokens.token("tpps", "63.91"))
                .get(path + "?area=<script>&year=1e9&semester=<script>")
                .then()
                .statusCode(404)
                .body(not(containsString("<script>")));
        given().auth()
                .oauth2(TestTokens.token("kader", "63.91"))
                .get(path + "?area=63.91")
                .then()
                .statusCode(403)
                .body(containsString("bukan untuk peran Anda"), not(containsString("Contoh")));
    }

    /** Qute falls back to Indonesian silently. */
    @Test
    void everyWordIsThereInEnglish() throws NoSuchMethodException {
        for (Class<?> english : List.of(
                EnglishProgrammeMessages.class,
                EnglishAgendaMessages.class,
                EnglishAuditMessages.class,
                EnglishFosterMessages.class,
                EnglishPanelMessages.class)) {
            for (Method word : english.getInterfaces()[0].getDeclaredMethods()) {
                assertThat(english.getDeclaredMethod(word.getName(), word.getParameterTypes())
                                .isAnnotationPresent(Message.class))
                        .as(english.getSimpleName() + "." + word.getName())
                        .isTrue();
            }
        }
    }

    private static BrowserContext reader(int width, boolean scripts) {
        return browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setViewportSize(width, 800)
                .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + TestTokens.token("tpps", "63.91"))));
    }

    private static Page opened(BrowserContext context, String path) {
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + RestAssured.port + path);
        return page;
    }

    private static ValidatableResponse page(String path) {
        return given().auth()
                .oauth2(TestTokens.token("tpps", "63.91"))
                .get(path)
                .then()
                .statusCode(200);
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("chromium is not installed: apt-get install chromium"));
    }
}
