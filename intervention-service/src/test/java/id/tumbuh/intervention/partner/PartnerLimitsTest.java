package id.tumbuh.intervention.partner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each with applications of its own, which nobody registered: they are counted before anything is looked up. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PartnerLimitsTest {
    private static final int READS = 600;
    private static final int CLAIMS = 300;

    private final String client = "limits-" + UUID.randomUUID();

    @Test
    void whoReadsTooOftenIsToldWhenToComeAgain() {
        Response refused = exhaust(READS, () -> read(client));

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .body("code", equalTo("TOO_MANY_REQUESTS"));
        given().get("/q/metrics").then().body(containsString("tumbuh_requests_limited_total{group=\"partner-reads\"}"));
    }

    @Test
    void whoReadsTooOftenKeepsNobodyElseAndMayStillSend() {
        exhaust(READS, () -> read(client)).then().statusCode(429);

        read("another-" + client).then().statusCode(403).body("code", equalTo("PARTNER_NOT_REGISTERED"));
        claim(client).then().statusCode(403);
        given().auth()
                .oauth2(TestTokens.tokenOf(client, Roles.TPPS, "88.07"))
                .get("/v1/needs")
                .then()
                .statusCode(200);
    }

    @Test
    void claimsAreFewerThanReads() {
        exhaust(CLAIMS, () -> claim(client)).then().statusCode(429);
    }

    /** Asks until it is refused, which is after as many as the rule says and those that are refilled meanwhile. */
    private static Response exhaust(int limit, Supplier<Response> ask) {
        Instant began = Instant.now();
        int passed = 0;
        Response answer = ask.get();
        while (answer.statusCode() != 429) {
            passed++;
            double refilled = (Duration.between(began, Instant.now()).toMillis() + 1_000) * limit / 60_000.0;
            assertThat(passed).isLessThanOrEqualTo(limit + (int) refilled);
            answer = ask.get();
        }
        assertThat(passed).isGreaterThanOrEqualTo(limit);
        return answer;
    }

    private static Response read(String client) {
        return given().auth()
                .oauth2(TestTokens.tokenOf(client, Roles.PARTNER, "88.07"))
                .get("/v1/partner/needs");
    }

    private static Response claim(String client) {
        return given().auth()
                .oauth2(TestTokens.tokenOf(client, Roles.PARTNER, "88.07"))
                .contentType(ContentType.JSON)
                .body("{\"id\":\"%s\",\"child\":\"SRG-7Q4K9D\",\"sponsorId\":\"%s\"}"
                        .formatted(UUID.randomUUID(), UUID.randomUUID()))
                .post("/v1/partner/placements");
    }
}
