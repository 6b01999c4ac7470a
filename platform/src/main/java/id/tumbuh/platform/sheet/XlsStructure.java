package id.tumbuh.platform.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Looks at the frames of an old Excel file before POI reads what is in them: POI believes the number of shared texts that
 * the file claims, and keeps all of them in memory.
 */
final class XlsStructure {
    private static final int BEGIN = 0x0809;
    private static final int SHARED_TEXTS = 0x00FC;
    private static final int PASSWORD = 0x002F;
    private static final int BIFF8 = 0x0600;
    /** A sheet has 65,536 rows; so many different texts are eight in each of them. */
    private static final int MOST_SHARED_TEXTS = 500_000;

    private XlsStructure() {}

    /** The name of the stream with the workbook. */
    static String check(POIFSFileSystem container, SheetLimits limits) throws IOException {
        if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
            throw new UnreadableSheet(FileProblem.ENCRYPTED_FILE);
        }
        if (!container.getRoot().hasEntryCaseInsensitive("Workbook")) {
            // Excel 95 and before, a Word document, an e-mail: saved again as .xlsx the first is readable
            throw new UnreadableSheet(
                    container.getRoot().hasEntryCaseInsensitive("Book")
                            ? FileProblem.OLD_EXCEL_FILE
                            : FileProblem.NOT_A_SPREADSHEET);
        }
        try (InputStream in = new BufferedInputStream(container.createDocumentInputStream("Workbook"), 64 * 1024)) {
            look(in, Math.min(limits.sharedTexts(), MOST_SHARED_TEXTS));
        }
        return "Workbook";
    }

    private static void look(InputStream in, int mostTexts) throws IOException {
        byte[] head = new byte[4];
        boolean first = true;
        while (in.readNBytes(head, 0, 4) == 4) {
            int kind = little(head, 0, 2);
            int length = little(head, 2, 2);
            if (first && kind != BEGIN) {
                throw new UnreadableSheet(FileProblem.NOT_A_SPREADSHEET);
            }
            byte[] body = in.readNBytes(length);
            if (first && (length < 2 || little(body, 0, 2) != BIFF8)) {
                throw new UnreadableSheet(FileProblem.OLD_EXCEL_FILE);
            }
            if (kind == PASSWORD) {
                throw new UnreadableSheet(FileProblem.ENCRYPTED_FILE);
            }
            if (kind == SHARED_TEXTS
                    && (body.length < 8 || Integer.compareUnsigned(little(body, 4, 4), mostTexts) > 0)) {
                throw new UnreadableSheet(FileProblem.EXPANDS_TOO_FAR);
            }
            first = false;
        }
    }

    private static int little(byte[] bytes, int at, int length) {
        int value = 0;
        for (int each = length - 1; each >= 0; each--) {
            value = (value << 8) | (bytes[at + each] & 0xFF);
        }
        return value;
    }
}
