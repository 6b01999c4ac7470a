package id.tumbuh.registry.identity;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Makes and opens the keys of families, and computes blind indexes, under the master keys of this installation. */
@Singleton
@Startup // a missing key stops the service at its start, not at the first family
public class IdentityKeys {
    private static final int KEY_BYTES = 32;
    /** 128 of HMAC-SHA256's 256 bits: no collision among all Indonesians, and half the index. */
    private static final int INDEX_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Aead master;
    private final PrfSet indexes;

    @Inject
    IdentityKeys(MasterKeyConfig config) {
        this(MasterKeys.load(config));
    }

    IdentityKeys(MasterKeys keys) {
        this.master = keys.wrapping();
        this.indexes = keys.indexing();
    }

    public FamilyKey create(UUID family) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        try {
            return new FamilyKey(master.encrypt(key, bytes(family)), key);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Wrapping failed", broken);
        }
    }

    /** Fails with {@link UnreadableIdentity} when the wrapped key is another family's. */
    public FamilyKey open(UUID family, byte[] wrapped) {
        try {
            return new FamilyKey(wrapped, master.decrypt(wrapped, bytes(family)));
        } catch (GeneralSecurityException foreign) {
            throw new UnreadableIdentity(foreign);
        }
    }

    public byte[] index(Nik nik) {
        return primary("nik:" + nik.digits());
    }

    public byte[] index(FamilyCardNumber card) {
        return primary("card:" + card.digits());
    }

    /** The index under every key that is still accepted: rows written before a rotation are found too. */
    public List<byte[]> indexes(Nik nik) {
        return all("nik:" + nik.digits());
    }

    public List<byte[]> indexes(FamilyCardNumber card) {
        return all("card:" + card.digits());
    }

    /** Recognises the same content again without keeping it: keyed, because the digits of a NIK can be guessed. */
    public byte[] fingerprint(String content) {
        return primary("content:" + content);
    }

    /** The fingerprint under every key that is still accepted, for looking up what was stored before a rotation; the first is primary. */
    public List<byte[]> fingerprints(String content) {
        List<byte[]> found = new ArrayList<>(List.of(fingerprint(content)));
        for (byte[] each : all("content:" + content)) {
            if (!Arrays.equals(each, found.getFirst())) {
                found.add(each);
            }
        }
        return found;
    }

    public boolean isFingerprintOf(byte[] fingerprint, String content) {
        return all("content:" + content).stream().anyMatch(candidate -> Arrays.equals(candidate, fingerprint));
    }

    private byte[] primary(String text) {
        try {
            return indexes.computePrimary(text.getBytes(StandardCharsets.UTF_8), INDEX_BYTES);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Blind index failed", broken);
        }
    }

    private List<byte[]> all(String text) {
        List<byte[]> found = new ArrayList<>();
        try {
            for (var prf : indexes.getPrfs().values()) {
                found.add(prf.compute(text.getBytes(StandardCharsets.UTF_8), INDEX_BYTES));
            }
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Blind index failed", broken);
        }
        return found;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
