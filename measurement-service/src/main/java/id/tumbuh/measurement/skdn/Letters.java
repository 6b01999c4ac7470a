package id.tumbuh.measurement.skdn;

import id.tumbuh.measurement.print.Typeface;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The two weights of a printed recap, measured in millimetres. */
record Letters(Typeface regular, Typeface bold) {

    static final double POINTS_A_MILLIMETRE = 72 / 25.4;

    static final Color INK = new Color(0x14212B);

    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    record Style(double points, boolean heavy, Align align) {
        static Style of(double points) {
            return new Style(points, false, Align.LEFT);
        }

        Style bold() {
            return new Style(points, true, align);
        }

        Style at(Align newAlign) {
            return new Style(points, heavy, newAlign);
        }
    }

    static Letters in(PDDocument document) throws IOException {
        return new Letters(Typeface.regular(document), Typeface.bold(document));
    }

    Typeface face(Style style) {
        return style.heavy() ? bold : regular;
    }

    double width(String text, Style style) throws IOException {
        return face(style).width(face(style).printable(text), style.points()) / POINTS_A_MILLIMETRE;
    }

    /** What fits into the room, with an ellipsis where it was cut. */
    String fitted(String text, Style style, double millimetres) throws IOException {
        Typeface face = face(style);
        return face.fitted(face.printable(text), style.points(), millimetres * POINTS_A_MILLIMETRE);
    }

    /** Small enough for the text to fit into the room. */
    Style shrunk(String text, Style style, double millimetres) throws IOException {
        double width = width(text, style);
        return width <= millimetres
                ? style
                : new Style(style.points() * millimetres / width, style.heavy(), style.align());
    }

    List<String> wrapped(String text, Style style, double millimetres) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            String longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (lines.isEmpty() || width(longer, style) > millimetres) {
                lines.add(word);
            } else {
                lines.set(lines.size() - 1, longer);
            }
        }
        return lines;
    }
}
