package id.tumbuh.platform.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cell styles show a figure as a date or as a time. */
final class NumberFormats {
    static final NumberFormats NONE = new NumberFormats(List.of());

    private static final int MOST_STYLES = 70_000;

    private final List<Kind> byStyle;

    private NumberFormats(List<Kind> byStyle) {
        this.byStyle = List.copyOf(byStyle);
    }

    /** What a figure stands for. */
    enum Kind {
        FIGURE,
        DATE,
        TIME
    }

    Kind of(@Nullable String style) {
        int index = style == null ? 0 : Figures.whole(style);
        return index >= 0 && index < byStyle.size() ? byStyle.get(index) : Kind.FIGURE;
    }

    static NumberFormats read(XmlPart part) throws IOException {
        Map<Integer, String> own = new HashMap<>();
        List<Kind> kinds = new ArrayList<>();
        boolean cellStyles = false;
        while (part.nextElement()) {
            switch (part.name()) {
                case "numFmt" -> {
                    String code = part.attribute("formatCode");
                    own.put(number(part.attribute("numFmtId")), code == null ? "" : code);
                }
                case "cellXfs" -> cellStyles = true;
                case "cellStyleXfs", "cellStyles", "dxfs" -> cellStyles = false;
                case "xf" -> {
                    if (cellStyles) {
                        kinds.add(kind(number(part.attribute("numFmtId")), own));
                    }
                }
                default -> {}
            }
            if (kinds.size() > MOST_STYLES || own.size() > MOST_STYLES) {
                throw new UnreadableSheet(FileProblem.EXPANDS_TOO_FAR);
            }
        }
        return new NumberFormats(kinds);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Figures.whole(digits);
    }

    /** Numbers below 164 are built in (ECMA-376 part 1, 18.8.30). */
    static Kind kind(int id, Map<Integer, String> own) {
        String code = own.get(id);
        if (code != null) {
            return kind(code);
        }
        return switch (id) {
            case 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> Kind.DATE;
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56 -> Kind.TIME;
            default -> Kind.FIGURE;
        };
    }

    static Kind kind(String code) {
        String letters = code.toLowerCase(Locale.ROOT)
                .replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "")
                .replaceAll("\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]", "")
                .replace("general", "");
        if (letters.contains("y") || letters.contains("d")) {
            return Kind.DATE;
        }
        return letters.contains("h") || letters.contains("s") ? Kind.TIME : Kind.FIGURE;
    }
}
