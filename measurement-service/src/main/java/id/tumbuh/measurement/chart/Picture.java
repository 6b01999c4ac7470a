package id.tumbuh.measurement.chart;

import java.util.List;

/** A finished A5 sheet, not yet in any format. */
record Picture(Language language, String title, String description, List<Mark> marks) {

    /** A5 portrait, in tenths of a millimetre. */
    static final int WIDTH = 1480;

    static final int HEIGHT = 2100;

    Picture {
        marks = List.copyOf(marks);
    }
}
