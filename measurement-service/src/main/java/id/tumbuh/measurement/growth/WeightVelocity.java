package id.tumbuh.measurement.growth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * WHO's weight velocity standards (2009): whether a gain in weight is usual for children of that age, over 1, 2, 3, 4 or 6
 * months up to 24 months of age. Unlike the card's minimum gain it says something after a missed month.
 */
public final class WeightVelocity {

    private static final String TABLE = "who-2009-weight-velocity.csv";

    /** The tables are of whole months; a week and a day beside one, the increment is no longer the one they describe. */
    private static final double MOST_MONTHS_ASIDE = 8 / Age.DAYS_A_MONTH;

    private final Map<Interval, Standard> standards;

    private record Interval(Sex sex, int fromMonth, int toMonth) {}

    /** Gains in grams. */
    private record Standard(double l, double m, double s, double delta) {
        double z(int gain) {
            double ratio = (gain + delta) / m;
            // a loss beyond all the standard describes has no power; it lies below every line there is
            return ratio <= 0 ? Double.NEGATIVE_INFINITY : (Math.pow(ratio, l) - 1) / (l * s);
        }
    }

    /**
     * A gain over some whole months.
     *
     * @param z two decimals; negative infinity for a loss beyond what the standard describes
     */
    public record Gain(int months, int grams, double z) {}

    private WeightVelocity(Map<Interval, Standard> standards) {
        this.standards = standards;
    }

    public static WeightVelocity load() {
        Map<Interval, Standard> standards = new HashMap<>();
        try (BufferedReader rows = new BufferedReader(
                new InputStreamReader(WeightVelocity.class.getResourceAsStream(TABLE), StandardCharsets.US_ASCII))) {
            rows.readLine();
            rows.lines().map(row -> List.of(row.split(",", -1)).iterator()).forEach(row -> read(row, standards));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new WeightVelocity(Map.copyOf(standards));
    }

    private static void read(Iterator<String> row, Map<Interval, Standard> standards) {
        Sex sex = row.next().equals("1") ? Sex.L : Sex.P;
        row.next();
        Interval interval = new Interval(sex, month(row.next()), month(row.next()));
        standards.put(
                interval,
                new Standard(
                        Double.parseDouble(row.next()),
                        Double.parseDouble(row.next()),
                        Double.parseDouble(row.next()),
                        Double.parseDouble(row.next())));
    }

    private static int month(String text) {
        return Integer.parseInt(text.replace("m", ""));
    }

    /** Empty when the standard has no such interval, or the two ages are not near enough to whole months. */
    public Optional<Gain> gain(Sex sex, Age from, Age to, int grams) {
        int fromMonth = (int) Math.round(from.months());
        int months = (int) Math.round(to.months() - from.months());
        if (aside(from.months(), fromMonth) || aside(to.months() - from.months(), months)) {
            return Optional.empty();
        }
        return Optional.ofNullable(standards.get(new Interval(sex, fromMonth, fromMonth + months)))
                .map(standard -> new Gain(months, grams, rounded(standard.z(grams))));
    }

    private static double rounded(double z) {
        return Double.isInfinite(z) ? z : Assessment.rounded(z);
    }

    private static boolean aside(double months, int whole) {
        return Math.abs(months - whole) > MOST_MONTHS_ASIDE;
    }
}
