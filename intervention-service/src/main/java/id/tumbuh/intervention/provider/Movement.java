package id.tumbuh.intervention.provider;

import id.tumbuh.platform.access.AreaCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that came into a kitchen or went out of it. Written once: what was wrong is made good by another.
 *
 * @param quantity in or out by its sign
 * @param delivery the delivery it was taken for
 */
public record Movement(
        UUID id,
        Shelf shelf,
        AreaCode area,
        BigDecimal quantity,
        LocalDate day,
        @Nullable UUID delivery) {
    public Movement {
        quantity = quantity.stripTrailingZeros();
        if (quantity.signum() == 0) {
            throw new IllegalArgumentException("nothing moved");
        }
    }

    /** Where something of one kind lies. */
    public record Shelf(UUID provider, String item, Unit unit) {}

    /** The names stand in the database and in answers: never renamed. */
    public enum Unit {
        GRAM,
        KILOGRAM,
        LITRE,
        PIECE,
        PACK
    }
}
