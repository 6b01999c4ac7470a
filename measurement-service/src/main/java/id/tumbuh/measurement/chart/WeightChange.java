package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.kms.GrowthMark;
import id.tumbuh.measurement.kms.Weighing;
import org.jspecify.annotations.Nullable;

/**
 * How the weight went from one weighing on the card to the next.
 *
 * @param before the one the mark compares it with; null of the first one
 */
record WeightChange(
        ChartedMeasurement now, OnCard.Mark mark, @Nullable ChartedMeasurement before) {

    /** The newest that can be believed; null when no weighing of the child has a mark and can be. */
    static @Nullable WeightChange of(ChartedChild child) {
        for (ChartedMeasurement one : child.measurements().reversed()) {
            if (one.weightCounts() && one.card().mark() != null) {
                return at(one, child);
            }
        }
        return null;
    }

    /** Up to one measurement of a child; null when it has no mark. */
    static @Nullable WeightChange at(ChartedMeasurement now, ChartedChild child) {
        OnCard.Mark mark = now.card().mark();
        if (mark == null) {
            return null;
        }
        ChartedMeasurement before = mark.letter() == GrowthMark.B ? null : markedBefore(now, child);
        return new WeightChange(now, mark, before);
    }

    private static @Nullable ChartedMeasurement markedBefore(ChartedMeasurement now, ChartedChild child) {
        return child.measurements().reversed().stream()
                .filter(one -> one.card().mark() != null && one.day().isBefore(now.day()))
                .findFirst()
                .orElse(null);
    }

    /** Whether both weights can be believed; the card itself compares them all the same. */
    boolean comparable() {
        return before != null && before.weightCounts() && now.weightCounts();
    }

    int grams() {
        if (before == null) {
            return 0;
        }
        Integer gain = mark.gainGrams();
        return gain != null
                ? gain
                : Weighing.grams(now.measures().weightKg())
                        - Weighing.grams(before.measures().weightKg());
    }
}
