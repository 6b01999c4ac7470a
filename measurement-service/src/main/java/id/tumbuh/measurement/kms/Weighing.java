package id.tumbuh.measurement.kms;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.UUID;

/** One time a child stood on the scales; in whole grams, so that a gain of exactly the minimum is one. */
public record Weighing(UUID measurementId, LocalDate on, int grams) {

    /** The last one of a month counts; of one day, the one with the higher id as it is written, as everywhere. */
    static final Comparator<Weighing> OLDEST_FIRST = Comparator.comparing(Weighing::on)
            .thenComparing(weighing -> weighing.measurementId().toString());

    public static int grams(double weightKg) {
        return (int) Math.round(weightKg * 1000);
    }

    YearMonth month() {
        return YearMonth.from(on);
    }
}
