package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import id.tumbuh.local.Component;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The standard as the phone computes it is the standard as the server does: every vector of WHO's own package, all indices. */
@ExtendWith(Tumbuh.class)
class KaderStandardTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path VECTORS =
            Tumbuh.root().resolve("measurement-service/src/test/resources/id/tumbuh/measurement/growth");
    private static final Map<String, String> MEASURES = Map.of(
            "weight", "weightKg",
            "lenhei", "lengthHeightCm",
            "headc", "headCircumferenceCm",
            "armc", "armCircumferenceCm",
            "triskin", "tricepsMm",
            "subskin", "subscapularMm",
            "age_days", "ageDays",
            "age_months", "ageMonths");

    /** Asked of the page's own module, in its own place. */
    private static final String IN_THE_BROWSER = """
            async (rows) => {
              const script = document.querySelector('script').src;
              const who = await import(script.replace('app.js', 'who.js'));
              const tables = await who.load(script.replace('app.js', 'who-2006.lms'));
              return JSON.stringify(JSON.parse(rows).map((row) => {
                const age = row.ageDays !== undefined ? who.ageOfDays(row.ageDays)
                  : row.ageMonths !== undefined ? who.ageOfMonths(row.ageMonths) : null;
                const { z, adjustedCm } = who.assess(tables, row.sex, age, row);
                return { ref: row.ref, z, adjustedCm };
              }));
            }""";

    @Test
    void everyVectorHasTheSameTwoDecimalsInTheBrowserAndOnTheServer(Tumbuh.Running tumbuh) throws IOException {
        String rows = JSON.writeValueAsString(vectors());
        JsonNode server = tumbuh.as("kader", SyntheticPosyandu.DESA)
                .post(Component.MEASUREMENT, "/v1/assessments", rows)
                .body();
        JsonNode browser = JSON.readTree(inTheBrowser(tumbuh, rows));

        assertThat(server).hasSize(5_200);
        assertThat(browser).hasSize(5_200);
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (int row = 0; row < server.size(); row++) {
            for (var index : server.get(row).get("indices").properties()) {
                JsonNode ours = browser.get(row).get("z").get(index.getKey());
                JsonNode theirs = index.getValue().get("z");
                compared += theirs.isNull() ? 0 : 1;
                if (ours.isNull() != theirs.isNull() || ours.asDouble() != theirs.asDouble()) {
                    differences.add(
                            server.get(row).get("ref") + " " + index.getKey() + ": " + ours + ", server " + theirs);
                }
            }
            assertThat(browser.get(row).get("adjustedCm").asDouble())
                    .isEqualTo(server.get(row).get("adjustedLengthHeightCm").asDouble());
        }
        System.out.println("z-scores compared with the server's: " + compared);
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(30_000);
    }

    private static String inTheBrowser(Tumbuh.Running tumbuh, String rows) throws IOException {
        try (Playwright playwright = Playwright.create();
                Browser browser = Chromium.launch(playwright);
                KaderPhone phone = new KaderPhone(tumbuh, browser, 360)) {
            Page page = phone.signIn();
            return (String) page.evaluate(IN_THE_BROWSER, rows);
        }
    }

    private static List<Map<String, Object>> vectors() throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String file : List.of("anthro-days", "anthro-months", "anthro-fraction-days")) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(VECTORS.resolve(file + ".csv.gz"))),
                    StandardCharsets.UTF_8))) {
                String[] header = reader.readLine().split(",", -1);
                reader.lines().forEach(line -> rows.add(row(file, header, line.split(",", -1))));
            }
        }
        return rows;
    }

    private static Map<String, Object> row(String file, String[] header, String[] cells) {
        Map<String, String> given = new HashMap<>();
        for (int column = 0; column < header.length; column++) {
            given.put(header[column], cells[column]);
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ref", file + " " + given.get("id"));
        row.put("sex", "2".equals(given.get("sex")) ? "P" : "L");
        MEASURES.forEach((column, field) -> {
            String value = given.getOrDefault(column, "");
            if (!value.isEmpty()) {
                row.put(field, Double.valueOf(value));
            }
        });
        switch (given.getOrDefault("measure", "").toLowerCase(Locale.ROOT)) {
            case "l" -> row.put("position", "LYING");
            case "h" -> row.put("position", "STANDING");
            default -> {
                // not known
            }
        }
        row.put("oedema", "y".equals(given.get("oedema")));
        return row;
    }
}
