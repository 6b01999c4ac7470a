package id.tumbuh.local;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A link that signs in to the pages of one service once. The folder holds the token under the hash of the code, so that
 * neither a listing nor a backup of it signs anybody in; the service deletes the file when the code is used.
 */
final class SignInLink {

    private static final int BYTES = 24;

    private SignInLink() {}

    /** @param signIn where the service redeems the code */
    static URI make(Path directory, URI signIn, String token) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        PrivateFiles.write(directory, sha256(code), token);
        return URI.create(signIn + "?code=" + code);
    }

    static String sha256(String code) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
