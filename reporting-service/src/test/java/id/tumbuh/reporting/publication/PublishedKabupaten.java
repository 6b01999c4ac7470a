package id.tumbuh.reporting.publication;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A kabupaten of province 85 whose northern kecamatan has 11 stunted of 40 children and whose southern one 1 of 30, in July 2024. */
public record PublishedKabupaten(String code, String name) {
    public static final String MONTH = "2024-07";
    private static final LocalDate BORN = LocalDate.of(2023, 5, 20);
    private static final LocalDate WEIGHED = LocalDate.of(2024, 7, 10);

    public void measured(Given given) {
        List<Announcement> events = new ArrayList<>(List.of(Given.areas(code, name)));
        measure(events, code + ".01.2001", 40, 11);
        measure(events, code + ".02.2001", 30, 1);
        given.announced(events);
        counted("12", 70);
    }

    private static void measure(List<Announcement> events, String desa, int children, int stunted) {
        for (int one = 0; one < children; one++) {
            UUID child = UUID.randomUUID();
            events.add(Given.child(child, 1, desa, "L", BORN, true));
            events.add(Measured.of(child, WEIGHED, desa)
                    .height(one < stunted ? "STUNTED" : "NORMAL")
                    .event());
        }
    }

    /** One more is found in the north. */
    public void oneMore(Given given) {
        List<Announcement> events = new ArrayList<>();
        measure(events, code + ".01.2001", 1, 1);
        given.announced(events);
        counted("13", 71);
    }

    private void counted(String stunted, int children) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            figure("tpps", "")
                    .body("numerator", equalTo(Integer.parseInt(stunted)))
                    .body("denominator", equalTo(children));
            given().auth()
                    .oauth2(TestTokens.token("tpps", code))
                    .get("/v1/indicators/weighing-coverage?month=" + MONTH + "&area=" + code)
                    .then()
                    .body("denominator", equalTo(children))
                    .body("rows.size()", equalTo(2));
        });
    }

    public ValidatableResponse figure(String role, String more) {
        return given().auth()
                .oauth2(TestTokens.token(role, code))
                .get("/v1/indicators/stunting-prevalence?month=" + MONTH + "&area=" + code + more)
                .then();
    }

    public ValidatableResponse published(UUID id, @Nullable String reason) {
        return ordered("""
                {"id":"%s","area":"%s","month":"%s","note":"Penimbangan Juli","forEverybody":true%s}""".formatted(id, code, MONTH, reason == null ? "" : ",\"reason\":\"" + reason + '"'));
    }

    public ValidatableResponse ordered(String body) {
        return given().auth()
                .oauth2(TestTokens.token("tpps", code))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/publications")
                .then();
    }

    public ValidatableResponse read(String role, UUID id) {
        return given().auth()
                .oauth2(TestTokens.token(role, code))
                .get("/v1/publications/" + id)
                .then();
    }
}
