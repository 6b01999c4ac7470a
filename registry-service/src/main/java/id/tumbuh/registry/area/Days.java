package id.tumbuh.registry.area;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days as they stand in an address. */
final class Days {
    private Days() {}

    /** Years of four digits only: the calendar of the database is a narrower one than Java's. */
    static Optional<LocalDate> read(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() >= 1 && day.getYear() <= 9999 ? Optional.of(day) : Optional.empty();
        } catch (DateTimeParseException invented) {
            return Optional.empty();
        }
    }
}
