package id.tumbuh.platform.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out how a text file is encoded: UTF-8 unless it isn't, then what Excel on Windows writes. */
final class TextEncoding {
    static final int BYTE_ORDER_MARK = 0xFEFF;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int END_OF_FILE_OF_DOS = 0x1A;

    private TextEncoding() {}

    /** Reads all of it: one name in another encoding on the last line decides as well as one on the first. */
    static Charset of(Path file) throws IOException {
        Charset unicode = unicode(file);
        if (isText(file, unicode)) {
            return unicode;
        }
        if (unicode.equals(StandardCharsets.UTF_8) && isText(file, WINDOWS)) {
            return WINDOWS;
        }
        throw new UnreadableSheet(FileProblem.NOT_A_SPREADSHEET);
    }

    private static Charset unicode(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int first = in.read();
            int second = in.read();
            if (first == 0xFF && second == 0xFE) {
                return StandardCharsets.UTF_16LE;
            }
            return first == 0xFE && second == 0xFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        }
    }

    private static boolean isText(Path file, Charset charset) throws IOException {
        char[] buffer = new char[64 * 1024];
        try (Reader reader = new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                refuseControlCharacters(buffer, read);
            }
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /** Pictures and programs are full of them, tables have none. */
    private static void refuseControlCharacters(char[] buffer, int length) throws UnreadableSheet {
        for (int each = 0; each < length; each++) {
            char letter = buffer[each];
            if (letter < ' ' && letter != '\t' && letter != '\n' && letter != '\r' && letter != END_OF_FILE_OF_DOS) {
                throw new UnreadableSheet(FileProblem.NOT_A_SPREADSHEET);
            }
        }
    }
}
