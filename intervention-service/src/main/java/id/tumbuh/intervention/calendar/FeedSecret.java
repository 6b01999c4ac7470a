package id.tumbuh.intervention.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The part of a feed's address nobody can guess: 256 random bits. Random to the last bit, it needs neither salt nor a slow
 * hash: what the database holds leads nobody back to it.
 */
record FeedSecret(String text) {
    static final String FORM = "[A-Za-z0-9_-]{43}";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static FeedSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new FeedSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never the secret itself: records are printed in errors. */
    @Override
    public String toString() {
        return "FeedSecret";
    }
}
