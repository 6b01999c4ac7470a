package id.tumbuh.intervention.print;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Pieces of a page; every text is escaped. */
public final class Html {
    private Html() {}

    public static String page(String title, String style, String body) {
        return "<!DOCTYPE html><html lang=\"id\"><head><title>" + text(title) + "</title><style>" + style
                + "</style></head><body>" + body + "</body></html>";
    }

    public static String text(String text) {
        return text.replace("&", "&amp;")
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
