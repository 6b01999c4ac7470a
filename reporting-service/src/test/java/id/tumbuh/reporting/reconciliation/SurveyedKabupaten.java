package id.tumbuh.reporting.reconciliation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;

import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import id.tumbuh.reporting.Measured;
import id.tumbuh.reporting.quality.Assessed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A kabupaten of forty children: thirty weighed, two of them stunted, and a survey that says 30 per cent. One posyandu of the north
 * found nobody stunted and rounds; one of the south is well.
 */
public record SurveyedKabupaten(String code, long seed) {
    public static final int CHILDREN = 40;
    public static final int WEIGHED = 30;
    public static final int STUNTED = 2;

    public List<Announcement> events() {
        List<Announcement> events = new ArrayList<>(List.of(Given.areas(code, "Contoh")));
        String north = code + ".01.2001";
        for (int i = 0; i < CHILDREN; i++) {
            UUID child = new UUID(seed, i);
            events.add(Given.child(child, 1, north, "L", LocalDate.of(2023, 5, 20), true));
            if (i < WEIGHED) {
                events.add(Measured.of(child, LocalDate.of(2024, 7, 10), north)
                        .height(i < STUNTED ? "STUNTED" : "NORMAL")
                        .event());
            }
        }
        events.add(Assessed.of(weakPosyandu(), "2024-07", north)
                .cases(0)
                .rounded(40)
                .event());
        events.add(
                Assessed.of(new UUID(seed, 1001), "2024-07", code + ".02.2001").event());
        return events;
    }

    public UUID weakPosyandu() {
        return new UUID(seed, 1000);
    }

    public void surveyed() {
        put("/v1/survey-estimates/" + new UUID(seed, 2000), """
                {"area": "%s", "indicator": "stunting-prevalence", "instrument": "SSGI", "year": 2022, "percent": 30,
                 "intervalLow": 27.2, "intervalHigh": 32.8, "sampleSize": 812, "definition": "TB/U di bawah −2 SD",
                 "source": {"author": "Kementerian Kesehatan RI", "title": "SSGI 2022", "publishedOn": "2023-01-25"}}""");
        put("/v1/recorded-figures/" + new UUID(seed, 2001), """
                {"area": "%s", "indicator": "stunting-prevalence", "year": 2023, "numerator": 1895, "denominator": 56000,
                 "statedPercent": 2.56, "definition": "anak stunting", "source": {"author": "Dinas Kesehatan", "title": "pers daerah"}}""");
        put("/v1/recorded-figures/" + new UUID(seed, 2002), """
                {"area": "%s", "indicator": "stunting-prevalence", "year": 2023, "month": 8, "numerator": 3021,
                 "definition": "anak stunting", "source": {"author": "DKBP3A", "title": "pers daerah",
                  "url": "https://example.org/berita"}}""");
    }

    /** Before the newest: a year that stands alone, and the year before it. */
    public void surveyedBefore() {
        String before = """
                {"area": "%%s", "indicator": "stunting-prevalence", "instrument": "%s", "year": %d, "percent": %s,
                 "definition": "TB/U di bawah −2 SD", "source": {"author": "Kementerian Kesehatan RI", "title": "survei"}}""";
        put("/v1/survey-estimates/" + new UUID(seed, 2010), before.formatted("SSGBI", 2019, "39.43"));
        put("/v1/survey-estimates/" + new UUID(seed, 2011), before.formatted("SSGI", 2021, "32.2"));
    }

    public void aims(int year, String percent) {
        put("/v1/targets/" + code + "/" + year, """
                {"percent": %s, "source": {"author": "Bupati", "title": "RPJMD"}}""".formatted(percent));
    }

    private void put(String path, String body) {
        given().auth()
                .oauth2(TestTokens.token("tpps", code))
                .contentType("application/json")
                .body(body.formatted(code))
                .put(path)
                .then()
                .statusCode(oneOf(200, 201));
    }
}
