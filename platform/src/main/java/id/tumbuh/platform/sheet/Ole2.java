package id.tumbuh.platform.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The container of old Excel files, and of new ones under a password. */
final class Ole2 {
    private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final int BLOCK = 64 * 1024;

    private Ole2() {}

    /** Looks for the name of the stream anywhere: its directory may lie at the end, and reading is all we want of it. */
    static boolean isEncryptedPackage(Path file) throws IOException {
        byte[] window = new byte[BLOCK + ENCRYPTED_PACKAGE.length];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.readNBytes(window, 0, BLOCK); read > 0; read = in.readNBytes(window, kept, BLOCK)) {
                int filled = kept + read;
                if (contains(window, filled)) {
                    return true;
                }
                kept = Math.min(filled, ENCRYPTED_PACKAGE.length - 1);
                System.arraycopy(window, filled - kept, window, 0, kept);
            }
        }
        return false;
    }

    private static boolean contains(byte[] window, int filled) {
        for (int from = 0; from + ENCRYPTED_PACKAGE.length <= filled; from++) {
            if (window[from] == ENCRYPTED_PACKAGE[0]
                    && Arrays.equals(
                            window,
                            from,
                            from + ENCRYPTED_PACKAGE.length,
                            ENCRYPTED_PACKAGE,
                            0,
                            ENCRYPTED_PACKAGE.length)) {
                return true;
            }
        }
        return false;
    }
}
