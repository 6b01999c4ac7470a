package id.tumbuh.intervention.print;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;

/** Pieces of a page; every text is escaped. */
public final class Html {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]");

    private Html() {}

    public static String page(String title, String style, String body) {
        return "<!DOCTYPE html><html lang=\"id\"><head><title>" + text(title) + "</title><style>" + style
                + "</style></head><body>" + body + "</body></html>";
    }

    /** As text, never as markup; without the control characters that XML has no place for. */
    public static String text(String text) {
        return CONTROL.matcher(text)
                .replaceAll(" ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    public static String paragraph(String kind, String text) {
        return "<p class=\"" + kind + "\">" + text(text) + "</p>";
    }

    /** A row of a label and what stands for it. */
    public static String row(String label, String value) {
        return "<tr><td class=\"label\">" + text(label) + "</td><td>" + text(value) + "</td></tr>";
    }

    public static String cells(List<String> cells) {
        return cells.stream().map(cell -> "<td>" + text(cell) + "</td>").collect(joining("", "<tr>", "</tr>"));
    }
}
