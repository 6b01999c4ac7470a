package id.tumbuh.reporting.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seven stunted children in one kabupaten, two of them severely, one that ceased to be, and one next door. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CasesResourceTest {
    private static boolean announced;

    @Inject
    Given given;

    @BeforeEach
    void cases() {
        if (!announced) {
            announced = true;
            List<Announcement> events = new ArrayList<>(List.of(Given.areas("75.01", "Contoh")));
            for (int i = 0; i < 7; i++) {
                events.add(Given.status(
                        new UUID(75, i), 1, "75.01.0" + (1 + i % 2) + ".2001", i < 2 ? "SEVERELY_STUNTED" : "STUNTED"));
            }
            events.add(Given.status(new UUID(75, 8), 1, "75.01.01.2001", "STUNTED"));
            events.add(Given.status(new UUID(75, 8), 2, "75.01.01.2001", "NORMAL"));
            events.add(Given.status(new UUID(75, 9), 1, "75.02.01.2001", "STUNTED"));
            given.announced(events);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> get("/v1/cases?area=75.01", "75.01").body("cases", hasSize(7)));
    }

    @Test
    void pagesFollowEachOtherWithoutAGapOrARepeat() {
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            var page = get("/v1/cases?area=75.01&limit=3" + after, "75.01")
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList("cases.childId"));
            String next = page.jsonPath().getString("next");
            assertThat(page.header("Link") == null).isEqualTo(next == null);
            after = next == null ? "" : "&after=" + next;
        } while (!after.isEmpty());

        assertThat(seen).hasSize(7);
        assertThat(new HashSet<>(seen)).hasSize(7);
    }

    @Test
    void countsStandByArea() {
        get("/v1/cases/summary?area=75.01", "75.01")
                .body("stunted", equalTo(7))
                .body("severelyStunted", equalTo(2))
                .body("areas.stunted", equalTo(List.of(4, 3)))
                .body("areas.name", equalTo(List.of("Contoh Utara", "Contoh Selatan")));
    }

    @Test
    void anotherKabupatenSeesNothing() {
        get("/v1/cases?area=75.01", "75.02").statusCode(200).body("cases", empty());
        get("/v1/cases/summary?area=75.01", "75.02").body("stunted", equalTo(0));
        get("/v1/cases?area=75.02", "75.02").body("cases", hasSize(1));
    }

    @Test
    void aWrongQuestionIsAProblem() {
        get("/v1/cases?area=Contoh", "75.01").statusCode(400).body("errors[0].pointer", equalTo("/area"));
        get("/v1/cases", "75.01").statusCode(400);
        get("/v1/cases?area=75.01&after=nonsense", "75.01").statusCode(400).body("code", equalTo("INVALID_CURSOR"));
        given().auth()
                .oauth2(TestTokens.token("partner", "75.01"))
                .get("/v1/cases?area=75.01")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse get(String path, String wilayah) {
        return given().auth()
                .oauth2(TestTokens.token("tpps", wilayah))
                .get(path)
                .then();
    }
}
