package id.tumbuh.measurement.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a picture is made of. Places and sizes are tenths of a millimetre from the upper left corner of the sheet. */
sealed interface Mark {

    record Dot(int x, int y) {}

    /** Colours are {@code #rrggbb}; what has none is not painted. */
    record Look(@Nullable String fill, @Nullable String stroke, int width, List<Integer> dashes) {

        public Look {
            dashes = List.copyOf(dashes);
        }

        static Look filled(String colour) {
            return new Look(colour, null, 0, List.of());
        }

        static Look stroked(String colour, int width, Integer... dashes) {
            return new Look(null, colour, width, List.of(dashes));
        }

        Look outlined(String colour, int newWidth) {
            return new Look(fill, colour, newWidth, dashes);
        }
    }

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    record Lettering(int size, boolean bold, String colour, Anchor anchor) {

        /** Generous for every common sans-serif: a viewer of the SVG uses its own. */
        private static final double WIDTH_OF_A_LETTER = 0.57;

        private static final double WIDTH_OF_A_HEAVY_LETTER = 0.66;

        /** About as wide as the text will be. */
        int width(String text) {
            return (int) Math.ceil(text.length() * size * (bold ? WIDTH_OF_A_HEAVY_LETTER : WIDTH_OF_A_LETTER));
        }

        static Lettering of(int size, String colour) {
            return new Lettering(size, false, colour, Anchor.START);
        }

        Lettering heavy() {
            return new Lettering(size, true, colour, anchor);
        }

        Lettering at(Anchor newAnchor) {
            return new Lettering(size, bold, colour, newAnchor);
        }
    }

    /**
     * A line from dot to dot, or the area it goes around.
     *
     * @param fineness into how many parts the dots divide the unit: a curve on whole tenths of a millimetre looks wavy
     */
    record Line(List<Dot> dots, boolean closed, Look look, int fineness) implements Mark {
        public Line {
            dots = List.copyOf(dots);
        }

        Line(List<Dot> dots, boolean closed, Look look) {
            this(dots, closed, look, 1);
        }
    }

    record Disc(Dot centre, int radius, Look look) implements Mark {}

    /** One line of text; the dot is on its base line. */
    record Words(Dot at, String text, Lettering lettering) implements Mark {}

    /** Marks that are one thing to whoever hears the picture instead of seeing it. */
    record Group(Role role, List<Mark> marks) implements Mark {
        public Group {
            marks = List.copyOf(marks);
        }
    }

    enum Role {
        /** The drawing: heard as the title and the description of the picture. */
        DRAWING,
        TABLE,
        HEADINGS,
        ROW
    }

    static Line line(Look look, Dot... dots) {
        return new Line(List.of(dots), false, look);
    }

    /** A rectangle between two corners. */
    static Line box(Dot corner, Dot opposite, Look look) {
        return new Line(
                List.of(corner, new Dot(opposite.x(), corner.y()), opposite, new Dot(corner.x(), opposite.y())),
                true,
                look);
    }
}
