package id.tumbuh.measurement.growth;

/** M and S by day of an index whose L is 1 throughout (length/height, head): no power, and no restricted tails. */
final class NormalTable {

    private static final int WIDTH = 2;

    private final int firstDay;
    private final double[] rows;

    NormalTable(LmsRows source) {
        firstDay = source.first();
        rows = new double[source.size() * WIDTH];
        for (int row = 0; row < source.size(); row++) {
            Lms lms = source.row(row);
            if (lms.l() != 1) {
                throw new IllegalArgumentException("L is not 1 in row " + row);
            }
            rows[row * WIDTH] = lms.m();
            rows[row * WIDTH + 1] = 1 / (lms.m() * lms.s());
        }
    }

    /** The unrounded z-score, NaN where the table says nothing. */
    double z(int day, double value) {
        int at = (day - firstDay) * WIDTH;
        if (at < 0 || at >= rows.length || !(value > 0)) {
            return Measures.NONE;
        }
        return (value - rows[at]) * rows[at + 1];
    }
}
