package id.tumbuh.registry.identity;

/** A ciphertext that does not belong where it was found, or whose key is gone. */
public final class UnreadableIdentity extends RuntimeException {
    UnreadableIdentity(Throwable cause) {
        super("Identity cannot be decrypted", cause);
    }
}
