package id.tumbuh.intervention.partner;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.partner.PageWorld.Helped;
import id.tumbuh.intervention.partner.PageWorld.Partner;
import id.tumbuh.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The partner's pages as their readers meet them, in Debian's chromium. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PartnerBrowserTest {
    private static Playwright playwright;
    private static Browser browser;

    @Inject
    PageWorld pages;

    @Inject
    PartnerWorld world;

    @Inject
    TestDatabase database;

    @Inject
    @ConfigProperty(name = "tumbuh.sign-in.directory")
    Path links;

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

    @Test
    void aLinkSignsInOnce() throws IOException {
        Partner partner = pages.partner();
        String link = signInLink(partner);
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(link);
            assertThat(heading(page)).hasText("Anak asuh saya");
        }
        try (BrowserContext stranger = browser.newContext()) {
            Page page = stranger.newPage();
            assertThat(page.navigate(link).status()).isEqualTo(401);
            assertThat(page.locator("main")).containsText("Setiap tautan hanya berlaku satu kali");
        }
    }

    @Test
    void everythingIsDoneWithoutAScript() throws IOException {
        Partner partner = pages.partner();
        world.child(partner.desa());
        String name = PartnerWorld.listed(partner.client(), partner.area()).getFirst();
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = signedIn(context, partner, 360);
            page.getByText("Lihat kebutuhan terbuka").click();
            button(page, "Pesan untuk didampingi").click();
            assertThat(page.locator(".done")).containsText("Sudah dipesan");
            assertThat(page.locator("article h2")).hasText("Anak " + name);
            button(page, "Jadikan janji").click();
            assertThat(page.locator(".done")).containsText("Janji sudah dicatat");
            page.locator("summary", new Page.LocatorOptions().setHasText("Sudah saya kirim"))
                    .click();
            page.getByLabel("Jumlah").fill("15");
            page.getByLabel("Satuan").fill("butir");
            button(page, "Simpan laporan").click();
            assertThat(page.locator(".done")).containsText("Laporan kirim sudah dicatat");
            page.locator("summary", new Page.LocatorOptions().setHasText("Tidak bisa"))
                    .click();
            button(page, "Beri tahu tidak bisa").click();
            assertThat(page.locator(".done")).containsText("Anda tidak bisa");
            page.locator("summary", new Page.LocatorOptions().setHasText("Ubah janji"))
                    .click();
            button(page, "Perpanjang janji").click();
            assertThat(page.locator(".done")).containsText("diperpanjang");
            page.locator("summary", new Page.LocatorOptions().setHasText("Ubah janji"))
                    .click();
            button(page, "Ya, kembalikan").click();
            assertThat(page.locator("main")).containsText("Belum ada yang Anda dampingi");
        }
        assertThat(database.rows(
                        "select r.outcome from partner_report r where r.client = ? order by r.outcome",
                        partner.client()))
                .extracting(row -> TestDatabase.text(row, "outcome"))
                .containsExactly("SENT", "UNABLE");
    }

    /** A page of another service on the same host is another origin of the same site, so the cookie is sent along. */
    @Test
    void aFormOnAnotherPageOfTheSameSiteChangesNothing() throws IOException {
        Partner partner = pages.partner();
        Helped helped = pages.growing(partner);
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, partner, 360);
            String token = page.locator("input[name=token]").first().inputValue();
            String form = """
                    <form method="post" action="%s"><input name="token" value="%s">
                    <input name="placement" value="%s"><input name="version" value="2"><button>x</button></form>""".formatted(at("/partner/release"), token, helped.placement());
            page.route(
                    "http://localhost:1/**",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody(form)));
            page.navigate("http://localhost:1/");
            page.locator("button").click();

            assertThat(heading(page)).hasText("Masuk");
        }
        assertThat(database.row("select state from placement where id = ?", helped.placement()))
                .containsEntry("state", "COMMITTED");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 1366})
    void thePagesFitAndAreAccessible(int width) throws IOException {
        Partner partner = everything();
        Partner fresh = pages.partner();
        try (BrowserContext context = browser.newContext()) {
            for (String language : List.of("id", "en")) {
                Page page = signedIn(context, partner, width);
                for (String path : List.of("", "/needs", "/pledges", "/portfolio")) {
                    page.navigate(at("/partner" + path + "?lang=" + language));
                    look(page, "partner" + path.replace('/', '-') + "-" + width + "-" + language);
                }
                page.navigate(at("/partner?lang=" + language));
                page.locator("summary").all().forEach(Locator::click);
                look(page, "partner-open-" + width + "-" + language);
            }
            Page page = signedIn(context, fresh, width);
            for (String path : List.of("", "/needs", "/pledges", "/portfolio", "/needs?area=x")) {
                page.navigate(at("/partner" + path));
                look(page, "partner-empty" + path.replaceAll("\\W", "-") + "-" + width);
            }
        }
    }

    @Test
    void everythingToPressIsLargeEnoughForAThumb() throws IOException {
        Partner partner = everything();
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, partner, 360);
            for (String path : List.of("", "/needs", "/pledges", "/portfolio")) {
                page.navigate(at("/partner" + path));
                page.locator("summary").all().forEach(Locator::click);
                assertThat((List<?>) page.evaluate("""
                                () => [...document.querySelectorAll('a:not(.skip), button, summary, select, input:not([type=hidden])')]
                                    .filter(it => it.getBoundingClientRect().height < 44)
                                    .map(it => it.outerHTML)""")).isEmpty();
            }
        }
    }

    @Test
    void theKeyboardReachesEverythingAndShowsWhereItIs() throws IOException {
        Partner partner = everything();
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, partner, 1366);
            page.locator("summary").all().forEach(Locator::click);
            page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)");
            page.navigate(at("/partner"));
            Object all = page.evaluate(
                    "document.querySelectorAll('a[href], button:not(details:not([open]) *), summary').length");
            int reached = 0;
            for (int press = 0; press < (Integer) all; press++) {
                page.keyboard().press("Tab");
                if (Boolean.TRUE.equals(page.evaluate("""
                        () => { const it = document.activeElement; const style = getComputedStyle(it);
                          return it !== document.body && (style.outlineStyle !== 'none' || it.matches('.skip')); }"""))) {
                    reached++;
                }
            }
            assertThat(reached).isEqualTo(all);
        }
    }

    @Test
    void onPaperThereAreNoForms() throws IOException {
        Partner partner = everything();
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, partner, 1366);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            Chromium.picture(page, "partner-print");
            assertThat(page.locator("button:visible, summary.button:visible")).hasCount(0);
            assertThat(page.locator("article h2").first()).isVisible();
        }
    }

    /** One growing, one without gain, one held, needs to choose from, and enough children for a portfolio. */
    private Partner everything() {
        Partner partner = pages.partner();
        pages.growing(partner);
        Helped faltering = pages.committed(partner, PageWorld.today().minusDays(70));
        pages.weigh(faltering, 75, "7.9", "-1.80", "N");
        pages.weigh(faltering, 40, "7.9", "-2.15", "T");
        pages.weigh(faltering, 10, "7.8", "-2.35", "T");
        pages.askForAVisit(faltering);
        for (int number = 0; number < 4; number++) {
            pages.committed(partner, PageWorld.today());
        }
        pages.held(partner);
        for (int number = 0; number < 3; number++) {
            world.child(partner.desa());
        }
        world.sponsor(partner.client(), partner.area(), 2);
        return partner;
    }

    private static void look(Page page, String name) {
        Chromium.picture(page, name);
        Chromium.fits(page);
        Chromium.accessible(page);
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Locator button(Page page, String name) {
        return page.locator("button", new Page.LocatorOptions().setHasText(name));
    }

    private Page signedIn(BrowserContext context, Partner partner, int width) throws IOException {
        Page page = context.newPage();
        page.setViewportSize(width, 800);
        page.navigate(signInLink(partner));
        return page;
    }

    /** As the local installation makes it: the token under the hash of the code. */
    private String signInLink(Partner partner) throws IOException {
        String code = UUID.randomUUID().toString();
        Files.createDirectories(links);
        Files.writeString(links.resolve(sha256(code)), partner.token());
        return at("/partner/sign-in?code=" + code);
    }

    private String at(String path) {
        return PageWorld.origin() + path;
    }

    private static String sha256(String code) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
