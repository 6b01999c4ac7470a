package id.tumbuh.measurement.faltering;

import id.tumbuh.measurement.kms.CardEntry;
import id.tumbuh.measurement.kms.Faltering;
import org.jspecify.annotations.Nullable;

/**
 * The last entry of a child's card.
 *
 * @param entry null when the card is empty
 */
public record NewestWeighing(@Nullable CardEntry entry, boolean belowRedLine) {

    /** A child nobody has weighed. */
    public static final NewestWeighing NONE = new NewestWeighing(null, false);

    Faltering faltering() {
        return entry == null ? Faltering.NONE : Faltering.of(entry.twiceNotGained(), belowRedLine);
    }
}
