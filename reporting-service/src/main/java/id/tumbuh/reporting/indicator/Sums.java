package id.tumbuh.reporting.indicator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was counted for one area and month: children weighed, summed over sexes and age bands under five years, and what there was
 * at the end of the month.
 *
 * @param children who should have come (S): registered, and under five on at least one day of that month
 * @param stocks by measure, as {@code families.at-risk}
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
        long severelyUnderweight,
        long gained,
        long marked,
        long overweight,
        Map<String, Long> stocks) {
    public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());

    static final String CHILDREN = "population.children";

    public Sums {
        stocks = Map.copyOf(stocks);
    }

    Sums with(Map<String, Long> counted) {
        return new Sums(
                children,
                weighed,
                heightPlausible,
                stunted,
                severelyStunted,
                wastingPlausible,
                wasted,
                severelyWasted,
                weightPlausible,
                underweight,
                severelyUnderweight,
                gained,
                marked,
                overweight,
                counted);
    }

    /** Both together; what there was at the end of a month can't be added and is the other's. */
    Sums plus(Sums other) {
        return new Sums(
                children + other.children,
                weighed + other.weighed,
                heightPlausible + other.heightPlausible,
                stunted + other.stunted,
                severelyStunted + other.severelyStunted,
                wastingPlausible + other.wastingPlausible,
                wasted + other.wasted,
                severelyWasted + other.severelyWasted,
                weightPlausible + other.weightPlausible,
                underweight + other.underweight,
                severelyUnderweight + other.severelyUnderweight,
                gained + other.gained,
                marked + other.marked,
                overweight + other.overweight,
                other.stocks);
    }

    /** Both together, where what is counted by month is what happened in it. */
    Sums plusWhatHappened(Sums other) {
        Map<String, Long> added = new HashMap<>(stocks);
        other.stocks.forEach((measure, amount) -> added.merge(measure, amount, Long::sum));
        return plus(other).with(added);
    }

    /** How many of the measure. */
    public long of(String measure) {
        return growth(measure).orElseGet(() -> stocks.getOrDefault(measure, 0L));
    }

    /** The measure if it is one of growth. */
    private Optional<Long> growth(String measure) {
        return switch (measure) {
            case CHILDREN -> Optional.of(children);
            case "growth.weighed" -> Optional.of(weighed);
            case "growth.height-plausible" -> Optional.of(heightPlausible);
            case "growth.stunted" -> Optional.of(stunted);
            case "growth.severely-stunted" -> Optional.of(severelyStunted);
            case "growth.wasting-plausible" -> Optional.of(wastingPlausible);
            case "growth.wasted" -> Optional.of(wasted);
            case "growth.severely-wasted" -> Optional.of(severelyWasted);
            case "growth.weight-plausible" -> Optional.of(weightPlausible);
            case "growth.underweight" -> Optional.of(underweight);
            case "growth.severely-underweight" -> Optional.of(severelyUnderweight);
            case "growth.gained" -> Optional.of(gained);
            case "growth.marked" -> Optional.of(marked);
            case "growth.overweight" -> Optional.of(overweight);
            default -> Optional.empty();
        };
    }
}
