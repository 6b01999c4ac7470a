package id.tumbuh.reporting.indicator;

/**
 * Counters of one area and month, summed over sexes and age bands under five years.
 *
 * @param children who should have come (S): registered, under 60 months in that month
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
