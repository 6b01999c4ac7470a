package id.tumbuh.intervention.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import id.tumbuh.intervention.TestDatabase;
import id.tumbuh.intervention.partner.PartnerWorld;
import id.tumbuh.platform.access.Roles;
import id.tumbuh.platform.testing.RealServers;
import id.tumbuh.platform.testing.TestTokens;
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
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Does what docs/partners.md says, in its order, in a shell: every command succeeds and every answer is as it is shown. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PartnersDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "partners.md");
    private static final Pattern BLOCK = Pattern.compile("```(sh[^\\n]*|json)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SIGNED = Pattern.compile(
            "```webhook\\nwebhook-id: (\\S+)\\nwebhook-timestamp: (\\d+)\\nwebhook-signature: (\\S+)\\n\\n(.*?)\\n```",
            Pattern.DOTALL);
    private static final int COMMANDS = 10;

    @Inject
    PartnerWorld world;

    @Inject
    TestDatabase database;

    @Inject
    Dispatcher dispatcher;

    private final ObjectMapper json = new ObjectMapper();
    private final String area = PartnerWorld.kabupaten();
    private final String client = "csr-naskah-" + area;
    private final Map<String, String> words = new HashMap<>();

    @Test
    void everyCommandWorksAndEveryAnswerIsAsShown() throws IOException, WebhookVerificationException {
        world.child(area + ".01.2001");
        try (Receiver receiver = new Receiver()) {
            begin(receiver);
            Answered last = null;
            int commands = 0;
            Matcher block = BLOCK.matcher(Files.readString(DOCUMENT));
            while (block.find()) {
                if (block.group(1).equals("json")) {
                    assertShown(
                            json.readTree(block.group(2)),
                            json.readTree(Objects.requireNonNull(last).body()),
                            "");
                } else {
                    last = run(block.group(2));
                    assertThat(last.status())
                            .as("%s: %s", block.group(2), last.body())
                            .isBetween(200, 299);
                    learn(last);
                    commands++;
                }
            }
            assertThat(commands).isEqualTo(COMMANDS);
            assertVerified(receiver);
        } finally {
            database.write("delete from webhook_endpoint where client = ?", client);
        }
    }

    @Test
    void theSignatureShownIsOfTheRequestShown() throws IOException {
        String document = Files.readString(DOCUMENT);
        Matcher signed = SIGNED.matcher(document);
        Matcher secret = Pattern.compile("whsec_([A-Za-z0-9+/=]+)").matcher(document);
        assertThat(signed.find()).isTrue();
        assertThat(secret.find()).isTrue();

        assertThat(Secret.of(Base64.getDecoder().decode(secret.group(1)))
                        .signature(
                                signed.group(1),
                                Instant.ofEpochSecond(Long.parseLong(signed.group(2))),
                                signed.group(4)))
                .isEqualTo(signed.group(3));
    }

    private void begin(Receiver receiver) {
        words.put("TUMBUH", "http://127.0.0.1:" + RestAssured.port);
        words.put("CLIENT", client);
        words.put("TPPS_TOKEN", TestTokens.token(Roles.TPPS, area));
        words.put("TOKEN", TestTokens.tokenOf(client, Roles.PARTNER, area));
        words.put("URL", receiver.url("/hook"));
        for (String id : new String[] {"SPONSOR", "PLACEMENT", "REPORT", "WEBHOOK"}) {
            words.put(id, UUID.randomUUID().toString());
        }
    }

    /** In a real shell, in which a wrong quotation mark shows. */
    private Answered run(String command) throws IOException {
        String script = "curl() { command curl -sS --noproxy '*' -w '\\n%{http_code}' \"$@\"; }\n"
                + command.replace("36.04", area);
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
        shell.environment().putAll(words);
        Process process = shell.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int last = printed.lastIndexOf('\n');
        assertThat(printed).as(command).matches("(?s).*\\d{3}");
        return new Answered(Integer.parseInt(printed.substring(last + 1)), last < 0 ? "" : printed.substring(0, last));
    }

    /** What a command printed. */
    private record Answered(int status, String body) {}

    private void learn(Answered answer) throws IOException {
        JsonNode read = answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
        if (read.isArray() && read.path(0).has("urgency")) {
            words.put("CHILD", read.path(0).path("child").asText());
        }
        if (read.has("secret")) {
            words.put("SECRET", read.path("secret").asText());
        }
    }

    /** Whatever is shown has to be there, with the same kind of value; words of state are the very same. */
    private static void assertShown(JsonNode shown, JsonNode answered, String place) {
        assertThat(answered.getNodeType()).as(place).isEqualTo(shown.getNodeType());
        if (shown.isArray()) {
            assertShown(shown.path(0), answered.path(0), place + "[0]");
        }
        shown.properties().forEach(field -> {
            String at = place + "." + field.getKey();
            assertThat(answered.has(field.getKey())).as(at).isTrue();
            assertShown(field.getValue(), answered.path(field.getKey()), at);
            if (Arrays.asList("state", "kind", "urgency", "ageMonths", "version", "reports", "type")
                    .contains(field.getKey())) {
                assertThat(answered.path(field.getKey())).as(at).isEqualTo(field.getValue());
            }
        });
    }

    private void assertVerified(Receiver receiver) throws WebhookVerificationException {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            dispatcher.step();
            return !receiver.received().isEmpty();
        });
        Receiver.Received request = receiver.received().getFirst();
        new Webhook(Objects.requireNonNull(words.get("SECRET"))).verify(request.body(), request.headers());
    }
}
