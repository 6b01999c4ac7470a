package id.tumbuh.intervention.change;

import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar of the offices that work here. */
public final class Days {
    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private Days() {}

    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }
}
