package id.tumbuh.platform.sheet;

import java.time.LocalDate;

/** What stands in a cell, as the file says it. */
public sealed interface CellValue {
    /** Nothing. */
    record Empty() implements CellValue {}

    /** Words, or figures typed as words. */
    record Text(String value) implements CellValue {
        @Override
        public String toString() {
            return "Text[…]";
        }
    }

    /** A figure without a format that says more. */
    record Figure(double value) implements CellValue {
        @Override
        public String toString() {
            return "Figure[…]";
        }
    }

    /** A figure formatted as a date. */
    record Day(LocalDate value) implements CellValue {
        @Override
        public String toString() {
            return "Day[…]";
        }
    }

    /** A figure formatted as a time of day, or as a duration of more than one. */
    record Clock(int hours, int minutes) implements CellValue {
        @Override
        public String toString() {
            return "Clock[…]";
        }
    }
}
