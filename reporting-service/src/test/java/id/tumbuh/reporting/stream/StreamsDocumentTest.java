package id.tumbuh.reporting.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
import id.tumbuh.reporting.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/streams.md says, in its order, in a shell and with its Java program. */
@QuarkusTest
@WithTestResource(RealServers.class)
class StreamsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "streams.md");
    private static final Pattern BLOCK = Pattern.compile("```(sh|json|sse|java)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE =
            Pattern.compile("\\b(registry|measurement|intervention|reporting)\\.[a-z]++(?:-[a-z]++)++(?!\\.v1)");
    private static final Pattern CURSOR = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String AREA = "86.30";

    @Inject
    Given given;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> words = new HashMap<>();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @BeforeEach
    void twoChildrenBecameStunted() throws IOException {
        words.put("TUMBUH", "http://127.0.0.1:" + RestAssured.port);
        words.put("TOKEN", TestTokens.token(Roles.TPPS, AREA));
        words.put("SINCE", Instant.now().toString());
        given.announced(
                Given.status(first, 1, AREA + ".01.2001", "STUNTED"),
                Given.status(second, 1, AREA + ".01.2001", "STUNTED"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                run(
                                        "curl \"$TUMBUH/v1/events?area=36.04&since=$SINCE\" -H \"Authorization: Bearer $TOKEN\""))
                        .contains(first.toString(), second.toString()));
    }

    @Test
    void everyCommandWorksAndEveryAnswerIsAsShown() throws IOException {
        List<String> printed = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(DOCUMENT));
        while (block.find()) {
            switch (block.group(1)) {
                case "sh" -> {
                    printed.add(run(block.group(2)));
                    Matcher cursor = CURSOR.matcher(printed.getLast());
                    if (printed.size() == 1 && cursor.find()) {
                        words.put("CURSOR", cursor.group(1));
                    }
                }
                case "json" -> assertShown(json.readTree(block.group(2)), json.readTree(printed.getLast()), "");
                case "sse" ->
                    assertThat(printed.getLast())
                            .startsWith("retry: 3000\n\nid: ")
                            .contains("\nevent: measurement.child-became-stunted\ndata: {\"specversion\":\"1.0\",");
                default -> {
                    // the program has a test of its own
                }
            }
        }
        assertThat(printed).hasSize(3);
        // Of two families, either may come first; whichever it was, the cursor goes on with the other.
        boolean inOrder = printed.getFirst().contains(first.toString());
        String earlier = (inOrder ? first : second).toString();
        String later = (inOrder ? second : first).toString();
        assertThat(printed.get(0)).contains(earlier).doesNotContain(later);
        assertThat(printed.get(1)).contains(later).doesNotContain(earlier);
        assertThat(printed.get(2)).contains(later).doesNotContain(earlier);
    }

    @Test
    void theProgramPrintsWhatHappens(@TempDir Path directory) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(DOCUMENT));
        String program = block.results()
                .filter(it -> it.group(1).equals("java"))
                .map(it -> it.group(2))
                .findFirst()
                .orElseThrow();
        Path source = Files.writeString(directory.resolve("Dashboard.java"), program.replace("36.04", AREA));
        words.put("CURSOR", new Position(new long[StreamedTopic.values().length * 6]).encoded());
        Path output = directory.resolve("output");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), source.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        java.environment().putAll(words);
        Process running = java.start();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(Files.readString(output))
                            .contains("measurement.child-became-stunted {\"specversion\"")
                            .contains(first.toString())
                            .contains(second.toString()));
        } finally {
            running.destroyForcibly();
        }
    }

    @Test
    void everyTypeAndTopicNamedIsStreamed() throws IOException {
        Set<String> topics = Set.copyOf(StreamedTopic.names());
        assertThat(TYPE.matcher(Files.readString(DOCUMENT)).results().map(it -> it.group()))
                .isNotEmpty()
                .allMatch(name ->
                        topics.contains(name) || StreamedTopic.ofType(name).isPresent());
        assertThat(Files.readString(DOCUMENT)).contains(StreamedTopic.names());
    }

    private String run(String command) throws IOException {
        String script = "set -eu; curl() { command curl -sS --noproxy '*' \"$@\"; }\n" + command.replace("36.04", AREA);
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
        shell.environment().putAll(words);
        Process process = shell.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue())
                .as("%s: %s", command, printed)
                .isZero();
        return printed.strip();
    }

    /** Whatever is shown has to be there, with the same kind of value; words of the domain are the very same. */
    private static void assertShown(JsonNode shown, JsonNode answered, String place) {
        assertThat(answered.getNodeType()).as(place).isEqualTo(shown.getNodeType());
        if (shown.isArray()) {
            assertShown(shown.path(0), answered.path(0), place + "[0]");
        }
        shown.properties().forEach(field -> {
            String at = place + "." + field.getKey();
            assertThat(answered.has(field.getKey())).as(at).isTrue();
            assertShown(field.getValue(), answered.path(field.getKey()), at);
            if (List.of("event", "type", "specversion", "sequence", "datacontenttype", "stunting")
                    .contains(field.getKey())) {
                assertThat(answered.path(field.getKey())).as(at).isEqualTo(field.getValue());
            }
        });
    }
}
