package id.tumbuh.measurement.growth;

/**
 * L, M, S of one index and sex by day, prepared so that a z-score costs one power: a row is one cache line of what the
 * formula needs, and the SD lines of the restricted tails are computed once, not per child.
 */
final class PowerTable {

    private static final int WIDTH = 8;

    private final int firstDay;
    private final double[] rows;

    PowerTable(LmsRows source) {
        firstDay = source.first();
        rows = new double[source.size() * WIDTH];
        for (int row = 0; row < source.size(); row++) {
            Lms lms = source.row(row);
            int at = row * WIDTH;
            rows[at] = 1 / lms.m();
            rows[at + 1] = lms.l();
            rows[at + 2] = 1 / (lms.s() * lms.l());
            rows[at + 3] = lms.atSd(-3);
            rows[at + 4] = lms.atSd(-2);
            rows[at + 5] = lms.atSd(2);
            rows[at + 6] = lms.atSd(3);
        }
    }

    /** The unrounded z-score, NaN where the table says nothing. */
    double z(int day, double value) {
        int at = (day - firstDay) * WIDTH;
        if (at < 0 || at >= rows.length || !(value > 0)) {
            return Measures.NONE;
        }
        double z = (Math.pow(value * rows[at], rows[at + 1]) - 1) * rows[at + 2];
        if (z > 3) {
            return 3 + (value - rows[at + 6]) / (rows[at + 6] - rows[at + 5]);
        }
        if (z < -3) {
            return -3 + (value - rows[at + 3]) / (rows[at + 4] - rows[at + 3]);
        }
        return z;
    }
}
