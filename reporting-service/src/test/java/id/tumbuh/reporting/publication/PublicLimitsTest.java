package id.tumbuh.reporting.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often somebody without a sign-in may ask; every test has addresses of its own. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PublicLimitsTest {
    private static final int READS = 300;

    @Test
    void whoAsksTooOftenIsToldWhenToComeAgainAndNobodyElseIs() {
        Response refused = exhaust("203.0.113.10", "/public/dictionary.csv");

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .body("code", equalTo("TOO_MANY_REQUESTS"))
                .body(not(containsString("203.0.113")));
        ask("203.0.113.11", "/public/dictionary.csv").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .body(
                        containsString("tumbuh_requests_limited_total{group=\"public-reads\"}"),
                        not(containsString("203.0.113")));
    }

    @ParameterizedTest
    @CsvSource({
        "/public, 203.0.113.20",
        "/public/figures.csv?area=53.99, 203.0.113.21",
        "/public/figures.dictionary.csv, 203.0.113.22"
    })
    void allThatIsPublicIsCountedTogether(String path, String address) {
        exhaust(address, "/public/dictionary.csv");

        ask(address, path).then().statusCode(429);
    }

    @Test
    void whoSignedInIsNotTheirAddress() {
        exhaust("203.0.113.12", "/public/dictionary.csv");

        given().header("X-Forwarded-For", "203.0.113.12")
                .auth()
                .oauth2(TestTokens.token("tpps", "53.99"))
                .get("/public/dictionary.csv")
                .then()
                .statusCode(200);
        ask("203.0.113.12", "/q/health/live").then().statusCode(200);
    }

    /** Asks until it is refused, which is after as many as the rule says and those that are refilled meanwhile. */
    private static Response exhaust(String address, String path) {
        Instant began = Instant.now();
        int passed = 0;
        Response answer = ask(address, path);
        while (answer.statusCode() != 429) {
            passed++;
            double refilled = (Duration.between(began, Instant.now()).toMillis() + 1_000) * READS / 60_000.0;
            assertThat(passed).isLessThanOrEqualTo(READS + (int) refilled);
            answer = ask(address, path);
        }
        assertThat(passed).isGreaterThanOrEqualTo(READS);
        return answer;
    }

    private static Response ask(String address, String path) {
        return given().header("X-Forwarded-For", address).get(path);
    }
}
