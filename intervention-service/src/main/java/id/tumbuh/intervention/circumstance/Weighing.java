package id.tumbuh.intervention.circumstance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A weighing in one version, as measurement-service assessed it.
 *
 * @param mark N, T, O or B of the growth card; null where the card has none
 * @param lengthForAge z-score, null when there is none or it is implausible; the other two alike
 * @param stunting how the length for age is classed; null where there is none or it is implausible
 * @param causes what it shows that calls for help
 */
public record Weighing(
        UUID measurementId,
        UUID childId,
        Home home,
        long version,
        LocalDate measuredOn,
        int ageMonths,
        boolean voided,
        @Nullable BigDecimal weightKg,
        @Nullable BigDecimal lengthForAge,
        @Nullable BigDecimal weightForAge,
        @Nullable BigDecimal weightForLength,
        @Nullable String mark,
        @Nullable Stunting stunting,
        Set<Cause> causes) {
    public Weighing {
        causes = Set.copyOf(causes);
    }

    Key key() {
        return new Key(childId, measurementId);
    }

    /** A measurement that was another child's first is kept for each. */
    record Key(UUID childId, UUID measurementId) {}
}
