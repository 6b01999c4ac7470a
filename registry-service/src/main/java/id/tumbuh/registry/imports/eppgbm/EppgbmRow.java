package id.tumbuh.registry.imports.eppgbm;

import id.tumbuh.registry.identity.Nik;
import id.tumbuh.registry.identity.Sex;
import id.tumbuh.registry.imports.cells.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row that could be read.
 *
 * @param measurement null if the row only says that the child exists
 * @param warnings secondary cells that were left out
 */
public record EppgbmRow(
        int number,
        @Nullable String name,
        Sex sex,
        LocalDate bornOn,
        Parents parents,
        Place place,
        Home home,
        @Nullable Nik nik,
        Birth birth,
        @Nullable Measured measurement,
        List<Finding> warnings)
        implements RowReading {

    public EppgbmRow {
        warnings = List.copyOf(warnings);
    }

    /** Where in the desa. */
    public record Home(
            @Nullable String posyandu,
            @Nullable String rt,
            @Nullable String rw,
            @Nullable String address) {
        @Override
        public String toString() {
            return "Home[…]";
        }
    }

    /** Size at birth. */
    public record Birth(
            @Nullable Integer weightGrams, @Nullable BigDecimal lengthCm) {}

    /** One visit: at least a weight or a height, and what the file computed from them. */
    public record Measured(
            LocalDate on,
            @Nullable BigDecimal weightKg,
            @Nullable BigDecimal lengthHeightCm,
            @Nullable PositionTaken position,
            @Nullable BigDecimal armCircumferenceCm,
            PrintedZ printed) {}

    /** z-scores as printed in the file. */
    public record PrintedZ(
            @Nullable BigDecimal weightForAge,
            @Nullable BigDecimal lengthHeightForAge,
            @Nullable BigDecimal weightForLengthHeight) {}

    /** The same row with a NIK kept elsewhere. */
    public EppgbmRow withNik(@Nullable Nik kept) {
        return new EppgbmRow(number, name, sex, bornOn, parents, place, home, kept, birth, measurement, warnings);
    }

    public Optional<Measured> measured() {
        return Optional.ofNullable(measurement);
    }

    @Override
    public String toString() {
        return "EppgbmRow[" + number + "]";
    }
}
