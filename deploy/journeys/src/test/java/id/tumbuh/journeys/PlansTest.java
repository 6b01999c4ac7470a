package id.tumbuh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import id.tumbuh.local.Component;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an office plans at intervention is on reporting's page, with the words it wrote, and late in both by the same rule. */
@ExtendWith(Tumbuh.class)
class PlansTest {
    private static final int YEAR = 2025;
    private static final YearMonth DECEMBER = YearMonth.of(YEAR, 12);
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() {
        playwright = Playwright.create();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @Test
    void aProgrammeIsOnThePageWithItsWordsAndOnTheCalendar(Tumbuh.Running tumbuh) throws IOException {
        Api team = tumbuh.as("tpps", "36.04");
        UUID office = UUID.randomUUID();
        created(team, "/v1/opds", """
                {"id": "%s", "area": "36.04", "name": "Dinas PUPR Contoh", "field": "PUPR"}""".formatted(office));
        UUID whole = programme(team, office, "36.04", 1_200_000_000, "");
        programme(team, office, "36.04.20", 300_000_000, ", \"partOf\": \"%s\"".formatted(whole));
        assertThat(team.put(
                                Component.INTERVENTION,
                                "/v1/programmes/" + whole + "/quarters/1",
                                "\"1\"",
                                "{\"output\": 60, \"spending\": {\"APBD\": 250000000}}")
                        .status())
                .isEqualTo(200);
        JsonNode summary = team.get(Component.INTERVENTION, "/v1/programmes/summary?area=36.04&year=" + YEAR)
                .body()
                .get("total");
        assertThat(summary.get("late").asInt()).isEqualTo(2);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(team.indicator("budget-absorbed", "36.04", DECEMBER)
                                .get("numerator")
                                .asLong())
                        .isEqualTo(summary.get("realised").asLong())
                        .isEqualTo(250_000_000));
        assertThat(team.indicator("budget-absorbed", "36.04", DECEMBER)
                        .get("denominator")
                        .asLong())
                .isEqualTo(summary.get("budget").asLong())
                .isEqualTo(1_200_000_000);
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(tumbuh.installation().signInLink().toString());
            page.navigate(tumbuh.dashboard("/programmes?area=36.04&year=" + YEAR));
            assertThat(page.locator("table.programmes tbody tr")).hasCount(2);
            assertThat(page.locator("table.programmes")).containsText("Jamban sehat keluarga berisiko");
            assertThat(page.locator("table.programmes")).containsText("60 dari 240 jamban");
            assertThat(page.locator("table.programmes")).containsText("Dinas PUPR Contoh");
            assertThat(page.locator("table.programmes .flag")).hasCount(2);
            assertThat(page.locator("#words-missing")).hasCount(0);

            page.navigate(tumbuh.dashboard("/calendar?area=36.04&year=" + YEAR));
            assertThat(page.locator("table.entries")).containsText("Realisasi triwulan 2, program PUPR");
            assertThat(page.locator("#missing")).hasCount(0);
            page.navigate(tumbuh.dashboard("/foster-parents?area=36.04"));
            assertThat(page.locator("#sponsors-missing")).hasCount(0);
        }
    }

    private static UUID programme(Api team, UUID office, String area, long budget, String more) {
        UUID id = UUID.randomUUID();
        created(team, "/v1/programmes", """
                {"id": "%s", "opdId": "%s", "area": "%s", "year": %d, "plan": {"title": "Jamban sehat keluarga berisiko",
                 "kind": "SENSITIVE", "indicator": "T5", "unit": "jamban", "target": 240, "budget": {"APBD": %d}%s}}""".formatted(id, office, area, YEAR, budget, more));
        return id;
    }

    private static void created(Api team, String path, String json) {
        assertThat(team.post(Component.INTERVENTION, path, json).status())
                .as(path)
                .isIn(List.of(200, 201));
    }
}
