package id.tumbuh.platform.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;

/** The table of texts that cells point into, held as bytes: a string object for each would take several times as much. */
final class SharedTexts {
    static final SharedTexts NONE = new SharedTexts(0);

    private static final int CHUNK = 1 << 20;

    private final List<byte[]> chunks = new ArrayList<>();
    private long[] places = new long[1024];
    private int count;
    private int used = CHUNK;
    private final long limit;

    private SharedTexts(long limit) {
        this.limit = limit;
    }

    static SharedTexts read(XmlPart part, SheetLimits limits) throws IOException {
        SharedTexts texts = new SharedTexts(limits.sharedTextBytes());
        BoundedText text = new BoundedText(limits.cellLength());
        boolean wanted = false;
        boolean phonetic = false;
        for (int event = part.step(); event != XMLStreamConstants.END_DOCUMENT; event = part.step()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (part.name()) {
                        case "si" -> text.clear();
                        case "rPh" -> phonetic = true;
                        case "t" -> wanted = !phonetic;
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (part.name()) {
                        case "si" -> texts.add(text.value(), limits.sharedTexts());
                        case "rPh" -> phonetic = false;
                        case "t" -> wanted = false;
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
                    if (wanted) {
                        part.appendTextTo(text);
                    }
                }
                default -> {}
            }
        }
        return texts;
    }

    String get(int index) throws UnreadableSheet {
        if (index < 0 || index >= count) {
            throw new UnreadableSheet(FileProblem.BROKEN_FILE);
        }
        long place = places[index];
        int length = (int) (place & 0xF_FFFF);
        int from = (int) (place >>> 20 & 0xF_FFFF);
        return new String(chunks.get((int) (place >>> 40)), from, length, StandardCharsets.UTF_8);
    }

    private void add(String text, int mostTexts) throws UnreadableSheet {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (used + bytes.length >= CHUNK) {
            if ((chunks.size() + 1L) * CHUNK > limit || bytes.length >= CHUNK) {
                throw new UnreadableSheet(FileProblem.EXPANDS_TOO_FAR);
            }
            chunks.add(new byte[CHUNK]);
            used = 0;
        }
        if (count == mostTexts) {
            throw new UnreadableSheet(FileProblem.EXPANDS_TOO_FAR);
        }
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        System.arraycopy(bytes, 0, chunks.getLast(), used, bytes.length);
        places[count++] = (chunks.size() - 1L) << 40 | (long) used << 20 | bytes.length;
        used += bytes.length;
    }
}
