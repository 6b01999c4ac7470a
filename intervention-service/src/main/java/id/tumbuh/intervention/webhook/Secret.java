package id.tumbuh.intervention.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a partner checks our signature by, as Standard Webhooks writes it. */
final class Secret {
    private static final String PREFIX = "whsec_";
    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key.clone();
    }

    static Secret random() {
        byte[] key = new byte[LENGTH];
        RANDOM.nextBytes(key);
        return new Secret(key);
    }

    static Secret of(byte[] key) {
        return new Secret(key);
    }

    byte[] key() {
        return key.clone();
    }

    /** For the eyes of the partner, once. */
    String shown() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** {@code v1,…} over the id, the second and the body. */
    String signature(String id, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC is not there", impossible);
        }
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
