package id.tumbuh.measurement.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names children in one export by a keyed fingerprint, which nobody without the key can compute or turn back.
 *
 * <p>The key is made for one export and thrown away, so that two exports can't be joined. Where a study means to join its own, its
 * name makes the key out of the installation's: equal within the study, of no use with another one.
 */
final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int PSEUDONYM_BYTES = 16;

    private final Mac mac;

    private Pseudonyms(byte[] key) {
        this.mac = mac(key);
    }

    static Pseudonyms ofOneExport() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new Pseudonyms(key);
    }

    static Pseudonyms ofStudy(byte[] installationKey, String study) {
        if (installationKey.length < KEY_BYTES) {
            throw new IllegalStateException("the key of pseudonyms is shorter than " + KEY_BYTES + " bytes");
        }
        return new Pseudonyms(mac(installationKey).doFinal(study.getBytes(StandardCharsets.UTF_8)));
    }

    String of(UUID child) {
        ByteBuffer id = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(child.getMostSignificantBits())
                .putLong(child.getLeastSignificantBits());
        return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(id.array()), PSEUDONYM_BYTES));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
