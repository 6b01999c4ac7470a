package id.tumbuh.measurement.weighing;

import id.tumbuh.measurement.kms.CardEntry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the growth card says about a measurement.
 *
 * @param entry null when it is not the weighing of its month that counts, or no weighing at all
 */
record Marking(@Nullable CardEntry entry, boolean belowRedLine) {

    static final Marking NONE = new Marking(null, false);

    /** One word of the entry, or null when there is none. */
    <T> @Nullable T of(Function<CardEntry, @Nullable T> word) {
        return entry == null ? null : word.apply(entry);
    }
}
