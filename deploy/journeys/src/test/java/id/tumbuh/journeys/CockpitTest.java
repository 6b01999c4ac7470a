package id.tumbuh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import id.tumbuh.local.demo.FileOptions;
import id.tumbuh.local.demo.SerangFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as its readers meet it, in Debian's chromium. */
@ExtendWith(Tumbuh.class)
class CockpitTest {
    private static final YearMonth MONTH = YearMonth.of(2024, 9);
    private static Playwright playwright;
    private static Browser browser;

    @TempDir
    Path folder;

    @BeforeAll
    static void open(Tumbuh.Running tumbuh, @TempDir Path folder) throws IOException {
        playwright = Playwright.create();
        browser = Chromium.launch(playwright);
        importChildren(tumbuh, folder.resolve("first.csv"), 800, 21);
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @Test
    void aLinkSignsInOnce(Tumbuh.Running tumbuh) throws IOException {
        String link = tumbuh.installation().signInLink().toString();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(link);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Kokpit stunting Kabupaten Serang");
        }
        try (BrowserContext stranger = browser.newContext()) {
            Response again = stranger.newPage().navigate(link);
            assertThat(again.status()).isEqualTo(401);
            assertThat(again.text()).contains("Setiap tautan hanya berlaku satu kali");
        }
    }

    @Test
    void theNumbersMoveWithoutAReload(Tumbuh.Running tumbuh) throws IOException {
        try (BrowserContext context = browser.newContext()) {
            Page page = cockpit(tumbuh, context, 1366, "");
            assertThat(page.locator("#live")).hasText("Langsung");
            Locator measured = page.locator("[data-figure=stunting-prevalence] [data-part=denominator]");
            String before = measured.textContent();
            page.evaluate("window.untouched = true");

            importChildren(tumbuh, folder.resolve("more.csv"), 300, 22);

            assertThat(measured).not().hasText(before, patiently());
            // Needs are told by the stream alone, so the line was not there when the page came.
            assertThat(page.locator("#feed")).containsText("Kebutuhan dibuka", patientlyContaining());
            assertThat(page.evaluate("window.untouched")).isEqualTo(true);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1366})
    void thePageFitsAndIsAccessible(int width, Tumbuh.Running tumbuh) throws IOException {
        try (BrowserContext context = browser.newContext()) {
            for (String language : List.of("id", "en")) {
                Page page = cockpit(tumbuh, context, width, "&lang=" + language);
                Chromium.picture(page, "cockpit-" + width + "-" + language);
                Chromium.fits(page);
                Chromium.accessible(page);
            }
            Page cases = context.newPage();
            cases.setViewportSize(width, 800);
            cases.navigate(tumbuh.dashboard("/cases?area=36.04.20&reason=HOME_VISIT"));
            Chromium.picture(cases, "cases-" + width);
            Chromium.fits(cases);
            Chromium.accessible(cases);
        }
    }

    @Test
    void theCaseListShowsNamesToTheTeamOfTheArea(Tumbuh.Running tumbuh) throws IOException {
        try (BrowserContext context = browser.newContext()) {
            Page page = cockpit(tumbuh, context, 1366, "");
            page.getByText("Lihat daftar anak").click();

            assertThat(page.locator("h1")).containsText("Anak stunting, satu per satu");
            assertThat(page.locator("tbody th").first()).hasText("–");
            page.locator("#reason").selectOption("HOME_VISIT");
            page.locator("form.choose button").click();
            assertThat(page.locator("form.choose")).hasCount(0);
            List<String> names = page.locator("tbody th").allTextContents();
            assertThat(names).isNotEmpty().allMatch(name -> name.length() > 1);
        }
    }

    @Test
    void allNumbersCanBeReadWithoutAScript(Tumbuh.Running tumbuh) throws IOException {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = cockpit(tumbuh, context, 1366, "");
            assertThat(page.locator("#cases")).not().hasText("0");
            assertThat(page.locator(".ranking tbody tr")).hasCount(29);
        }
    }

    @Test
    void theWholeKabupatenIsAFewHundredElements(Tumbuh.Running tumbuh) throws IOException {
        try (BrowserContext context = browser.newContext()) {
            Page page = cockpit(tumbuh, context, 1366, "");
            assertThat((Integer) page.evaluate("document.querySelectorAll('*').length"))
                    .isLessThanOrEqualTo(800);
        }
    }

    @Test
    void theKeyboardReachesEveryLink(Tumbuh.Running tumbuh) throws IOException {
        try (BrowserContext context = browser.newContext()) {
            Page page = cockpit(tumbuh, context, 1366, "");
            int links = (Integer) page.evaluate(
                    "[...document.querySelectorAll('a[href], [tabindex]')].filter((it) => it.tabIndex === 0).length");
            List<Object> reached = new ArrayList<>();
            for (int i = 0; i < links; i++) {
                page.keyboard().press("Tab");
                reached.add(page.evaluate("""
                        () => { const it = document.activeElement; const style = getComputedStyle(it);
                          return it !== document.body && (style.outlineStyle !== 'none' || it.matches('.skip')); }"""));
            }
            assertThat(reached).hasSize(links).containsOnly(true);
        }
    }

    /** 29 tiles are one stop; the arrows go to the neighbour, Enter to the row. */
    @Test
    void theMapIsOneStopWithArrowsInside(Tumbuh.Running tumbuh) throws IOException {
        try (BrowserContext context = browser.newContext()) {
            Page page = cockpit(tumbuh, context, 1366, "");
            assertThat(page.locator("[data-tile]")).hasCount(29);
            page.locator("[data-tile='36.04.08']").focus();
            page.keyboard().press("ArrowDown");
            assertThat(page.evaluate("document.activeElement.dataset.tile")).isEqualTo("36.04.07");
            page.keyboard().press("Enter");
            assertThat(page.url()).endsWith("#row-36.04.07");
        }
    }

    @Test
    void theWallShowsSevenNumbersAndSaysWhenItIsCutOff(Tumbuh.Running tumbuh) throws IOException {
        try (BrowserContext context = browser.newContext()) {
            Page page = cockpit(tumbuh, context, 1920, "");
            page.setViewportSize(1920, 1080);
            page.navigate(tumbuh.dashboard("/wall?area=36.04"));
            assertThat(page.locator("[data-glance]")).hasCount(7);
            assertThat(page.locator("#state")).containsText("detik lalu");
            assertThat(page.locator("a, button, input")).hasCount(0);
            Chromium.picture(page, "wall-1920");
            Chromium.fits(page);
            Chromium.accessible(page);

            context.setOffline(true);
            assertThat(page.locator("#state")).containsText("Terputus sejak", patientlyContaining());
            Chromium.picture(page, "wall-gone");
            context.setOffline(false);
            assertThat(page.locator("#state")).containsText("detik lalu", patientlyContaining());
        }
    }

    private static Page cockpit(Tumbuh.Running tumbuh, BrowserContext context, int width, String language)
            throws IOException {
        Page page = context.newPage();
        page.setViewportSize(width, 800);
        page.navigate(tumbuh.installation().signInLink().toString());
        page.navigate(tumbuh.dashboard("/?area=36.04&month=" + MONTH + language));
        return page;
    }

    private static void importChildren(Tumbuh.Running tumbuh, Path file, int children, long seed) throws IOException {
        SerangFile.write(file, new FileOptions(children, seed, MONTH, MONTH, 0));
        Api system = tumbuh.as("system", "36.04");
        String path = system.importFile(file);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> !system.importState(path).get("state").asText().equals("RUNNING"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> tumbuh.as("tpps", "36.04")
                                .indicator("stunting-prevalence", "36.04", MONTH)
                                .get("denominator")
                                .asInt()
                        >= children);
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(20_000);
    }

    private static LocatorAssertions.ContainsTextOptions patientlyContaining() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
    }
}
