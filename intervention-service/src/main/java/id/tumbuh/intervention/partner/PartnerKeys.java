package id.tumbuh.intervention.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keys derived from the installation's secret, one for each use and each client: what one gives away says nothing of another. */
@ApplicationScoped
public class PartnerKeys {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private final SecretKey master;
    private final SecureRandom random = new SecureRandom();

    PartnerKeys(PartnerConfig config) {
        this.master = new SecretKeySpec(KeyFile.read(config), "HKDF");
    }

    /** A number that follows from the text, for the use and client, and tells nothing of it. */
    byte[] digest(String use, String client, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key("HmacSHA256", use, client));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC is not there", impossible);
        }
    }

    /** Readable only by {@link #open} with the same use, client and place. */
    public byte[] seal(String use, String client, String place, byte[] content) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key("AES", use, client), nonce, place);
            byte[] sealed = cipher.doFinal(content);
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return all;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is not there", impossible);
        }
    }

    /** Nothing when it was sealed for something else, or changed. */
    public Optional<byte[]> open(String use, String client, String place, byte[] sealed) {
        if (sealed.length <= NONCE) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key("AES", use, client), Arrays.copyOf(sealed, NONCE), place);
            return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey key(String algorithm, String use, String client) throws GeneralSecurityException {
        byte[] purpose = (use + "\0" + client).getBytes(StandardCharsets.UTF_8);
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        algorithm, HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(purpose, 32));
    }
}
