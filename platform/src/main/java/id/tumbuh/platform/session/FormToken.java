package id.tumbuh.platform.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a form of a page carries to show that it stood on a page of this service, for this very sign-in. It follows from the bearer
 * token, which no other site and no script can read, so nothing has to be kept to compare it with; and it doesn't lead back to it.
 */
public final class FormToken {
    private static final String USE = "form of a page\n";

    private FormToken() {}

    /** The token for the forms of a page. */
    public static String of(String bearer) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(bearer));
    }

    /** Whether a form was made for this sign-in. */
    public static boolean matches(String bearer, @Nullable String sent) {
        return sent != null
                && MessageDigest.isEqual(
                        of(bearer).getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(String bearer) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((USE + bearer).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
