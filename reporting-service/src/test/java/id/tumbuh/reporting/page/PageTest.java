package id.tumbuh.reporting.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import io.quarkus.qute.i18n.Message;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pages answer without a browser; the registry is not there in this test. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PageTest {
    @Inject
    Given given;

    @Inject
    Database database;

    @BeforeEach
    void aKabupatenWithACase() {
        given.announced(Given.areas("76.01", "Contoh"), Given.status(new UUID(76, 1), 1, "76.01.01.2001", "STUNTED"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> page("/?area=76.01", "76.01").statusCode(200).body(containsString("id=\"cases\">1<")));
    }

    @Test
    void withoutASignInThereIsAPageAndNoFigure() {
        given().get("/?area=76.01")
                .then()
                .statusCode(401)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .body(containsString("Masuk"), not(containsString("Contoh")));
    }

    @Test
    void anotherKabupatenIsNotThere() {
        page("/?area=76.01", "76.02").statusCode(404).body(not(containsString("Contoh")));
        page("/cases?area=76.01", "76.02").statusCode(404).body(not(containsString("Contoh")));
        page("/?area=<script>", "76.02").statusCode(404).body(not(containsString("<script>")));
    }

    @Test
    void theCaseListStandsWhenTheRegistryIsAway() {
        page("/cases?area=76.01.01&reason=HOME_VISIT", "76.01")
                .statusCode(200)
                .body(containsString("Nama sedang tidak dapat dibaca dari registry"), containsString("Pendek"));
    }

    /** Nobody is asked for a name, and nothing noted, before the reader says for what. */
    @Test
    void namesStayMaskedUntilAReasonIsGivenWhichIsNoted() {
        for (String path : List.of("/cases?area=76.01.01", "/cases?area=76.01.01&reason=CURIOSITY")) {
            page(path, "76.01")
                    .statusCode(200)
                    .body(
                            containsString("Nama tersamar sampai Anda menyebut"),
                            containsString("Kunjungan rumah"),
                            not(containsString("dari registry")));
        }
        long before = openings();
        page("/cases?area=76.01.01&reason=CASE_AUDIT", "76.01")
                .body(not(containsString("Nama tersamar")), not(containsString("<form")));
        assertThat(openings()).isEqualTo(before + 1);
        page("/cases?area=76.01.01&reason=CASE_AUDIT", "76.02").statusCode(404);
        assertThat(openings()).isEqualTo(before + 1);
    }

    private long openings() {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("""
                        select count(*) from audit_entry where action = 'READ_NAMES' and object_type = 'case-list'
                            and object_id = 'CASE_AUDIT' and area_code = '76.01.01' and subject = 'tpps-tester'""").mapTo(Long.class).one());
    }

    @Test
    void englishStandsBesideIndonesian() {
        page("/?area=76.01&lang=en", "76.01").body(containsString("lang=\"en\""), containsString("Areas ranked"));
        page("/?area=76.01", "76.01").body(containsString("lang=\"id\""), containsString("Peringkat wilayah"));
    }

    @Test
    void theFirstNumbersAreAnsweredAsTextsToWhoMayReadThem() {
        glance("76.01", "tpps", "76.01")
                .statusCode(200)
                .body(
                        "numbers.code",
                        contains("survey", "cases", "found", "weighed", "krs", "unaccompanied", "unsponsored"))
                .body("numbers.find { it.code == 'cases' }.value", equalTo("1"))
                .body("numbers.find { it.code == 'survey' }.value", equalTo("–"));
        glance("76.01", "tpps", "76.02").statusCode(404);
        glance("76.01", "partner", "76.01").statusCode(403);
    }

    @Test
    void aWallIsOfAKabupatenOrAboveAndHasNoDesa() {
        page("/wall?area=76.01", "76.01")
                .statusCode(200)
                .body(not(containsString("Sukamaju")), not(containsString("<a ")));
        page("/wall?area=76.01.01", "76.01").statusCode(404);
        given().get("/wall?area=76.01").then().statusCode(401);
    }

    private static ValidatableResponse glance(String area, String role, String wilayah) {
        return given().auth()
                .oauth2(TestTokens.token(role, wilayah))
                .queryParam("area", area)
                .get("/v1/glance")
                .then();
    }

    /** One link each: the second browser with it finds it spent. */
    @Test
    void aLinkSignsInByACookieThatTlsKeeps() throws Exception {
        for (String scheme : List.of("http", "https")) {
            String code = "code-" + scheme;
            Path link = Files.createDirectories(Path.of("target", "sign-in"))
                    .resolve(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256")
                                    .digest(code.getBytes(StandardCharsets.UTF_8))));
            Files.writeString(link, TestTokens.token("tpps", "76.01"));
            String cookie = signingIn(code, scheme).statusCode(303).extract().header("Set-Cookie");
            assertThat(cookie).startsWith("tumbuh_session=").contains("HttpOnly", "SameSite=Strict");
            assertThat(cookie.contains("Secure")).isEqualTo(scheme.equals("https"));
            signingIn(code, scheme).statusCode(401).body(containsString("hanya berlaku satu kali"));
        }
    }

    private static ValidatableResponse signingIn(String code, String scheme) {
        return given().redirects()
                .follow(false)
                .header("X-Forwarded-Proto", scheme)
                .get("/sign-in?code=" + code)
                .then();
    }

    /** Without an issuer nothing of it is there, and no page offers to sign out of it. */
    @Test
    void withoutAnIssuerThereIsNoWayToIt() {
        given().get("/session/issuer?to=/").then().statusCode(404);
        given().get("/session/issuer/end").then().statusCode(404);
        page("/?area=76.01", "76.01").body(not(containsString("/session/end")));
    }

    @Test
    void aFormOnAnotherSiteCanNotUseTheCookie() {
        given().cookie("tumbuh_session", TestTokens.token("admin", "*"))
                .post("/v1/figures:verify")
                .then()
                .statusCode(401);
    }

    /** Qute falls back to Indonesian silently. */
    @Test
    void everyWordIsThereInEnglish() throws NoSuchMethodException {
        for (Method word : Messages.class.getDeclaredMethods()) {
            assertThat(EnglishMessages.class.getDeclaredMethod(word.getName()).isAnnotationPresent(Message.class))
                    .as(word.getName())
                    .isTrue();
        }
        for (Method word : GlanceMessages.class.getDeclaredMethods()) {
            assertThat(EnglishGlanceMessages.class
                            .getDeclaredMethod(word.getName(), word.getParameterTypes())
                            .isAnnotationPresent(Message.class))
                    .as(word.getName())
                    .isTrue();
        }
    }

    private static ValidatableResponse page(String path, String wilayah) {
        return given().auth()
                .oauth2(TestTokens.token("tpps", wilayah))
                .get(path)
                .then();
    }
}
