package id.tumbuh.measurement.growth;

/**
 * What the standard says about one measurement. Figures that do not exist are NaN.
 *
 * <p>Everything that is printed, flagged, classified or counted goes by the z-score rounded to two decimals, as WHO does
 * it: the class never contradicts the figure beside it.
 */
public final class Assessment {

    private final double adjustedLengthHeightCm;
    private final double bmi;
    private final boolean standingTooYoung;
    private final boolean oedema;
    private final double[] z;

    Assessment(double adjustedLengthHeightCm, double bmi, boolean standingTooYoung, boolean oedema, double[] z) {
        this.adjustedLengthHeightCm = adjustedLengthHeightCm;
        this.bmi = bmi;
        this.standingTooYoung = standingTooYoung;
        this.oedema = oedema;
        this.z = z;
    }

    /** What was said once: the stored z-scores in the order of {@link GrowthIndex}, unrounded, NaN for none. */
    public static Assessment recalled(double[] z, boolean oedema) {
        if (z.length != GrowthIndex.values().length) {
            throw new IllegalArgumentException("a z-score for every index");
        }
        return new Assessment(Double.NaN, Double.NaN, false, oedema, z.clone());
    }

    /** Length or height as the child's age asks for it: 0.7 cm more or less when it was taken the other way. */
    public double adjustedLengthHeightCm() {
        return adjustedLengthHeightCm;
    }

    public double bmi() {
        return bmi;
    }

    /** Recorded as standing before nine months: taken for a length, without adjustment. */
    public boolean standingTooYoung() {
        return standingTooYoung;
    }

    /** Bilateral oedema within the age of the standard: no weight-based z-score, and severe all the same. */
    public boolean oedema() {
        return oedema;
    }

    public boolean has(GrowthIndex index) {
        return !Double.isNaN(z[index.place()]);
    }

    /** The z-score on two decimals. */
    public double z(GrowthIndex index) {
        return rounded(z[index.place()]);
    }

    /** The z-score as computed. */
    public double unroundedZ(GrowthIndex index) {
        return z[index.place()];
    }

    /** Two decimals, as every figure of this platform that is compared with a cut-off. */
    public static double rounded(double z) {
        return Double.isNaN(z) ? z : Math.round(z * 100) / 100.0;
    }
}
