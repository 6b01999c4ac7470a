package id.tumbuh.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The key of this installation that stands in for an identity provider: it signs what the services verify. */
final class SigningKey {

    private static final int BITS = 2048;
    private static final String FILE = "signing-key";

    private final PrivateKey signing;
    private final PublicKey verifying;

    private SigningKey(PrivateKey signing, PublicKey verifying) {
        this.signing = signing;
        this.verifying = verifying;
    }

    /** The key in this folder, made at its first use. */
    static SigningKey in(Path directory) throws IOException {
        try {
            if (!Files.exists(directory.resolve(FILE))) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS);
                KeyPair pair = generator.generateKeyPair();
                PrivateFiles.write(
                        directory,
                        FILE,
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n");
            }
            return read(directory.resolve(FILE));
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot read the signing key in " + directory, e);
        }
    }

    /** Base64 DER in one line, as the services take it. */
    String publicKey() {
        return Base64.getEncoder().encodeToString(verifying.getEncoded());
    }

    /** RS256 of the text, base64url without padding. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signing);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with RSA", e);
        }
    }

    private static SigningKey read(Path file) throws IOException, GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        byte[] der = Base64.getDecoder().decode(Files.readString(file).strip());
        PrivateKey signing = factory.generatePrivate(new PKCS8EncodedKeySpec(der));
        if (!(signing instanceof RSAPrivateCrtKey rsa)) {
            throw new IOException(file + " holds no RSA key with its public half");
        }
        return new SigningKey(
                signing, factory.generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent())));
    }
}
