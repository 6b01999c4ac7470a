package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.kms.GrowthMark;
import org.jspecify.annotations.Nullable;

/**
 * What the growth card (KMS) says of a measurement, as it is stored with it and counted in SKDN.
 *
 * @param mark null when it is not the weighing of its month that counts
 */
record OnCard(@Nullable Mark mark, boolean belowRedLine) {

    static final OnCard NOTHING = new OnCard(null, false);

    /**
     * The letter of a month.
     *
     * @param gainGrams since the month before, and the least it should be (KBM); of N and T alone
     */
    record Mark(
            GrowthMark letter,
            @Nullable Integer gainGrams,
            @Nullable Integer minimumGain,
            boolean twiceNotGained) {

        /** N, T, O, B, or 2T. */
        String text() {
            return twiceNotGained ? "2T" : letter.name();
        }
    }
}
