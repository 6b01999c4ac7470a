package id.tumbuh.intervention.placement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Moments as days in the time of Jakarta, in which promises are made. */
public final class Days {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private Days() {}

    public static LocalDate of(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }
}
