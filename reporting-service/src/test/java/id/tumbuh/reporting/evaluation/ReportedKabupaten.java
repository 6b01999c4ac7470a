package id.tumbuh.reporting.evaluation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A kabupaten of province 62. In December 2025 4 of 10 children in the north and none of 5 in the south were stunted; in June 2026 3 of 8 and
 * 1 of 5. Two became stunted in between, one recovered, and one turned five.
 */
public record ReportedKabupaten(String code, String name) {
    public static final String SEMESTER = "2026-S1";
    private static final LocalDate BORN = LocalDate.of(2025, 1, 15);
    private static final LocalDate DECEMBER = LocalDate.of(2025, 12, 9);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 9);

    public void measured(Given given) {
        List<Announcement> events = new ArrayList<>(List.of(Given.areas(code, name)));
        String north = code + ".01.2001";
        String south = code + ".02.2001";
        weigh(events, north, 10, 4, 8, 3);
        weigh(events, south, 5, 0, 5, 1);
        events.add(status(north, "STUNTED", "2026-03-10"));
        events.add(status(south, "STUNTED", "2026-06-09"));
        events.add(status(north, "SEVERELY_STUNTED", "2025-08-12"));
        events.add(status(north, "NORMAL", "2026-05-02"));
        UUID five = UUID.randomUUID();
        events.add(Given.child(five, 1, north, "P", LocalDate.of(2021, 3, 15), true));
        events.add(status(five, north, "STUNTED", "2024-01-10"));
        given.announced(events);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("counts", code)
                        .get(path("?as=now"))
                        .then()
                        .body(figure("stunting-prevalence", "now.denominator"), equalTo(13))
                        .body(figure("stunting-prevalence", "before.denominator"), equalTo(15))
                        .body(figure("weighing-coverage", "now.denominator"), equalTo(93))
                        .body("report.changes.cases.newly", equalTo(2))
                        .body("report.changes.cases.recovered", equalTo(1))
                        .body("report.changes.cases.agedOut", equalTo(1)));
    }

    private static void weigh(
            List<Announcement> events, String desa, int children, int stuntedThen, int weighed, int stunted) {
        for (int one = 0; one < children; one++) {
            UUID child = UUID.randomUUID();
            events.add(Given.child(child, 1, desa, "L", BORN, true));
            events.add(weighing(child, DECEMBER, desa, one < stuntedThen));
            if (one < weighed) {
                events.add(weighing(child, JUNE, desa, one < stunted));
            }
        }
    }

    private static Announcement weighing(UUID child, LocalDate day, String desa, boolean stunted) {
        return Measured.of(child, day, desa)
                .height(stunted ? "STUNTED" : "NORMAL")
                .event();
    }

    /** One more is found in the north, in June. */
    public void oneMore(Given given) {
        UUID child = UUID.randomUUID();
        given.announced(
                Given.child(child, 1, code + ".01.2001", "L", BORN, true),
                weighing(child, JUNE, code + ".01.2001", true));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as("counts", code)
                        .get(path("?as=now"))
                        .then()
                        .body(figure("stunting-prevalence", "now.numerator"), equalTo(5)));
    }

    private static Announcement status(String desa, String stunting, String since) {
        return status(UUID.randomUUID(), desa, stunting, since);
    }

    private static Announcement status(UUID child, String desa, String stunting, String since) {
        return Given.event(
                "measurement.children",
                "measurement." + (stunting.equals("NORMAL") ? "child-ceased-stunted" : "child-became-stunted"),
                child.toString(),
                child.toString(),
                1,
                """
                {"childId":"%s","version":1,"familyId":"%s","areaCode":"%s","sex":"P","stunting":"%s","since":"%s",
                "measuredOn":"%s","lengthHeightForAge":-2.35,"ageMonths":14}""".formatted(child, child, desa, stunting, since, since));
    }

    static String figure(String indicator, String field) {
        return "report.figures.find { it.code == '%s' }.%s".formatted(indicator, field);
    }

    String path(String more) {
        return "/v1/evaluations/" + code + "/" + SEMESTER + more;
    }

    /** Somebody of the TPPS of an area. */
    public static String token(String subject, String... areas) {
        TestTokens.Claims claims = TestTokens.claims("tpps", areas);
        return TestTokens.signed(new TestTokens.Claims(
                claims.issuer(),
                claims.audience(),
                subject,
                claims.role(),
                Stream.of(areas).map(area -> '"' + area + '"').toList().toString(),
                Instant.now().plus(Duration.ofHours(1))));
    }

    static RequestSpecification as(String subject, String area) {
        return given().auth().oauth2(token(subject, area));
    }

    ValidatableResponse read(String subject, String area) {
        return as(subject, area).get(path("")).then();
    }

    ValidatableResponse write(String subject, String area, String body, String... ifMatch) {
        RequestSpecification request =
                as(subject, area).contentType(ContentType.JSON).body(body);
        return (ifMatch.length == 0 ? request : request.header("If-Match", ifMatch[0]))
                .put(path(""))
                .then();
    }

    static String words(String obstacles) {
        return "{\"obstacles\":\"%s\",\"followUp\":\"Alat ukur dikirim sebelum Februari\"}".formatted(obstacles);
    }

    ValidatableResponse step(String subject, String area, String step, String ifMatch, String body) {
        return as(subject, area)
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(body)
                .post(path("/" + step))
                .then();
    }

    /** Written and handed in. */
    public void submitted() {
        write("writer", code, words("Tiga posyandu tanpa alat ukur")).statusCode(201);
        step("writer", code, "submission", "\"1\"", "").statusCode(200);
    }
}
