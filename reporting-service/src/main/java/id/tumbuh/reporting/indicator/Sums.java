package id.tumbuh.reporting.indicator;

/**
 * Counters of one area and month, summed over sexes and age bands under five years.
 *
 * @param children who should have come (S): registered, and under five on at least one day of that month
 */
public record Sums(
        long children,
        long weighed,
        long heightPlausible,
        long stunted,
        long severelyStunted,
        long wastingPlausible,
        long wasted,
        long severelyWasted,
        long weightPlausible,
        long underweight,
        long severelyUnderweight) {
    public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
