package id.tumbuh.local.demo;

import java.time.LocalDate;

/** What one cell holds; a spreadsheet keeps its kind, a CSV only its text. */
sealed interface Cell {

    Cell EMPTY = new Text("");

    /** As CSV shows it. */
    String text();

    /** Words, or figures that someone typed as words. */
    record Text(String text) implements Cell {}

    /** A figure. */
    record Figure(double value, String text) implements Cell {}

    /** A day that the spreadsheet knows as a day; CSV exports of it carry the serial number. */
    record Day(LocalDate value) implements Cell {
        private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

        @Override
        public String text() {
            return Long.toString(value.toEpochDay() - SERIAL_ZERO.toEpochDay());
        }
    }

    /** A decimal that Excel took for a time of day: 8.30 became 8:30. */
    record Clock(int hours, int minutes) implements Cell {

        double fractionOfDay() {
            return (hours * 60 + minutes) / 1440.0;
        }

        @Override
        public String text() {
            return "%d:%02d".formatted(hours, minutes);
        }
    }
}
