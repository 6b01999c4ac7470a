package id.tumbuh.measurement.growth;

/** One table of the standard for one sex, as decoded: the printed decimals as integers, keys without gaps. */
@SuppressWarnings("ArrayRecordComponent") // decoded once, compared by nobody
record LmsRows(int first, int[] l, int[] m, int[] s) {

    static final double L_UNIT = 10_000;
    static final double M_UNIT = 10_000;
    static final double S_UNIT = 100_000;

    int size() {
        return m.length;
    }

    Lms row(int row) {
        return new Lms(l[row] / L_UNIT, m[row] / M_UNIT, s[row] / S_UNIT);
    }
}
