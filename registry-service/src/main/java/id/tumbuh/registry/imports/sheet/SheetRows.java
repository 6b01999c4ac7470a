package id.tumbuh.registry.imports.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows of a file, top to bottom. */
public sealed interface SheetRows extends Closeable permits CsvRows, XlsxRows {

    /** The next row that the file mentions, null after the last; a problem of the file is an {@link UnreadableSheet}. */
    @Nullable
    SheetRow next() throws IOException;

    /** Looks at the content, not at the name: an XLSX is often called .xls and the other way round. */
    static SheetRows open(Path file, SheetLimits limits) throws IOException {
        byte[] start = start(file);
        if (start.length == 0) {
            throw new UnreadableSheet(FileProblem.EMPTY_FILE);
        }
        if (Signature.OLE2.matches(start)) {
            throw new UnreadableSheet(
                    Ole2.isEncryptedPackage(file) ? FileProblem.ENCRYPTED_FILE : FileProblem.OLD_EXCEL_FILE);
        }
        if (Signature.ZIP.matches(start)) {
            return XlsxRows.open(file, limits);
        }
        if (Signature.EMPTY_ZIP.matches(start) || Signature.RICH_TEXT.matches(start) || Signature.PDF.matches(start)) {
            throw new UnreadableSheet(FileProblem.NOT_A_SPREADSHEET);
        }
        return CsvRows.open(file, limits);
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    /** First bytes that give a format away. */
    enum Signature {
        OLE2(0xD0, 0xCF, 0x11, 0xE0),
        ZIP('P', 'K', 3, 4),
        EMPTY_ZIP('P', 'K', 5, 6),
        PDF('%', 'P', 'D', 'F'),
        RICH_TEXT('{', '\\', 'r', 't', 'f');

        private final byte[] bytes;

        Signature(int... bytes) {
            this.bytes = new byte[bytes.length];
            for (int each = 0; each < bytes.length; each++) {
                this.bytes[each] = (byte) bytes[each];
            }
        }

        boolean matches(byte[] start) {
            return start.length >= bytes.length && Arrays.equals(bytes, Arrays.copyOf(start, bytes.length));
        }
    }
}
