package id.tumbuh.platform.sheet;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of an XLSX, unpacked under one common limit: sizes that the file claims are not believed. */
final class ZipParts implements Closeable {
    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int COUNT_AT = 10;

    private final ZipFile zip;
    private long left;

    private ZipParts(ZipFile zip, long left) {
        this.zip = zip;
        this.left = left;
    }

    static ZipParts open(Path file, SheetLimits limits) throws IOException {
        if (count(file) > limits.parts()) {
            throw new UnreadableSheet(FileProblem.EXPANDS_TOO_FAR);
        }
        try {
            return new ZipParts(new ZipFile(file.toFile()), limits.unpackedBytes());
        } catch (ZipException | EOFException | IllegalArgumentException _) {
            throw new UnreadableSheet(FileProblem.BROKEN_FILE);
        }
    }

    /** Null if the package has no such part. */
    @Nullable
    InputStream find(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        try {
            return entry == null ? null : new Bounded(zip.getInputStream(entry));
        } catch (ZipException | EOFException | IllegalArgumentException _) {
            throw new UnreadableSheet(FileProblem.BROKEN_FILE);
        }
    }

    InputStream get(String name) throws IOException {
        InputStream part = find(name);
        if (part == null) {
            throw new UnreadableSheet(FileProblem.NOT_A_SPREADSHEET);
        }
        return part;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * Entries by the record at the end of the file. {@link ZipFile} reads the whole directory into memory, so the number is
     * looked at first; a ZIP64 directory answers 65,535, which is too many as well.
     */
    private static int count(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            int length = (int) Math.min(file.length(), END_RECORD + LONGEST_COMMENT);
            byte[] tail = new byte[length];
            file.seek(file.length() - length);
            file.readFully(tail);
            for (int at = length - END_RECORD; at >= 0; at--) {
                if (little(tail, at, 4) == END_SIGNATURE) {
                    return little(tail, at + COUNT_AT, 2);
                }
            }
        }
        throw new UnreadableSheet(FileProblem.BROKEN_FILE);
    }

    private static int little(byte[] bytes, int at, int length) {
        int value = 0;
        for (int each = length - 1; each >= 0; each--) {
            value = (value << 8) | (bytes[at + each] & 0xFF);
        }
        return value;
    }

    /**
     * Stops at the limit of the package, and refuses what only an attacker puts into a part: declarations and comments
     * ({@code <!}), and stretches without a tag that a parser would collect in memory.
     */
    private final class Bounded extends InputStream {
        private static final int LONGEST_STRETCH = 512 * 1024;

        private final InputStream in;
        private final byte[] single = new byte[1];
        private int sinceTag;
        private boolean afterTag;

        private Bounded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int read = read(single, 0, 1);
            return read < 0 ? read : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            if (read > 0) {
                left -= read;
                if (left < 0) {
                    throw new UnreadableSheet(FileProblem.EXPANDS_TOO_FAR);
                }
                look(buffer, offset, offset + read);
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private void look(byte[] buffer, int from, int to) throws UnreadableSheet {
            for (int at = from; at < to; at++) {
                byte letter = buffer[at];
                if (afterTag && letter == '!') {
                    throw new UnreadableSheet(FileProblem.UNSAFE_CONTENT);
                }
                afterTag = letter == '<';
                sinceTag = afterTag ? 0 : sinceTag + 1;
                if (sinceTag > LONGEST_STRETCH) {
                    throw new UnreadableSheet(FileProblem.EXPANDS_TOO_FAR);
                }
            }
        }
    }
}
