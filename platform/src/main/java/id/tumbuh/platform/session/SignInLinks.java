package id.tumbuh.platform.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One-time sign-in links of a local installation: a file named by the hash of the code holds the token.
 *
 * <p>Whoever starts the installation on this machine may write there; nobody else. Without the directory there are no links, and
 * none where persons sign in at an issuer.
 */
@ApplicationScoped
public class SignInLinks {
    private final Optional<Path> directory;

    SignInLinks(@ConfigProperty(name = "tumbuh.sign-in.directory") Optional<String> directory, Issuer issuer) {
        this.directory = directory.filter(_ -> !issuer.isConfigured()).map(Path::of);
    }

    /** Spends the link: of two browsers with the same code one gets the token. */
    public Optional<String> spend(String code) {
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        Path link = directory.get().resolve(hash(code));
        Path spent = directory.get().resolve(hash(code) + ".spent");
        try {
            Files.move(link, spent); // atomic: the second one finds nothing
            String token = Files.readString(spent, StandardCharsets.US_ASCII).strip();
            Files.delete(spent);
            return Optional.of(token);
        } catch (NoSuchFileException unknown) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new IllegalStateException("the sign-in directory can't be read", failure);
        }
    }

    static String hash(String code) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
