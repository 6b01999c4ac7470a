package id.tumbuh.platform.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The rows of a file, top to bottom. */
public sealed interface SheetRows extends Closeable permits CsvRows, NdjsonRows, XlsRows, XlsxRows {

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
            if (Ole2.isEncryptedPackage(file)) {
                throw new UnreadableSheet(FileProblem.ENCRYPTED_FILE);
            }
            return XlsRows.open(file, limits);
        }
        if (Signature.ZIP.matches(start)) {
            return XlsxRows.open(file, limits);
        }
        if (Signature.EMPTY_ZIP.matches(start) || Signature.RICH_TEXT.matches(start) || Signature.PDF.matches(start)) {
            throw new UnreadableSheet(FileProblem.NOT_A_SPREADSHEET);
        }
        return isJson(file) ? NdjsonRows.open(file, limits) : CsvRows.open(file, limits);
    }

    /** A spreadsheet that is unpacked or read whole in part: smaller files are allowed than of plain text. */
    static boolean isBinary(Path file) throws IOException {
        byte[] start = start(file);
        return Signature.OLE2.matches(start) || Signature.ZIP.matches(start);
    }

    private static boolean isJson(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(64), StandardCharsets.UTF_8).replace("\uFEFF", "");
            return start.stripLeading().startsWith("{");
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    /** First bytes that give a format away. */
    enum Signature {
        OLE2("\u00D0\u00CF\u0011\u00E0"),
        ZIP("PK\u0003\u0004"),
        EMPTY_ZIP("PK\u0005\u0006"),
        PDF("%PDF"),
        RICH_TEXT("{\\rtf");

        private final String bytes;

        Signature(String bytes) {
            this.bytes = bytes;
        }

        boolean matches(byte[] start) {
            return new String(start, StandardCharsets.ISO_8859_1).startsWith(bytes);
        }
    }
}
