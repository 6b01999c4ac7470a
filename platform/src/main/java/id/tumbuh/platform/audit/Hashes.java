package id.tumbuh.platform.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash function of the chain. */
final class Hashes {
    static final int BYTES = 32;

    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
