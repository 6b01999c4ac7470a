package id.tumbuh.measurement.growth;

/**
 * Weight for length and for height of one sex. WHO's two tables are one: the figures for a height are those for the
 * length 0.7 cm longer in every row they share, so rows stand every 0.1 cm of <em>length</em> from 45.0 to 120.7.
 *
 * <p>Lengths come in micrometres: in binary fractions 103.1 − 0.7 falls just below 102.4 and lands in the wrong row.
 */
final class LengthTable {

    static final int MICROMETRES_A_CM = 10_000;
    static final int HEIGHT_TO_LENGTH = 7_000;

    private static final int STEP = MICROMETRES_A_CM / 10;
    private static final int SHORTEST_LENGTH = 45 * MICROMETRES_A_CM;
    private static final int LONGEST_LENGTH = 110 * MICROMETRES_A_CM;
    private static final int SHORTEST_HEIGHT = 65 * MICROMETRES_A_CM;
    private static final int TALLEST_HEIGHT = 120 * MICROMETRES_A_CM;
    private static final int WIDTH = 3;

    private final double[] rows;

    LengthTable(LmsRows source) {
        rows = new double[source.size() * WIDTH];
        for (int row = 0; row < source.size(); row++) {
            Lms lms = source.row(row);
            rows[row * WIDTH] = lms.l();
            rows[row * WIDTH + 1] = lms.m();
            rows[row * WIDTH + 2] = lms.s();
        }
    }

    double zForLength(long micrometres, double weightKg) {
        return micrometres < SHORTEST_LENGTH || micrometres > LONGEST_LENGTH
                ? Measures.NONE
                : z((int) micrometres - SHORTEST_LENGTH, weightKg);
    }

    double zForHeight(long micrometres, double weightKg) {
        return micrometres < SHORTEST_HEIGHT || micrometres > TALLEST_HEIGHT
                ? Measures.NONE
                : z((int) micrometres + HEIGHT_TO_LENGTH - SHORTEST_LENGTH, weightKg);
    }

    private double z(int beyondShortest, double weightKg) {
        if (!(weightKg > 0)) {
            return Measures.NONE;
        }
        int at = beyondShortest / STEP * WIDTH;
        int rest = beyondShortest % STEP;
        double l = rows[at];
        double m = rows[at + 1];
        double s = rows[at + 2];
        if (rest > 0) { // between two rows the figures are interpolated; the last row never has a rest
            double share = rest / (double) STEP;
            l += share * (rows[at + WIDTH] - l);
            m += share * (rows[at + WIDTH + 1] - m);
            s += share * (rows[at + WIDTH + 2] - s);
        }
        double z = (Math.pow(weightKg / m, l) - 1) / (s * l);
        return z > 3 || z < -3 ? new Lms(l, m, s).restricted(weightKg, z) : z;
    }
}
