package id.tumbuh.registry.identity;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The key that the identities of one family and its children are encrypted with. Whoever destroys its wrapped form makes
 * all of them unreadable, in backups too.
 */
public final class FamilyKey {
    private final byte[] wrapped;
    private final Aead aead;

    FamilyKey(byte[] wrapped, byte[] key) throws GeneralSecurityException {
        this.wrapped = wrapped.clone();
        this.aead = new AesGcmJce(key);
    }

    /** The key under the master key, as it is stored. */
    public byte[] wrapped() {
        return wrapped.clone();
    }

    public byte @Nullable [] seal(SealedField field, UUID row, @Nullable String clear) {
        return clear == null ? null : sealBytes(field, row, clear.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] sealBytes(SealedField field, UUID row, byte[] clear) {
        try {
            return aead.encrypt(clear, field.associatedWith(row));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Encryption failed", broken);
        }
    }

    /** Fails with {@link UnreadableIdentity} when the ciphertext was made for another row, column or family. */
    public @Nullable String open(SealedField field, UUID row, byte @Nullable [] sealed) {
        return sealed == null ? null : new String(openBytes(field, row, sealed), StandardCharsets.UTF_8);
    }

    /** Fails with {@link UnreadableIdentity} as {@link #open} does. */
    public byte[] openBytes(SealedField field, UUID row, byte[] sealed) {
        try {
            return aead.decrypt(sealed, field.associatedWith(row));
        } catch (GeneralSecurityException foreign) {
            throw new UnreadableIdentity(foreign);
        }
    }

    @Override
    public String toString() {
        return "FamilyKey[…]";
    }
}
