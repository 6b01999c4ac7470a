package id.tumbuh.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import id.tumbuh.local.Component;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A posyandu that rounds every height, from its measurements to the page that says where to measure again first. */
@ExtendWith(Tumbuh.class)
class SurveyTest {
    private static final int CHILDREN = 40;

    @Test
    void aPosyanduThatRoundsIsNamedBesideTheSurveyOfItsKabupaten(Tumbuh.Running tumbuh) {
        SyntheticPosyandu posyandu = SyntheticPosyandu.register(tumbuh, "Posyandu Anggrek 7", CHILDREN);
        YearMonth month = YearMonth.from(posyandu.today()).minusMonths(1);
        measureRoundly(tumbuh, posyandu, month);

        String question = "area=36.02&month=" + month;
        Api tpps = tumbuh.as("tpps", "36.02");
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(tpps.get(Component.REPORTING, "/v1/reconciliation?" + question)
                                .body()
                                .path("remeasureFirst"))
                        .anySatisfy(one -> assertIs(posyandu, one)));

        try (Playwright playwright = Playwright.create();
                Browser browser = Chromium.launch(playwright);
                BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + tpps.token())))) {
            Page page = context.newPage();
            page.navigate(tumbuh.dashboard("/survey?" + question));
            Chromium.picture(page, "survey");
            assertThat(page.locator("table.sides")).containsText("26,2% (SSGI 2022; rentang tidak disebut sumber)");
            assertThat(page.locator("table.weak")).containsText("Anggrek 7");
            assertThat(page.locator("table.weak")).containsText("100% tinggi badan dibulatkan");
            Chromium.fits(page);
            Chromium.accessible(page);
        }
    }

    private static void assertIs(SyntheticPosyandu posyandu, JsonNode one) {
        assertThat(one.path("posyanduId").asText()).isEqualTo(posyandu.id().toString());
        assertThat(one.path("signs").findValuesAsText("code")).contains("ROUNDED_HEIGHTS");
    }

    private static void measureRoundly(Tumbuh.Running tumbuh, SyntheticPosyandu posyandu, YearMonth month) {
        String rows = posyandu.children().stream()
                .filter(child -> child.born().isBefore(month.atDay(1)))
                .map(child -> """
                        {"id":"%s","childId":"%s","measuredOn":"%s","posyanduId":"%s","weightKg":%s,"lengthHeightCm":%d}""".formatted(
                                UUID.randomUUID(),
                                child.id(),
                                month.atDay(20),
                                posyandu.id(),
                                child.weight(),
                                Math.round(child.length())))
                .collect(Collectors.joining(",", "[", "]"));
        Api.Answer answer = tumbuh.as("system", "36.02").post(Component.MEASUREMENT, "/v1/measurements:batch", rows);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .allSatisfy(row -> assertThat(row.get("outcome").asText()).isEqualTo("CREATED"));
    }
}
