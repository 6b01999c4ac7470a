package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.growth.GrowthIndex;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the weight went from the month weighed before to the month weighed last, by the last weighing of each month that can
 * be believed. No gain at all is "not gained" (T) whatever the minimum gain of the age is; a missed month is skipped, as
 * for 2T.
 */
record WeightChange(
        ChartedMeasurement now, @Nullable ChartedMeasurement before, int hundredthsKg, boolean twiceWithoutGain) {

    /** Null when the child was never weighed in a way that can be believed. */
    static @Nullable WeightChange of(ChartedChild child) {
        List<ChartedMeasurement> months = months(child);
        if (months.isEmpty()) {
            return null;
        }
        ChartedMeasurement now = months.getLast();
        if (months.size() == 1) {
            return new WeightChange(now, null, 0, false);
        }
        ChartedMeasurement before = months.get(months.size() - 2);
        int change = hundredths(before, now);
        boolean twice = months.size() > 2 && change <= 0 && hundredths(months.get(months.size() - 3), before) <= 0;
        return new WeightChange(now, before, change, twice);
    }

    private static List<ChartedMeasurement> months(ChartedChild child) {
        List<ChartedMeasurement> months = new ArrayList<>();
        for (ChartedMeasurement one : child.measurements()) {
            if (!one.weighed() || one.measures().oedema() || one.doubtful(GrowthIndex.WEIGHT_FOR_AGE)) {
                continue;
            }
            if (!months.isEmpty() && month(months.getLast()).equals(month(one))) {
                months.removeLast();
            }
            months.add(one);
        }
        return months;
    }

    private static YearMonth month(ChartedMeasurement one) {
        return YearMonth.from(one.day());
    }

    /** As printed: a difference nobody sees is none. */
    private static int hundredths(ChartedMeasurement before, ChartedMeasurement now) {
        return (int) Math.round((now.measures().weightKg() - before.measures().weightKg()) * 100);
    }

    boolean gained() {
        return hundredthsKg > 0;
    }
}
