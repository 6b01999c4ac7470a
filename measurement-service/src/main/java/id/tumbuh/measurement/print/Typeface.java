package id.tumbuh.measurement.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One weight of Plus Jakarta Sans, embedded in a document. */
public final class Typeface {

    /** In thousandths of the size. */
    private static final int WIDER_SPACE = 70;

    private static final String ELLIPSIS = "\u2026";

    private static final byte[] REGULAR = bytes("PlusJakartaSans-Regular.ttf");
    private static final byte[] BOLD = bytes("PlusJakartaSans-Bold.ttf");

    private final PDFont font;
    private final CmapLookup letters;

    private Typeface(PDDocument document, byte[] file) throws IOException {
        TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
        // without ligatures: they would not be found when the text is searched or read aloud
        parsed.setEnableGsub(false);
        letters = parsed.getUnicodeCmapLookup();
        font = PDType0Font.load(document, parsed, true);
    }

    public static Typeface regular(PDDocument document) throws IOException {
        return new Typeface(document, REGULAR);
    }

    public static Typeface bold(PDDocument document) throws IOException {
        return new Typeface(document, BOLD);
    }

    public PDFont font() {
        return font;
    }

    /** In the unit of the size. */
    public double width(String text, double size) throws IOException {
        long spaces = text.chars().filter(letter -> letter == ' ').count();
        return (font.getStringWidth(text) + WIDER_SPACE * spaces) / 1000 * size;
    }

    /** Writes where the text matrix stands, each space a little wider: that of this font is lost beside a figure. */
    public void show(PDPageContentStream page, String text) throws IOException {
        String[] words = text.split(" ", -1);
        Object[] parts = new Object[2 * words.length - 1];
        for (int word = 0; word < words.length; word++) {
            boolean last = word == words.length - 1;
            parts[2 * word] = last ? words[word] : words[word] + " ";
            if (!last) {
                parts[2 * word + 1] = (float) -WIDER_SPACE;
            }
        }
        page.showTextWithPositioning(parts);
    }

    /** The text with a question mark for every character this font does not have: a name must not spoil a sheet. */
    public String printable(String text) {
        return text.codePoints()
                .map(letter -> letters.getGlyphId(letter) == 0 ? '?' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As much of a printable text as there is room for. */
    public String fitted(String text, double size, double room) throws IOException {
        if (width(text, size) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end).stripTrailing() + ELLIPSIS, size) > room) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    private static byte[] bytes(String name) {
        try (InputStream resource = Typeface.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("missing " + name);
            }
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
