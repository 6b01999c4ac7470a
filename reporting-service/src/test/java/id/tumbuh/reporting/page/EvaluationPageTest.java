package id.tumbuh.reporting.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.evaluation.EnglishEvaluationMessages;
import id.tumbuh.reporting.evaluation.EvaluationMessages;
import id.tumbuh.reporting.evaluation.ReportedKabupaten;
import io.quarkus.qute.i18n.Message;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiered evaluation as both sides meet it, in Debian's chromium and without a script. Pictures lie in target/pictures. */
@QuarkusTest
@WithTestResource(RealServers.class)
class EvaluationPageTest {
    private static final ReportedKabupaten SHOWN = new ReportedKabupaten("62.31", "Contoh");
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
    void aReportThatWaits() {
        if (!announced) {
            announced = true;
            SHOWN.measured(given);
            SHOWN.submitted();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 1366})
    void thePageFitsAndIsAccessible(int width) {
        for (String language : List.of("id", "en")) {
            for (String side : List.of("62", "62.31.01", "*")) {
                try (BrowserContext context = signedIn("looking", side, width, true)) {
                    String area = side.equals("62") ? "62.31" : side.equals("*") ? "ID" : side;
                    Page page = opened(context, "/evaluations?period=2026-S1&area=" + area + "&lang=" + language);
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of(
                                    "target", "pictures", "evaluations-%s-%d-%s.png".formatted(area, width, language)))
                            .setFullPage(true));

                    assertThat(page.evaluate(
                                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                            .as(area + " " + language)
                            .isEqualTo(0);
                    assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                            .extracting(rule -> rule.getId() + ": "
                                    + rule.getNodes().getFirst().getHtml())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void bothSidesDoTheirPartByFormsWithoutAScript() {
        ReportedKabupaten kabupaten = new ReportedKabupaten("62.32", "Contoh");
        kabupaten.measured(given);
        String path = "/evaluations?area=62.32&period=2026-S1";
        try (BrowserContext own = signedIn("form-writer", "62.32", 1366);
                BrowserContext above = signedIn("form-province", "62", 1366)) {
            Page writing = opened(own, path);
            assertThat(writing.locator(".state").textContent()).contains("Belum ditulis", "15 Juli 2026");
            writing.locator("#obstacles").fill("Tiga posyandu tanpa alat ukur");
            writing.locator("#followUp").fill("Alat ukur dikirim sebelum Februari");
            writing.locator("form[action$='write'] button").click();
            assertThat(writing.locator(".done").textContent()).isEqualTo("Tulisan disimpan.");
            writing.locator("form[action$='submit'] button").click();
            assertThat(writing.locator(".done").textContent()).contains("dibekukan");
            assertThat(writing.locator("textarea").count()).isZero();
            assertThat(writing.locator(".hash").textContent()).contains("SHA-256");

            Page deciding = opened(above, "/evaluations?area=62&period=2026-S1");
            deciding.locator("table.due a[href*='62.32']").click();
            deciding.locator("button.second").click();
            assertThat(deciding.locator("main").textContent()).contains("Sebutkan apa yang harus diperbaiki");
            deciding = opened(above, path);
            deciding.locator("#remarks").fill("Jelaskan kecamatan utara");
            deciding.locator("button.second").click();
            assertThat(deciding.locator(".done").textContent()).contains("dikembalikan");

            writing = opened(own, path);
            assertThat(writing.locator("table.steps").textContent())
                    .contains("TPPS Contoh", "TPPS Contoh", "Jelaskan kecamatan utara");
            writing.locator("#obstacles").fill("Kecamatan utara diukur ulang pada Juli");
            writing.locator("form[action$='write'] button").click();
            writing.locator("form[action$='submit'] button").click();
            deciding = opened(above, path);
            deciding.locator("form[action$='accept'] button:not(.second)").click();
            assertThat(deciding.locator(".done").textContent()).isEqualTo("Laporan diterima.");
            assertThat(opened(own, path).locator(".state").textContent()).contains("Diterima");
        }
    }

    @Test
    void figuresAndReasonsAreReadWithoutAScript() {
        try (BrowserContext context = signedIn("looking", "62.31", 1366)) {
            Page page = opened(context, "/evaluations?area=62.31&period=2026-S1");

            assertThat(page.locator("table.lines tbody tr").allTextContents())
                    .anyMatch(row -> row.contains("30,8%")
                            && row.contains("4 dari 13")
                            && row.contains("26,7%")
                            && row.contains("+4,1 poin, memburuk"));
            assertThat(page.locator("#changes li").allTextContents())
                    .anyMatch(line -> line.endsWith("masih stunting: 2."))
                    .anyMatch(line -> line.endsWith("tidak stunting lagi: 1."));
            assertThat(page.locator("table.places tbody tr").allTextContents().getFirst())
                    .contains("Contoh Utara", "37,5%");
            assertThat(page.locator("form").count())
                    .as("it waits for the province")
                    .isZero();
            page.locator("nav.sections a[href^='/survey']").click();
            page.locator("nav.sections a[href^='/evaluations']").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Evaluasi berjenjang: Contoh");
        }
    }

    @Test
    void aFormFromElsewhereOrOfAnotherSignInDoesNothing() {
        String cookie = ReportedKabupaten.token("form-stranger", "62");
        for (String origin : List.of("http://127.0.0.1:1", "null")) {
            given().cookie("tumbuh_session", cookie)
                    .header("Origin", origin)
                    .contentType(ContentType.URLENC)
                    .formParam("area", "62.31")
                    .post("/evaluations/accept")
                    .then()
                    .statusCode(401);
        }
        given().cookie("tumbuh_session", cookie)
                .header("Origin", "http://127.0.0.1:" + RestAssured.port)
                .header("Host", "127.0.0.1:" + RestAssured.port)
                .contentType(ContentType.URLENC)
                .formParam("area", "62.31")
                .formParam("period", "2026-S1")
                .formParam("version", "2")
                .formParam("token", "guessed")
                .post("/evaluations/accept")
                .then()
                .statusCode(403)
                .body(containsString("masuk yang lama"));
        given().auth()
                .oauth2(cookie)
                .get("/v1/evaluations/62.31/2026-S1")
                .then()
                .body("state", equalTo("SUBMITTED"));
    }

    @Test
    void withoutASignInThereIsNoFigureAndAnotherAreaIsNotThere() {
        given().get("/evaluations?area=62.31").then().statusCode(401).body(not(containsString("Contoh")));
        for (String question : List.of("?area=62.33", "?area=<script>", "?area=62.31&period=2026", "?area=ID")) {
            given().auth()
                    .oauth2(ReportedKabupaten.token("looking", "62.31"))
                    .get("/evaluations" + question)
                    .then()
                    .statusCode(404)
                    .header("Content-Security-Policy", containsString("default-src 'self'"))
                    .body(not(containsString("<script>")));
        }
    }

    /** Qute falls back to Indonesian silently. */
    @Test
    void everyWordIsThereInEnglish() throws NoSuchMethodException {
        for (Method word : EvaluationMessages.class.getDeclaredMethods()) {
            assertThat(EnglishEvaluationMessages.class
                            .getDeclaredMethod(word.getName(), word.getParameterTypes())
                            .isAnnotationPresent(Message.class))
                    .as(word.getName())
                    .isTrue();
        }
    }

    private static BrowserContext signedIn(String subject, String area, int width) {
        return signedIn(subject, area, width, false);
    }

    private static BrowserContext signedIn(String subject, String area, int width, boolean scripts) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(scripts).setViewportSize(width, 800));
        context.addCookies(List.of(new Cookie("tumbuh_session", ReportedKabupaten.token(subject, area))
                .setUrl("http://127.0.0.1:" + RestAssured.port)));
        return context;
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
