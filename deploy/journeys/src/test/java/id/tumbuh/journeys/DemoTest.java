package id.tumbuh.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.local.Component;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code ./tumbuh demo} on an installation of its own, since it fills the kabupaten of all other stories: what it tells is there. */
class DemoTest {
    private static final String KABUPATEN = "36.04";
    private static final int CHILDREN = 1_500;
    private static final Pattern SPONSORS = Pattern.compile(
            "Sponsors: (\\d+) children in need, (\\d+) of their families agreed, (\\d+) have a sponsor and (\\d+) are held for one");
    private static final Pattern DELIVERIES = Pattern.compile("(\\d+) deliveries reported");

    private static Tumbuh.Running tumbuh;

    @BeforeAll
    static void start() {
        tumbuh = Tumbuh.Running.start();
    }

    @AfterAll
    static void stop() throws IOException {
        tumbuh.close();
    }

    @Test
    void theDemoFindsSponsorsForAllWhoseFamiliesAgreedAndChangesNothingTheSecondTime() throws Exception {
        String first = demo();

        assertThat(first).contains("Partner csr-contoh registered").doesNotContain("refused");
        MatchResult told = found(SPONSORS, first);
        Api team = tumbuh.as("tpps", KABUPATEN);
        assertThat(stuntedInNeed(team)).isEqualTo(number(told, 1));
        assertThat(number(told, 2)).isPositive().isLessThan(number(told, 1));
        assertThat(number(told, 3) + number(told, 4)).isEqualTo(Math.min(number(told, 2), 120));
        assertThat(placements(team, "COMMITTED")).hasSize(number(told, 3));
        assertThat(placements(team, "HELD")).hasSize(number(told, 4));
        assertThat(team.get(Component.INTERVENTION, "/v1/partners/csr-contoh")
                        .body()
                        .get("institution")
                        .asText())
                .isEqualTo("PT Contoh Peduli");
        int reported = number(found(DELIVERIES, first), 1);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            JsonNode total = team.get(Component.INTERVENTION, "/v1/deliveries/summary?area=" + KABUPATEN)
                    .body()
                    .get("total");
            assertThat(total.get("delivered").asInt()
                            + total.get("missed").asInt()
                            + total.get("refused").asInt())
                    .isEqualTo(reported);
        });

        String second = demo();

        assertThat(second).contains("Sponsors of the demo are there already", "No delivery is due");
        assertThat(placements(team, "COMMITTED")).hasSize(number(told, 3));
        assertThat(stuntedInNeed(team)).isEqualTo(number(told, 1));
        for (Component service : Component.SERVICES) {
            assertThat(tumbuh.as("admin").get(service, "/v1/quarantine").body())
                    .as(service.label())
                    .isEmpty();
        }
    }

    private static int stuntedInNeed(Api team) {
        return team.get(Component.INTERVENTION, "/v1/needs/summary?area=" + KABUPATEN)
                .body()
                .at("/causes/STUNTED")
                .asInt();
    }

    private static List<JsonNode> placements(Api team, String state) {
        return team.all(Component.INTERVENTION, "/v1/placements?area=" + KABUPATEN + "&limit=1000&state=" + state);
    }

    private static MatchResult found(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow(() -> new AssertionError(text));
    }

    private static int number(MatchResult result, int group) {
        return Integer.parseInt(result.group(group));
    }

    /** With the packaged jar, as the script does it. */
    private static String demo() throws IOException, InterruptedException {
        Path target = Tumbuh.root().resolve("deploy/local/target");
        Path jar;
        try (var jars = Files.newDirectoryStream(target, "local-*.jar")) {
            jar = jars.iterator().next();
        }
        Path output = Files.createTempFile("demo", ".out");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dtumbuh.root=" + Tumbuh.root(),
                        "-cp",
                        jar + ":" + target.resolve("lib") + "/*",
                        "id.tumbuh.local.Tumbuh",
                        "demo",
                        "--data",
                        tumbuh.data().toString(),
                        "--children",
                        Integer.toString(CHILDREN))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(java.waitFor(4, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        System.out.print(said);
        assertThat(java.exitValue()).as(said).isZero();
        return said;
    }
}
