package id.tumbuh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import id.tumbuh.local.Component;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Persons sign in at the kabupaten's own issuer: Keycloak as it is distributed, by its own form, in a real browser. */
@ExtendWith(Tumbuh.class)
class IssuerTest {
    private static final String SESSION = "tumbuh_session";
    private static final String TEAM = "tpps.serang";

    private static Playwright playwright;
    private static Browser browser;
    private static Issuer issuer;

    @BeforeAll
    static void open(Tumbuh.Running tumbuh) throws IOException {
        issuer = Issuer.start(tumbuh);
        playwright = Playwright.create();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            playwright.close();
        }
        if (issuer != null) {
            issuer.close();
        }
    }

    @Test
    void whoOpensAPageSignsInAtTheIssuerAndIsBackOnIt() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(reporting("/survey?area=36.04&lang=en"));
            assertThat(page.url()).startsWith(issuer.keycloak().realm());
            assertThat(query(page.url()))
                    .containsEntry("response_type", "code")
                    .containsEntry("client_id", "tumbuh-pages")
                    .containsEntry("code_challenge_method", "S256")
                    .containsKeys("state", "nonce", "code_challenge");

            fillIn(page, TEAM);

            assertThat(page.url()).isEqualTo(reporting("/survey?area=36.04&lang=en"));
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            Cookie session = cookie(context, SESSION).orElseThrow();
            assertThat(session.httpOnly).isTrue();
            assertThat(session.sameSite).isEqualTo(SameSiteAttribute.LAX);
            assertThat(page.evaluate("document.cookie")).isEqualTo("");
        }
    }

    @Test
    void theTokensAreasDecideWhatIsThere() {
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, TEAM);
            page.navigate(reporting("/"));
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Kokpit stunting Kabupaten Serang");
            Chromium.picture(page, "issuer-cockpit");
            Chromium.fits(page);
            Chromium.accessible(page);

            for (String elsewhere : List.of("36.72", "36", "17.02")) {
                assertThat(page.navigate(reporting("/?area=" + elsewhere)).status())
                        .as(elsewhere)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void signingOutEndsTheIssuersSessionToo() {
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, TEAM);
            page.navigate(reporting("/?area=36.04"));

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keluar"))
                    .click();

            assertThat(page.locator("h1")).hasText("Anda sudah keluar");
            assertThat(page.url()).startsWith(reporting("/session/over"));
            assertThat(cookie(context, SESSION)).isEmpty();
            page.navigate(reporting("/"));
            assertThat(page.locator("#username")).isVisible();
        }
    }

    @Test
    void aSessionThatEndedIsRenewedWithoutAskingWhileTheIssuerKnowsThePerson() {
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, TEAM);
            context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(SESSION));
            page.navigate(reporting("/programmes?area=36.04"));
            assertThat(page.url()).isEqualTo(reporting("/programmes?area=36.04"));

            context.clearCookies(new BrowserContext.ClearCookiesOptions().setDomain("127.0.0.1"));
            page.navigate(reporting("/calendar?area=36.04"));
            assertThat(page.url()).isEqualTo(reporting("/calendar?area=36.04"));

            context.clearCookies();
            page.navigate(reporting("/calendar?area=36.04"));
            assertThat(page.locator("#username")).isVisible();
        }
    }

    /** Such as one of before there was an issuer, or of keys that it no longer has. */
    @Test
    void aSessionThatIsNotBelievedAnyMoreLeadsToTheIssuer(Tumbuh.Running tumbuh) {
        try (BrowserContext context = browser.newContext()) {
            context.addCookies(List.of(new Cookie(SESSION, tumbuh.installation().token("tpps", "36.04"))
                    .setUrl(issuer.reporting().origin())));
            Page page = signedIn(context, TEAM);
            assertThat(page.url()).isEqualTo(reporting("/"));
            assertThat(page.locator("h1")).containsText("Kokpit stunting");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tanpa.wilayah, NO_AREA, Akun Anda belum punya wilayah, Your account has no area",
        "tanpa.peran, NO_ROLE, Akun Anda belum punya peran, Your account has no role"
    })
    void anAccountWithoutRoleOrAreaIsToldSo(String person, String note, String indonesian, String english) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.setViewportSize(360, 780);
            List<Integer> answers = new ArrayList<>();
            page.onResponse(response -> {
                if (response.url().contains("/session/note")) {
                    answers.add(response.status());
                }
            });
            page.navigate(reporting("/"));
            fillIn(page, person);

            assertThat(answers).containsExactly(403);
            assertThat(page.url()).contains("/session/note?of=" + note);
            assertThat(page.locator("h1")).hasText(indonesian);
            assertThat(cookie(context, SESSION)).isEmpty();
            Chromium.picture(page, "issuer-" + note.toLowerCase(Locale.ROOT));
            Chromium.fits(page);
            Chromium.accessible(page);
            assertThat(page.navigate(page.url() + "&lang=en").status()).isEqualTo(403);
            assertThat(page.locator("h1")).hasText(english);

            page.getByText("Sign out of this account").click();
            assertThat(page.locator("h1")).hasText("Anda sudah keluar");
        }
    }

    @Test
    void aRoleWithoutThesePagesIsToldSo() {
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, "kader.contoh");
            assertThat(page.locator("h1")).hasText("Halaman ini bukan untuk peran Anda");
            assertThat(page.navigate(reporting("/?lang=en")).status()).isEqualTo(403);
            assertThat(page.locator("h1")).hasText("This page is not for your role");
        }
    }

    @Test
    void nobodyIsLedElsewhere() {
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, TEAM);
            for (String to : List.of(
                    "https://jahat.example/",
                    "//jahat.example/",
                    "/\\jahat.example",
                    "/.//jahat.example",
                    "/session/issuer",
                    "javascript:alert(1)",
                    "")) {
                page.navigate(reporting("/session/issuer?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)));
                assertThat(page.url()).as(to).isEqualTo(reporting("/"));
            }
        }
    }

    @Test
    void aSignInWithAnotherNonceIsRefused() {
        assertThat(signingInBy(asked -> asked.replaceAll("nonce=[^&]+", "nonce=" + UUID.randomUUID())))
                .contains("Masuk tidak berhasil");
    }

    @Test
    void aCodeThatAnotherVerifierAskedForIsRefused() {
        assertThat(signingInBy(asked -> asked.replaceAll("code_challenge=[^&]+", "code_challenge=" + "A".repeat(43))))
                .contains("Masuk tidak berhasil");
    }

    @Test
    void aSignInWithAForgedStateIsRefused() {
        assertThat(signingInBy(asked -> asked.replaceAll("state=[^&]+", "state=" + UUID.randomUUID())))
                .contains("Masuk tidak berhasil");
    }

    /** The same parts, unchanged, do sign in: the three above are refused for what was changed. */
    @Test
    void aSignInAsItWasAskedForIsAccepted() {
        assertThat(signingInBy(asked -> asked)).contains("Kokpit stunting");
    }

    @Test
    void aCodeIsSpentOnce() {
        try (BrowserContext context = browser.newContext()) {
            List<String> back = new ArrayList<>();
            context.onRequest(request -> {
                if (request.url().startsWith(reporting("/session/issuer?"))
                        && request.url().contains("code=")) {
                    back.add(request.url());
                }
            });
            Page page = context.newPage();
            page.navigate(reporting("/"));
            List<Cookie> asked = context.cookies(reporting("/session/issuer"));
            assertThat(asked).isNotEmpty().allMatch(cookie -> cookie.httpOnly);
            fillIn(page, TEAM);
            assertThat(back).hasSize(1);

            context.clearCookies();
            context.addCookies(asked);
            page.navigate(back.getFirst());

            assertThat(page.locator("h1")).hasText("Masuk tidak berhasil");
            assertThat(cookie(context, SESSION)).isEmpty();
        }
    }

    /** A stranger's code and state do not sign a browser in that asked for nothing: it is led to sign in by itself. */
    @Test
    void aCodeOfSomebodyElseSignsNobodyIn() throws IOException {
        HttpResponse<String> answer =
                issuer.reporting().get("/session/issuer?state=" + UUID.randomUUID() + "&code=" + UUID.randomUUID());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(
                        where -> assertThat(where).startsWith(issuer.keycloak().realm()));
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith(SESSION));
    }

    @Test
    void theAccessTokenOfTheSameIssuerOpensTheApi() throws IOException {
        String token = "Bearer " + issuer.keycloak().systemToken();
        assertThat(glance("36.04", token)).isEqualTo(200);
        assertThat(glance("36.72", token)).isEqualTo(404);
        assertThat(glance("36.04", token.substring(0, token.length() - 6) + "AAAAAA"))
                .isEqualTo(401);
    }

    @Test
    void tokensAndLinksOfTheMachineOpenNothingWhereThereIsAnIssuer(Tumbuh.Running tumbuh) throws IOException {
        String local = tumbuh.installation().token("tpps", "36.04");
        assertThat(glance("36.04", "Bearer " + local)).isEqualTo(401);
        String link = tumbuh.installation().signInLink().toString();
        HttpResponse<String> answer =
                issuer.reporting().get("/sign-in?" + URI.create(link).getRawQuery());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/session/issuer?to=");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        try (BrowserContext context = browser.newContext()) {
            assertThat(context.newPage().navigate(link).status())
                    .as("the link is not spent")
                    .isEqualTo(200);
        }
    }

    @Test
    void formsAreSentFromTheirOwnPageOnly() throws IOException {
        try (BrowserContext context = browser.newContext()) {
            Page page = signedIn(context, TEAM);
            String token =
                    page.locator("form[action='/session/end'] [name=token]").getAttribute("value");
            String cookie = SESSION + "=" + cookie(context, SESSION).orElseThrow().value;

            // The form lacks its version, so nothing is written: what matters is how far it comes.
            assertThat(write(cookie, issuer.reporting().origin(), token)).isEqualTo(400);
            assertThat(write(cookie, issuer.reporting().origin(), "guessed")).isEqualTo(403);
            assertThat(write(cookie, "http://jahat.example", token)).isEqualTo(401);
            assertThat(leave(cookie, issuer.reporting().origin(), "guessed")).isEqualTo(403);
            assertThat(leave(cookie, "http://jahat.example", token)).isEqualTo(403);
        }
    }

    @Test
    void behindAProxyThatEndsTlsEverythingIsHttps() throws IOException {
        HttpResponse<String> answer = issuer.reporting()
                .get("/session/issuer?to=/", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "dasbor.contoh.example");
        assertThat(query(answer.headers().firstValue("Location").orElseThrow()))
                .containsEntry("redirect_uri", "https://dasbor.contoh.example/session/issuer");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie.toLowerCase(Locale.ROOT))
                        .contains("; secure", "; httponly", "; samesite=lax", "; path=/session/issuer"));
    }

    @Test
    void anIssuerThatIsAwayIsToldInWords() {
        for (String page : List.of("/", "/kader/sign-in", "/partner")) {
            HttpResponse<String> answer = Objects.requireNonNull(issuer.whileAway.get(page));
            assertThat(answer.statusCode()).as(page).isEqualTo(503);
            assertThat(answer.body())
                    .contains("Layanan masuk sedang tidak tersedia")
                    .doesNotContain("Exception");
        }
        for (String led : List.of("way in", "page")) {
            HttpResponse<String> answer = Objects.requireNonNull(issuer.whileAway.get(led));
            assertThat(answer.statusCode()).as(led).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/session/note?of=AWAY");
        }
        HttpResponse<String> api = Objects.requireNonNull(issuer.whileAway.get("api"));
        assertThat(api.statusCode()).isEqualTo(503);
        assertThat(api.body()).contains("UNAVAILABLE");
        assertThat(api.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    void aKaderSignsInToTheFormOfThePosyandu() {
        Replica measurement = issuer.of(Component.MEASUREMENT);
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.setViewportSize(360, 780);
            page.navigate(measurement.at("/kader"));
            page.locator("#to-issuer").click();
            fillIn(page, "kader.contoh");
            assertThat(page.locator("h1")).hasText("Pilih posyandu");

            page.navigate(measurement.at("/kader#kirim"));
            page.locator("#sign-out").click();
            assertThat(page.locator("h1")).hasText("Anda sudah keluar");
            Chromium.picture(page, "issuer-kader-out");
            Chromium.accessible(page);
        }
    }

    @Test
    void aPersonOfAPartnerIsKnownByTheClaimOfItsToken(Tumbuh.Running tumbuh) {
        tumbuh.as("tpps", "36.04").put(Component.INTERVENTION, "/v1/partners/" + Issuer.PARTNER, """
                        {"institution": "PT Contoh Peduli", "area": "36.04", "contact": "Manajer CSR"}""");
        Replica intervention = issuer.of(Component.INTERVENTION);
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(intervention.at("/partner/needs"));
            fillIn(page, "mitra.contoh");
            assertThat(page.url()).isEqualTo(intervention.at("/partner/needs"));
            assertThat(page.locator("nav.menu")).isVisible();

            page.locator("header form button").click();
            assertThat(page.locator("h1")).hasText("Anda sudah keluar");
        }
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(intervention.at("/partner"));
            fillIn(page, TEAM);
            assertThat(page.locator("main")).containsText("Halaman ini hanya untuk mitra");
        }
    }

    /** Signs in by a request that was changed on its way to the issuer; what the page then says. */
    private static String signingInBy(UnaryOperator<String> change) {
        try (BrowserContext context = browser.newContext()) {
            APIResponse asked = context.request()
                    .get(
                            reporting("/session/issuer?to=/"),
                            RequestOptions.create().setMaxRedirects(0));
            Page page = context.newPage();
            page.navigate(change.apply(Objects.requireNonNull(asked.headers().get("location"))));
            fillIn(page, TEAM);
            boolean in = cookie(context, SESSION).isPresent();
            String said = page.locator("h1").textContent();
            assertThat(in).as(said).isEqualTo(said.startsWith("Kokpit"));
            return said;
        }
    }

    private static Page signedIn(BrowserContext context, String person) {
        Page page = context.newPage();
        page.navigate(reporting("/"));
        fillIn(page, person);
        return page;
    }

    private static void fillIn(Page page, String person) {
        page.locator("#username").fill(person);
        page.locator("#password").fill(issuer.keycloak().password());
        page.locator("#kc-login").click();
        page.waitForURL(url -> !url.contains("/realms/"));
    }

    private static Optional<Cookie> cookie(BrowserContext context, String name) {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .findFirst();
    }

    private static int glance(String area, String token) throws IOException {
        return issuer.reporting()
                .get("/v1/glance?area=" + area, "Authorization", token)
                .statusCode();
    }

    private static int write(String cookie, String origin, String token) throws IOException {
        return issuer.reporting()
                .post(
                        "/evaluations/write",
                        "area=36.04&period=2026-S1&token=" + token,
                        "Cookie",
                        cookie,
                        "Origin",
                        origin)
                .statusCode();
    }

    private static int leave(String cookie, String origin, String token) throws IOException {
        return issuer.reporting()
                .post("/session/end", "token=" + token, "Cookie", cookie, "Origin", origin)
                .statusCode();
    }

    private static Map<String, String> query(String url) {
        return Arrays.stream(URI.create(url).getRawQuery().split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }

    private static String reporting(String path) {
        return issuer.reporting().at(path);
    }
}
