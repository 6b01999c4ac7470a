package id.tumbuh.measurement.growth;

import java.time.LocalDate;

/**
 * Age at the measurement, in the two forms the standard needs: whole days (a half rounds up) choose the row of a
 * table, unrounded months decide where the standard ends and from when a child may stand.
 */
public record Age(int days, double months) {

    /** The standard's own month, not a calendar month. */
    public static final double DAYS_A_MONTH = 30.4375;

    /** From this day on a child is measured standing (24 months, 730.5 days, rounded up). */
    static final int STANDING_FROM_DAY = 731;

    private static final double MONTHS_COVERED = 60;
    private static final double YOUNGEST_STANDING_MONTHS = 9;

    public Age {
        if (days < 0 || !(months >= 0)) {
            throw new IllegalArgumentException("an age is not negative");
        }
    }

    public static Age ofDays(double days) {
        return new Age(roundedHalfUp(days), days / DAYS_A_MONTH);
    }

    public static Age ofMonths(double months) {
        return new Age(roundedHalfUp(months * DAYS_A_MONTH), months);
    }

    /** Age on a day; a day before the birth is refused. */
    public static Age on(LocalDate day, LocalDate birthDate) {
        return ofDays((double) (day.toEpochDay() - birthDate.toEpochDay()));
    }

    public boolean coveredByStandard() {
        return months < MONTHS_COVERED;
    }

    boolean tooYoungToStand() {
        return months < YOUNGEST_STANDING_MONTHS;
    }

    /** Old enough that height, not length, is what the standard speaks of. */
    public boolean measuredStanding() {
        return days >= STANDING_FROM_DAY;
    }

    private static int roundedHalfUp(double days) {
        double whole = Math.floor(days);
        return (int) (days - whole >= 0.5 ? whole + 1 : whole);
    }
}
