package id.tumbuh.measurement.growth;

import id.tumbuh.measurement.growth.WhoTables.Name;

/**
 * The lines of the standard, as a growth chart draws them: the value that lies so many standard deviations from the
 * median, SDk = M·(1 + L·S·k)^(1/L). Up to ±3, where every index is defined by this power; immutable and thread-safe.
 */
public final class GrowthCurves {

    private static final int OUTERMOST = 3;
    private static final double TENTHS_A_CM = 10;
    private static final int SHORTEST_TENTHS = 450;

    private final WhoTables tables;

    private GrowthCurves(WhoTables tables) {
        this.tables = tables;
    }

    public static GrowthCurves load() {
        return new GrowthCurves(WhoTables.load());
    }

    /** The value at an age in whole days; NaN where the table says nothing. */
    public double atDay(Sex sex, GrowthIndex index, int day, int deviations) {
        LmsRows rows = tables.of(sex, byAge(index));
        int row = day - rows.first();
        return row < 0 || row >= rows.size() ? Measures.NONE : rows.row(row).atSd(within(deviations));
    }

    /** The weight in kg for a length of whole tenths of a centimetre; a height is the length 0.7 cm longer. */
    public double weightAtLength(Sex sex, double lengthCm, int deviations) {
        LmsRows rows = tables.of(sex, Name.WEIGHT_FOR_LENGTH);
        int row = (int) Math.round(lengthCm * TENTHS_A_CM) - SHORTEST_TENTHS;
        return row < 0 || row >= rows.size() ? Measures.NONE : rows.row(row).atSd(within(deviations));
    }

    private static int within(int deviations) {
        if (Math.abs(deviations) > OUTERMOST) {
            throw new IllegalArgumentException("no line at " + deviations + " SD");
        }
        return deviations;
    }

    private static Name byAge(GrowthIndex index) {
        return switch (index) {
            case LENGTH_HEIGHT_FOR_AGE -> Name.LENGTH_HEIGHT;
            case WEIGHT_FOR_AGE -> Name.WEIGHT;
            case BMI_FOR_AGE -> Name.BMI;
            case HEAD_CIRCUMFERENCE_FOR_AGE -> Name.HEAD;
            case ARM_CIRCUMFERENCE_FOR_AGE -> Name.ARM;
            case TRICEPS_FOR_AGE -> Name.TRICEPS;
            case SUBSCAPULAR_FOR_AGE -> Name.SUBSCAPULAR;
            case WEIGHT_FOR_LENGTH_HEIGHT -> throw new IllegalArgumentException("goes by length, not by age");
        };
    }
}
