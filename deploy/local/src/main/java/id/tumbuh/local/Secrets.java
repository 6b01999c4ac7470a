package id.tumbuh.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords of this installation, one file each, readable by their owner alone. */
final class Secrets {

    private static final int BYTES = 24;

    private final Path directory;

    Secrets(Path directory) {
        this.directory = directory;
    }

    /** The named secret, made up at its first use. */
    String get(String name) throws IOException {
        return Files.readString(file(name)).strip();
    }

    /** The file that holds the named secret, for programs that read it themselves. */
    Path file(String name) throws IOException {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            PrivateFiles.write(directory, name, HexFormat.of().formatHex(random) + "\n");
        }
        return file;
    }
}
