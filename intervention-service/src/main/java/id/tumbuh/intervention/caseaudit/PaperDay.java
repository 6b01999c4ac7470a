package id.tumbuh.intervention.caseaudit;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day as it stands on paper. */
final class PaperDay {
    private PaperDay() {}

    static String of(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(day);
    }
}
