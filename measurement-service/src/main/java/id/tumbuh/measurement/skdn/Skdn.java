package id.tumbuh.measurement.skdn;

/**
 * One cell of the table.
 *
 * @param s children (sasaran)
 * @param k with a card (KMS)
 * @param d weighed this month (ditimbang)
 * @param n gained enough (naik)
 * @param t did not (tidak naik)
 * @param o not weighed the month before
 * @param b weighed for the first time (baru)
 * @param twiceNotGained 2T, some of the t
 * @param belowRedLine BGM, some of the d
 */
record Skdn(int s, int k, int d, int n, int t, int o, int b, int twiceNotGained, int belowRedLine) {

    static final Skdn NOBODY = new Skdn(0, 0, 0, 0, 0, 0, 0, 0, 0);

    Skdn {
        if (d != n + t + o + b || k > s || d > k || twiceNotGained > t || belowRedLine > d) {
            throw new IllegalArgumentException("D = N + T + O + B, D ≤ K ≤ S, 2T ≤ T and BGM ≤ D must hold");
        }
    }

    Skdn plus(Skdn other) {
        return new Skdn(
                s + other.s,
                k + other.k,
                d + other.d,
                n + other.n,
                t + other.t,
                o + other.o,
                b + other.b,
                twiceNotGained + other.twiceNotGained,
                belowRedLine + other.belowRedLine);
    }
}
