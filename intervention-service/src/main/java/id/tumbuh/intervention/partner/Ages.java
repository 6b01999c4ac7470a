package id.tumbuh.intervention.partner;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Ages as partners are told them: in completed months. */
final class Ages {
    private Ages() {}

    static @Nullable Integer months(@Nullable LocalDate birthDate, LocalDate day) {
        return birthDate == null || birthDate.isAfter(day)
                ? null
                : Math.toIntExact(ChronoUnit.MONTHS.between(birthDate, day));
    }
}
