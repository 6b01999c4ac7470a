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
import io.quarkus.qute.i18n.Message;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The board of a kecamatan in Debian's chromium, on paper and without a script. Registry is another service: its list is told here. */
@QuarkusTest
@WithTestResource(RealServers.class)
class DistrictBoardTest {
    private static final String PATH = "/district-board?area=" + SampleKabupaten.DISTRICT;
    private static final Pattern PRINTED_PAGE = Pattern.compile("/Type\\s*/Page\\b");
    private static boolean announced;
    private static Playwright playwright;
    private static Browser browser;

    @Inject
    Given given;

    @Inject
    @RestClient
    RegistryPosyandu registry;

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
    void aDistrictWhereSomeReported() {
        registryTells((_, area, _) -> SampleKabupaten.posyandu(area));
        if (!announced) {
            announced = true;
            given.announced(SampleKabupaten.areas());
            given.announced(SampleKabupaten.happenings());
            given.announced(SampleKabupaten.assessed());
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> page(PATH, "64.04")
                        .statusCode(200)
                        .body(containsString("7 dari 45 posyandu belum lapor; 5 anak tercatat, 3 baru bulan ini")));
    }

    private void registryTells(RegistryPosyandu answer) {
        QuarkusMock.installMockForInstance(answer, registry);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 1366})
    void thePageFitsAndIsAccessible(int width) {
        for (String language : List.of("id", "en")) {
            try (BrowserContext context = reader(width, true)) {
                Page page = opened(context, PATH + "&lang=" + language);
                Chromium.picture(page, "district-board-" + width + "-" + language);

                Chromium.fits(page);
                Chromium.accessible(page);
            }
        }
    }

    @Test
    void everythingIsReadWithoutAScript() {
        try (BrowserContext context = reader(1366, false)) {
            Page page = opened(context, PATH);

            assertThat(page.locator("table.desa tbody tr").count()).isEqualTo(9);
            assertThat(page.locator("table.desa tfoot tr").textContent().replaceAll("\\s+", " "))
                    .as(
                            "S 90, D 38 of them, N 28 of 38, three stunted and two severely, four families, 7 of 45 posyandu")
                    .contains("90", "42,2%", "73,7%", "3", "2", "4", "7/45");
            assertThat(page.locator("#list").textContent())
                    .startsWith("Posyandu belum lapor, Kec. Tunjung Teja, ")
                    .contains("(7 dari 45):\nDesa Contoh 1: Melati Contoh 1\n", "Desa Contoh 7: Melati Contoh 7");
            assertThat(page.locator("ol.checks li").allTextContents())
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("Melati Contoh", "75% tinggi badan dibulatkan", "tidak ada yang pendek dari 40 anak");
            assertThat(page.locator(".names a").getAttribute("href")).startsWith("/cases?area=64.04.20");
            assertThat(page.locator("button:visible").count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1366})
    void namesStayMaskedUntilTheReaderSaysForWhat(int width) {
        try (BrowserContext context = reader(width, true)) {
            Page page = opened(context, PATH);
            page.locator(".names a").click();
            Chromium.picture(page, "cases-masked-" + width);
            Chromium.fits(page);
            Chromium.accessible(page);
            assertThat(page.locator("tbody tr").count()).isEqualTo(5);
            assertThat(page.locator("tbody th").allTextContents()).containsOnly("–");

            page.locator("#reason").selectOption("CASE_AUDIT");
            page.locator("form.choose button").click();
            assertThat(page.url()).contains("reason=CASE_AUDIT");
            assertThat(page.locator(".warning").textContent()).contains("registry");
            assertThat(page.locator("form.choose").count()).isZero();
        }
    }

    @Test
    void theListIsCopiedAsItStands() {
        try (BrowserContext context = reader(1366, true)) {
            context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = opened(context, PATH);
            page.locator("#copy").click();
            page.locator("#copied:has-text('Tersalin')").waitFor();

            assertThat(page.evaluate("navigator.clipboard.readText()"))
                    .isEqualTo(page.locator("#list").textContent());
        }
    }

    /** Also the largest kecamatan, when nobody reported and many have to be checked. */
    @ParameterizedTest
    @ValueSource(strings = {SampleKabupaten.DISTRICT, SampleKabupaten.LARGEST})
    void printedItIsOnePageOfA4(String kecamatan) {
        try (BrowserContext context = reader(1366, true)) {
            Page page = opened(context, "/district-board?area=" + kecamatan);
            assertThat(page.locator("ol.checks li").count())
                    .isEqualTo(kecamatan.equals(SampleKabupaten.LARGEST) ? 10 : 2);
            byte[] paper = page.pdf(new Page.PdfOptions()
                    .setPreferCSSPageSize(true)
                    .setPrintBackground(true)
                    .setPath(Path.of("target", "pictures", "district-board-" + kecamatan + ".pdf")));
            String text = new String(paper, StandardCharsets.ISO_8859_1);

            assertThat(PRINTED_PAGE.matcher(text).results().count()).isEqualTo(1);
            assertThat(text).as("A4 in points").containsPattern("/MediaBox\\s*\\[0 0 59[45]\\.[0-9]+ 84[12]");
        }
    }

    @Test
    void withoutRegistryNobodyIsSaidToBeLate() {
        registryTells((_, _, _) -> {
            throw new ProcessingException("away");
        });

        page(PATH, "64.04")
                .statusCode(200)
                .body(
                        containsString("5 anak tercatat, 3 baru bulan ini"),
                        containsString("jadi yang belum lapor tidak diketahui"),
                        not(containsString("dari 45 posyandu")),
                        not(containsString("id=\"list\"")));
    }

    /** A list that may go on after its first page is no list of all. */
    @Test
    void aListThatIsNotWholeIsNoList() {
        registryTells((_, area, most) -> SampleKabupaten.posyandu(area).stream()
                .flatMap(one -> java.util.stream.Stream.generate(() -> one).limit(most))
                .limit(most)
                .toList());

        page(PATH, "64.04").body(containsString("jadi yang belum lapor tidak diketahui"));
    }

    @Test
    void aMonthWithoutWeighingsHasEverybodyLateAndNoPercentages() {
        page(PATH + "&month=2020-02", "64.04")
                .statusCode(200)
                .body(
                        containsString("45 dari 45 posyandu belum lapor; 5 anak tercatat, 0 baru pada Februari 2020"),
                        containsString("Februari 2020"));
    }

    @Test
    void itIsOfAKecamatanOfTheReader() {
        given().get(PATH).then().statusCode(401).body(not(containsString("Tunjung Teja")));
        page(PATH, "64.05").statusCode(404).body(not(containsString("Tunjung Teja")));
        page(PATH, "64.04.20").statusCode(200);
        page("/district-board?area=64.04", "64.04").statusCode(404).body(containsString("untuk satu kecamatan"));
        page("/district-board?area=<script>", "64.04").statusCode(404).body(not(containsString("<script>")));
    }

    /** Qute falls back to Indonesian silently. */
    @Test
    void everyWordIsThereInEnglish() throws NoSuchMethodException {
        for (Method word : BoardMessages.class.getDeclaredMethods()) {
            assertThat(EnglishBoardMessages.class
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
                .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + TestTokens.token("tpps", "64.04"))));
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
