package id.tumbuh.local;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Collectors;

/** Signs bearer tokens that the services of this installation accept. */
final class Tokens {

    static final String ISSUER = "https://tumbuh.local";
    static final String AUDIENCE = "tumbuh";
    static final Duration VALID = Duration.ofHours(12);

    private final SigningKey key;
    private final Clock clock;

    Tokens(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    String sign(Grant grant) {
        Instant now = clock.instant();
        String claims =
                "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":%s,\"iat\":%d,\"exp\":%d,\"groups\":[%s],\"wilayah\":[%s]%s%s}"
                        .formatted(
                                ISSUER,
                                AUDIENCE,
                                quoted("local-" + grant.role()),
                                now.getEpochSecond(),
                                now.plus(VALID).getEpochSecond(),
                                quoted(grant.role()),
                                grant.areas().stream().map(Tokens::quoted).collect(Collectors.joining(",")),
                                grant.client()
                                        .map(client -> ",\"azp\":" + quoted(client))
                                        .orElse(""),
                                grant.opd()
                                        .map(field -> ",\"opd\":" + quoted(field))
                                        .orElse(""));
        String signed = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + base64(claims);
        return signed + "." + key.sign(signed);
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\' || character < ' ') {
                json.append("\\u%04x".formatted(character));
            } else {
                json.append((char) character);
            }
        });
        return json.append('"').toString();
    }
}
