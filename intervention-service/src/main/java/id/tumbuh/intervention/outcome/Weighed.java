package id.tumbuh.intervention.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A weighing, as far as outcomes need it; z-scores that are implausible are missing. */
record Weighed(
        LocalDate day,
        int ageMonths,
        @Nullable BigDecimal weightKg,
        @Nullable BigDecimal lengthForAge,
        @Nullable BigDecimal weightForLength,
        @Nullable String mark) {}
