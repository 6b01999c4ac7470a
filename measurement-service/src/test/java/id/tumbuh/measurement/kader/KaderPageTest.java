package id.tumbuh.measurement.kader;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** How the page is sent, and what its cookie may do and may not. */
@QuarkusTest
@WithTestResource(RealServers.class)
class KaderPageTest {

    private static final String COOKIE = "tumbuh_kader";
    private static final String TOKEN = TestTokens.token(Roles.KADER, "36.04.20");
    private static final String EXPIRED =
            TestTokens.signed(TestTokens.claims(Roles.KADER, "36.04.20").expiredSince(Duration.ofMinutes(1)));

    @Inject
    KaderFiles files;

    @Inject
    @ConfigProperty(name = "tumbuh.sign-in.directory")
    Path links;

    @Test
    void pageOpensForEverybodyAndLoadsNothingFromElsewhere() {
        String page = given().get("/kader")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("Cache-Control", "no-cache")
                .extract()
                .body()
                .asString();
        assertThat(page)
                .contains("/kader/" + files.version() + "/app.js")
                .doesNotContain("{version}", "<style", "style=", "onclick", "https://");
    }

    @Test
    void everyPartIsKeptForEverUnderItsVersionAndUnknownUnderAnother() {
        for (String part : KaderFiles.PARTS) {
            given().get("/kader/" + files.version() + "/" + part)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("immutable"));
            given().get("/kader/000000000000/" + part).then().statusCode(404);
        }
        given().get("/kader/" + files.version() + "/KaderFiles.class").then().statusCode(404);
        given().get("/kader/sw.js")
                .then()
                .header("Service-Worker-Allowed", "/kader")
                .body(
                        containsString("const VERSION = '" + files.version() + "'"),
                        containsString("'who-2006.lms'"),
                        not(containsString("{parts}")));
    }

    @Test
    void unchangedPageIsNotSentAgain() {
        String tag = given().get("/kader").then().extract().header("ETag");
        given().header("If-None-Match", tag).get("/kader").then().statusCode(304);
        given().header("If-None-Match", "\"other\"").get("/kader").then().statusCode(200);
    }

    @Test
    void scriptsWriteNoMarkup() {
        for (String part : KaderFiles.PARTS) {
            if (part.endsWith(".js")) {
                String script = new String(
                        files.part(files.version(), part).orElseThrow().content(), StandardCharsets.UTF_8);
                assertThat(script).as(part).doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(");
            }
        }
    }

    @Test
    void commentsStayInTheSource() {
        assertThat(KaderFiles.withoutComments("""
                // Says why.
                /** One line. */
                const a = 'https://x'; // stays: cutting it would need a parser
                /**
                 * Several.
                 */
                  // indented
                const b = 1;
                """)).isEqualTo("""
                const a = 'https://x'; // stays: cutting it would need a parser
                const b = 1;
                """);
    }

    @Test
    void linkSignsInOnceForThisServiceAlone() throws IOException {
        String code = "code-" + UUID.randomUUID();
        Files.createDirectories(links);
        Files.writeString(links.resolve(sha256(code)), TOKEN);

        given().redirects()
                .follow(false)
                .get("/kader/sign-in?code=" + code)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/kader"))
                .header(
                        "Set-Cookie",
                        allOf(
                                containsString(COOKIE + "="),
                                containsString("HttpOnly"),
                                containsString("SameSite=Strict"),
                                containsString("Max-Age=")));
        given().redirects()
                .follow(false)
                .get("/kader/sign-in?code=" + code)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/kader#masuk/lama"))
                .header("Set-Cookie", nullValue());
    }

    @Test
    void cookieReadsAndAnotherServicesCookieDoesNot() {
        given().cookie(COOKIE, TOKEN).get("/v1/roster/posyandu").then().statusCode(200);
        given().cookie("tumbuh_session", TOKEN)
                .get("/v1/roster/posyandu")
                .then()
                .statusCode(401);
    }

    @Test
    void endedSessionLeavesThePageAndTheWayInOpen() {
        given().cookie(COOKIE, EXPIRED).get("/kader").then().statusCode(200);
        given().cookie(COOKIE, "nonsense").get("/kader").then().statusCode(200);
        given().redirects()
                .follow(false)
                .cookie(COOKIE, EXPIRED)
                .get("/kader/sign-in?code=x")
                .then()
                .statusCode(303);
        given().cookie(COOKIE, EXPIRED).get("/v1/roster/posyandu").then().statusCode(401);
        send(ownPage().cookie(COOKIE, EXPIRED)).statusCode(401);
    }

    @Test
    void pageOfThisOriginMaySendWithItsCookie() {
        send(ownPage().cookie(COOKIE, TOKEN)).statusCode(200);
    }

    @Test
    void nobodyElseMaySendWithTheCookie() {
        String own = "http://localhost:" + RestAssured.port;
        send(given().cookie(COOKIE, TOKEN)).statusCode(401);
        send(given().cookie(COOKIE, TOKEN).header("Origin", own)).statusCode(401);
        send(given().cookie(COOKIE, TOKEN).header("X-Tumbuh-Page", "kader")).statusCode(401);
        for (String origin :
                new String[] {"http://localhost:1", "https://localhost:" + RestAssured.port, "null", own + ".evil"}) {
            send(given().cookie(COOKIE, TOKEN).header("X-Tumbuh-Page", "kader").header("Origin", origin))
                    .statusCode(401);
        }
    }

    @Test
    void cookieSendsMeasurementsAndNothingElse() {
        ownPage()
                .cookie(COOKIE, TOKEN)
                .contentType(ContentType.JSON)
                .body("[]")
                .post("/v1/assessments")
                .then()
                .statusCode(401);
    }

    @Test
    void signOutIsOnlyForTheOwnPage() {
        given().post("/kader/sign-out").then().statusCode(403);
        ownPage().post("/kader/sign-out").then().statusCode(204).header("Set-Cookie", containsString("Max-Age=0"));
    }

    private static RequestSpecification ownPage() {
        return given().header("X-Tumbuh-Page", "kader").header("Origin", "http://localhost:" + RestAssured.port);
    }

    private static ValidatableResponse send(RequestSpecification from) {
        return from.contentType(ContentType.JSON)
                .body("[]")
                .post("/v1/measurements:batch")
                .then();
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
