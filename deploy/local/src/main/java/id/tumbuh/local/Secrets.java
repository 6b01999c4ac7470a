package id.tumbuh.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
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
            PrivateFiles.write(file, HexFormat.of().formatHex(random) + "\n");
        }
        return file;
    }

    /** Files and folders that nobody but their owner may read. */
    static final class PrivateFiles {

        private PrivateFiles() {}

        static Path directory(Path directory) throws IOException {
            Path parent = directory.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (!Files.isDirectory(directory)) {
                Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return directory;
        }

        /** Writes beside the file and moves it into place, so that a crash never leaves half a secret. */
        static void write(Path file, String content) throws IOException {
            Path parent = directory(file.toAbsolutePath().getParent());
            Path draft = Files.createTempFile(
                    parent,
                    "." + file.getFileName(),
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
