package id.tumbuh.registry.pregnancy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pregnancy as somebody reports it.
 *
 * @param lastPeriodOn first day of the last period (HPHT)
 * @param expectedOn expected day of birth (HPL); computed from the last period where only that is known
 */
public record NewPregnancy(
        UUID id,
        UUID motherId,
        LocalDate confirmedOn,
        @Nullable LocalDate lastPeriodOn,
        @Nullable LocalDate expectedOn) {

    NewPregnancy of(UUID mother) {
        return new NewPregnancy(id, mother, confirmedOn, lastPeriodOn, expectedOn);
    }

    /** Everything that makes two reports the same, in a fixed order. */
    String content() {
        return String.join(
                "\u001f",
                "pregnancy",
                motherId.toString(),
                confirmedOn.toString(),
                text(lastPeriodOn),
                text(expectedOn));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
