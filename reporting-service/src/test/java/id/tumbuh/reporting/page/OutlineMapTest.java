package id.tumbuh.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import id.tumbuh.reporting.Planned;
import id.tumbuh.reporting.Planned.Plan;
import id.tumbuh.reporting.boundary.DrawnKabupaten;
import id.tumbuh.reporting.monthly.MonthCounters;
import io.quarkus.logging.Log;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cockpit of a kabupaten of 29 kecamatan with everything that can stand on it, drawn by boundaries that somebody supplied. */
@QuarkusTest
@WithTestResource(RealServers.class)
class OutlineMapTest {
    private static final String KABUPATEN = "55.04";
    private static final int KECAMATAN = 29;
    private static final String COCKPIT = "/?area=" + KABUPATEN;
    private static final int MOST_NODES = 800;
    private static final long MOST_BYTES = 60_000;
    private static final LocalDate TODAY = MonthCounters.today();

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
    void aKabupatenWithBoundaries() {
        if (!announced) {
            announced = true;
            given.announced(areas(), Given.areas("55.05", "Sebagian"));
            given.announced(happenings());
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                page(COCKPIT).statusCode(200).body(containsString("id=\"cases\">" + cases() + "<"));
                page("/?area=55.05").statusCode(200);
                page(COCKPIT)
                        .body(containsString("PUPR"), containsString("KESRA"), not(containsString("Belum ada audit")));
            });
            page(COCKPIT).body(not(containsString("<path d=\"M")));
            supplied(DrawnKabupaten.collection(codes(), DrawnKabupaten.of(KECAMATAN)));
        }
    }

    private static List<String> codes() {
        return IntStream.rangeClosed(1, KECAMATAN)
                .mapToObj((KABUPATEN + ".%02d")::formatted)
                .toList();
    }

    private static Announcement areas() {
        String areas = codes().stream()
                .map(code -> """
                        {"code":"%1$s","name":"Kecamatan Contoh %2$s"},{"code":"%1$s.2001","name":"Desa Contoh"}""".formatted(code, code.substring(6)))
                .collect(Collectors.joining(","));
        return Given.event(
                "registry.areas", "registry.areas-published", KABUPATEN, KABUPATEN, 1, """
                {"code":"%s","name":"Kabupaten Peta","level":"KABUPATEN_KOTA","parentCode":"55","parentName":"Contoh","version":1,
                "areas":[%s]}""".formatted(KABUPATEN, areas));
    }

    /** As many stunted children in each kecamatan as its number, none known in the last; and panels that are full. */
    private static List<Announcement> happenings() {
        List<Announcement> all = new ArrayList<>();
        for (int kecamatan = 1; kecamatan < KECAMATAN; kecamatan++) {
            String desa = codes().get(kecamatan - 1) + ".2001";
            for (int number = 0; number < kecamatan; number++) {
                UUID child = new UUID(5504L * 100 + kecamatan, number);
                all.add(Given.child(child, 1, desa, "P", TODAY.minusMonths(14), true));
                all.add(Measured.of(child, TODAY, desa).height("STUNTED").event());
                all.add(Given.status(child, 1, desa, "STUNTED"));
            }
            all.add(Given.family(new UUID(5504, kecamatan), 1, desa, true, List.of("UNSAFE_WATER")));
        }
        List<String> fields = List.of("PUPR", "DINKES", "KESRA");
        for (int i = 0; i < fields.size(); i++) {
            all.add(Plan.of(new UUID(5504, 9000 + i), KABUPATEN, TODAY.getYear(), 900_000_000)
                    .field(fields.get(i))
                    .spent(1, 1)
                    .event());
        }
        for (int i = 0; i < 3; i++) {
            all.add(Planned.commitment(new UUID(5504, 9100 + i), 1, KABUPATEN, TODAY.plusDays(1 + i), "OPEN", null));
        }
        all.add(Planned.caseAudit(new UUID(5504, 9200), 4, desaOf(1), 7, "BADUTA", "FOLLOW_UP", TODAY.minusDays(3)));
        return all;
    }

    private static String desaOf(int kecamatan) {
        return codes().get(kecamatan - 1) + ".2001";
    }

    private static int cases() {
        return IntStream.range(1, KECAMATAN).sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1366})
    void theMapIsDrawnByItsBoundariesWithinWhatAPageMayCost(int width) {
        try (BrowserContext context = reader(width, true)) {
            Page page = context.newPage();
            CDPSession devtools = context.newCDPSession(page);
            AtomicLong bytes = new AtomicLong();
            devtools.on(
                    "Network.loadingFinished",
                    finished ->
                            bytes.addAndGet(finished.get("encodedDataLength").getAsLong()));
            devtools.send("Network.enable");
            page.navigate(address(COCKPIT));
            Chromium.picture(page, "outlines-" + width);

            int nodes = ((Number) page.evaluate("document.querySelectorAll('*').length")).intValue();
            Log.infof("outline map at %d: %d bytes, %d nodes", width, bytes.get(), nodes);
            assertThat(nodes).isLessThanOrEqualTo(MOST_NODES);
            assertThat(bytes.get()).isBetween(1L, MOST_BYTES);
            assertThat(page.locator(".outlines [data-tile] > path").count()).isEqualTo(KECAMATAN);
            assertThat(page.locator("[data-tile='55.04.28']").getAttribute("aria-label"))
                    .isEqualTo("Kecamatan Contoh 28: 28 anak stunting");
            assertThat(page.locator("[data-tile='55.04.28']").getAttribute("class"))
                    .isEqualTo("shade-4");
            assertThat(page.locator(".ranking tbody tr").count())
                    .as("the table beside it")
                    .isEqualTo(KECAMATAN);
            Chromium.fits(page);
            Chromium.accessible(page);
        }
    }

    @Test
    void whereNobodyWasEverToldOfIsHatchedAndNoZero() {
        try (BrowserContext context = reader(1366, true)) {
            Page page = opened(context);
            Locator silent = page.locator("[data-tile='55.04.29']");

            assertThat(silent.getAttribute("aria-label")).isEqualTo("Kecamatan Contoh 29: belum ada data");
            assertThat((String) silent.locator("path").evaluate("(one) => getComputedStyle(one).fill"))
                    .contains("#hatched");
            assertThat(page.locator(".classes li").allTextContents())
                    .last()
                    .asString()
                    .contains("belum ada data");
            assertThat(page.locator("[id='row-55.04.29'] [data-part='stunted']").textContent())
                    .as("the table says the same")
                    .isEqualTo("–");
        }
    }

    @Test
    void theMapIsOneStopAndArrowsGoToTheNeighbour() {
        try (BrowserContext context = reader(1366, true)) {
            Page page = opened(context);

            assertThat(page.locator(".map [tabindex='0']").count()).isOne();
            page.locator(".map [tabindex='0']").focus();
            String first = focused(page);
            page.keyboard().press("ArrowRight");
            String right = focused(page);
            assertThat(right).isNotEqualTo(first).startsWith(KABUPATEN);
            page.keyboard().press("ArrowUp");
            assertThat(focused(page)).isNotIn(first, right).startsWith(KABUPATEN);
            assertThat(page.locator(".map [tabindex='0']").count()).isOne();
            page.keyboard().press("Enter");
            assertThat(page.url()).contains("#row-" + KABUPATEN);
        }
    }

    @Test
    void withoutAScriptEverythingIsThere() {
        try (BrowserContext context = reader(360, false)) {
            Page page = opened(context);

            assertThat(page.locator(".outlines .count").count()).isGreaterThan(KECAMATAN / 2);
            assertThat(page.locator(".outlines").textContent()).contains("28");
            assertThat(page.locator("main").textContent()).contains("Batas wilayah: Peta contoh <rekaan>, CC BY 4.0.");
        }
    }

    @Test
    void aWallShowsTheSameMapAndWhoseItIs() {
        try (BrowserContext context = reader(1920, true)) {
            Page page = context.newPage();
            page.setViewportSize(1920, 1080);
            page.navigate(address("/wall?area=" + KABUPATEN));
            page.waitForTimeout(500);
            Chromium.picture(page, "outlines-wall");

            assertThat(page.locator(".outlines [data-tile]").count()).isEqualTo(KECAMATAN);
            page.locator("#state:has-text('detik lalu')").waitFor(); // the script has asked for the numbers
            assertThat(page.locator("[data-tile='55.04.29'] .count").textContent())
                    .as("still no 0")
                    .isEqualTo("–");
            assertThat(page.locator("[data-tile='55.04.28'] .count").textContent())
                    .isEqualTo("28");
            assertThat(page.locator("main").textContent()).contains("CC BY 4.0");
            assertThat(page.locator("a").count()).isZero();
            Chromium.accessible(page);
        }
    }

    /** A map with holes reads as if nobody lived there: it is drawn only where nothing else is to be had, and says what is missing. */
    @Test
    void someOfTheBoundariesTakeNoTilesAway() {
        supplied(DrawnKabupaten.collection(List.of("55.05.01"), DrawnKabupaten.of(1)));
        page("/?area=55.05").body(containsString("Belum ada batas untuk Sebagian Selatan."));
        page("/?area=55.05&lang=en").body(containsString("No boundary yet of Sebagian Selatan."));

        given.announced(SampleKabupaten.areas());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> page("/?area=" + SampleKabupaten.CODE).statusCode(200));
        supplied(DrawnKabupaten.collection(List.of(SampleKabupaten.DISTRICT), DrawnKabupaten.of(1)));
        page("/?area=" + SampleKabupaten.CODE)
                .body(containsString("<rect width=\"38\""), not(containsString("class=\"map outlines\"")));
    }

    @Test
    void anotherBoundaryIsDrawnFromThenOn() {
        given.announced(Given.areas("55.06", "Berubah"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> page("/?area=55.06").statusCode(200));
        List<String> both = List.of("55.06.01", "55.06.02");
        supplied(DrawnKabupaten.collection(both, DrawnKabupaten.of(2)));
        String before = page("/?area=55.06").extract().asString();
        supplied(DrawnKabupaten.collection(both, DrawnKabupaten.of(2).reversed()));

        assertThat(before).contains("class=\"map outlines\"");
        // where a ring begins is not told: the two are not just exchanged
        assertThat(paths(page("/?area=55.06").extract().asString())).hasSize(2).doesNotContainSequence(paths(before));
    }

    private static List<String> paths(String html) {
        return Pattern.compile("data-tile=[^>]*><path d=\"(M[^\"]*)\"")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.dataset.tile ?? ''");
    }

    private static void supplied(String collection) {
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.token("admin", "*"))
                .contentType("application/json; charset=utf-8")
                .body(collection)
                .put("/v1/boundaries")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse page(String path) {
        return RestAssured.given().auth().oauth2(token()).get(path).then();
    }

    private static String token() {
        return TestTokens.token("tpps", "55", "64");
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + RestAssured.port + path;
    }

    private static BrowserContext reader(int width, boolean script) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setJavaScriptEnabled(script)
                .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token())));
    }

    private static Page opened(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(address(COCKPIT));
        return page;
    }
}
