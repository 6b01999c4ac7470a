package id.tumbuh.platform.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Bearer tokens signed with a key made for this test run; what the service checks is real. */
public final class TestTokens {
    private static final KeyPair KEY = newKey();

    private TestTokens() {}

    /** What goes into a token; change one part to forge it. */
    public record Claims(String issuer, String audience, String subject, String role, String wilayah, Instant expires) {
        public Claims withIssuer(String other) {
            return new Claims(other, audience, subject, role, wilayah, expires);
        }

        public Claims withAudience(String other) {
            return new Claims(issuer, other, subject, role, wilayah, expires);
        }

        public Claims expiredSince(Duration time) {
            return new Claims(
                    issuer, audience, subject, role, wilayah, Instant.now().minus(time));
        }
    }

    /** A valid token of one role for the given areas ({@code *} for everywhere). */
    public static String token(String role, String... wilayah) {
        return signed(claims(role, wilayah), KEY);
    }

    /** A valid token of an OPD of one field. */
    public static String opdToken(String field, String... wilayah) {
        return signed(claims("opd", wilayah), KEY, ",\"opd\":\"" + field + "\"");
    }

    public static Claims claims(String role, String... wilayah) {
        return new Claims(
                "https://tumbuh.local",
                "tumbuh",
                role + "-tester",
                role,
                Arrays.stream(wilayah).map(code -> "\"" + code + "\"").collect(Collectors.joining(",", "[", "]")),
                Instant.now().plus(Duration.ofHours(1)));
    }

    public static String signed(Claims claims) {
        return signed(claims, KEY);
    }

    /** The same claims under another key. */
    public static String signedByAStranger(Claims claims) {
        return signed(claims, newKey());
    }

    /** X.509 form in Base64, as the service is configured with. */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded());
    }

    private static String signed(Claims claims, KeyPair key) {
        return signed(claims, key, "");
    }

    private static String signed(Claims claims, KeyPair key, String more) {
        String head = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        String body = encode("""
                {"iss":"%s","aud":"%s","sub":"%s","azp":"test-client","groups":["%s"],"wilayah":%s,"iat":%d,"exp":%d%s}""".formatted(
                        claims.issuer(),
                        claims.audience(),
                        claims.subject(),
                        claims.role(),
                        claims.wilayah(),
                        Instant.now().minusSeconds(1).getEpochSecond(),
                        claims.expires().getEpochSecond(),
                        more));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update((head + "." + body).getBytes(StandardCharsets.US_ASCII));
            return head + "." + body + "." + encode(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
