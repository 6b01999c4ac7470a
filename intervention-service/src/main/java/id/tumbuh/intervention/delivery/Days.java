package id.tumbuh.intervention.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days in the time of Jakarta, in which deliveries are planned. */
final class Days {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Jakarta"));

    private Days() {}

    static LocalDate today() {
        return LocalDate.now(CLOCK);
    }
}
