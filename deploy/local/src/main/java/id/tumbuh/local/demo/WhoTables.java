package id.tumbuh.local.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The WHO Child Growth Standards as far as a posyandu needs them: z-scores and their inverse. Lengths are whole
 * millimetres, so that no sum of decimals blurs a cut-off.
 */
public final class WhoTables {

    /** Longest age with a z-score, in days. */
    static final int LAST_DAY = 1826;

    /** From this day a child is measured standing, and its weight judged by height. */
    public static final int STANDING_FROM_DAY = 731;

    private static final int SHORTEST_MM = 450;
    private static final int LONGEST_LYING_MM = 1100;
    private static final int SHORTEST_STANDING_MM = 650;
    private static final int TALLEST_STANDING_MM = 1200;
    private static final int LYING_IS_LONGER_BY_MM = 7;

    private static final Map<Sex, Lms[]> LENGTH = twoParameters("who/length-for-age.csv");
    private static final Map<Sex, Lms[]> WEIGHT = threeParameters("who/weight-for-age.csv");
    private static final Map<Sex, Lms[]> WEIGHT_FOR_LENGTH = threeParameters("who/weight-for-length.csv");

    private WhoTables() {}

    /** The z-score TB/U of a child measured as its age asks for. */
    public static double lengthForAge(Sex sex, int day, int lengthMm) {
        return row(LENGTH, sex, day).z(lengthMm / 10.0);
    }

    /** Millimetres, not yet rounded to what a kader reads off the board. */
    public static double lengthAt(Sex sex, int day, double z) {
        return row(LENGTH, sex, day).at(z) * 10;
    }

    /** The z-score BB/U. */
    public static double weightForAge(Sex sex, int day, int grams) {
        return row(WEIGHT, sex, day).restricted(grams / 1000.0);
    }

    /** The z-score BB/TB of a child measured as its age asks for. */
    public static double weightForLength(Sex sex, int day, int lengthMm, int grams) {
        return weightForLength(sex, day, lengthMm).restricted(grams / 1000.0);
    }

    /** Grams, not yet rounded to what the scale shows. */
    public static double weightAt(Sex sex, int day, int lengthMm, double z) {
        return weightForLength(sex, day, lengthMm).restrictedAt(z) * 1000;
    }

    /** Whether WHO's tables of weight for length reach so far. */
    public static boolean hasWeightForLength(int day, int lengthMm) {
        return day < STANDING_FROM_DAY
                ? lengthMm >= SHORTEST_MM && lengthMm <= LONGEST_LYING_MM
                : lengthMm >= SHORTEST_STANDING_MM && lengthMm <= TALLEST_STANDING_MM;
    }

    private static Lms weightForLength(Sex sex, int day, int lengthMm) {
        int lying = day < STANDING_FROM_DAY ? lengthMm : lengthMm + LYING_IS_LONGER_BY_MM;
        return row(WEIGHT_FOR_LENGTH, sex, lying - SHORTEST_MM);
    }

    private static Map<Sex, Lms[]> twoParameters(String name) {
        return bySex(
                Resource.table(name), (row, sex) -> new Lms(1, figure(row, 1 + 2 * sex), figure(row, 2 + 2 * sex)));
    }

    private static Map<Sex, Lms[]> threeParameters(String name) {
        return bySex(
                Resource.table(name),
                (row, sex) -> new Lms(figure(row, 1 + 3 * sex), figure(row, 2 + 3 * sex), figure(row, 3 + 3 * sex)));
    }

    private static Map<Sex, Lms[]> bySex(List<List<String>> rows, Reading reading) {
        Map<Sex, Lms[]> table = new EnumMap<>(Sex.class);
        for (Sex sex : Sex.values()) {
            int column = sex == Sex.L ? 0 : 1;
            table.put(sex, rows.stream().map(row -> reading.of(row, column)).toArray(Lms[]::new));
        }
        return table;
    }

    private static Lms row(Map<Sex, Lms[]> table, Sex sex, int row) {
        return Objects.requireNonNull(table.get(sex))[row];
    }

    private static double figure(List<String> row, int column) {
        return Double.parseDouble(row.get(column));
    }

    private interface Reading {
        Lms of(List<String> row, int sex);
    }

    /** Skewness, median and spread of one reference distribution. */
    private record Lms(double l, double m, double s) {

        double z(double value) {
            return (Math.pow(value / m, l) - 1) / (l * s);
        }

        double at(double z) {
            return m * Math.pow(1 + l * s * z, 1 / l);
        }

        /** Beyond three standard deviations weight is counted in steps of the outermost one, as WHO does. */
        double restricted(double value) {
            double z = z(value);
            if (z > 3) {
                return 3 + (value - at(3)) / (at(3) - at(2));
            }
            if (z < -3) {
                return -3 + (value - at(-3)) / (at(-2) - at(-3));
            }
            return z;
        }

        double restrictedAt(double z) {
            if (z > 3) {
                return at(3) + (z - 3) * (at(3) - at(2));
            }
            if (z < -3) {
                return at(-3) + (z + 3) * (at(-2) - at(-3));
            }
            return at(z);
        }
    }
}
