package id.tumbuh.intervention.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Reads the installation's secret. */
final class KeyFile {
    private static final int LENGTH = 32;

    private KeyFile() {}

    static byte[] read(PartnerConfig config) {
        Path file = config.keyFile().toAbsolutePath();
        try {
            if (config.keyGenerate() && Files.notExists(file)) {
                generate(file);
            }
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length < LENGTH) {
                throw new IllegalStateException("The key file (tumbuh.partner.key-file) holds fewer than 32 bytes");
            }
            return key;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key file (tumbuh.partner.key-file) cannot be read", unreadable);
        }
    }

    /** Written beside its place and linked to it, so that nobody ever reads half a file and no second one replaces it. */
    private static void generate(Path file) throws IOException {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.resolveSibling(""));
        Path draft = Files.createTempFile(
                file.resolveSibling(""),
                "partner-key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, Base64.getEncoder().encodeToString(key));
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            // its file counts
        } finally {
            Files.delete(draft);
        }
    }
}
