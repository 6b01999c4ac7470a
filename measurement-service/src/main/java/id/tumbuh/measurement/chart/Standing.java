package id.tumbuh.measurement.chart;

import id.tumbuh.measurement.growth.Category;
import id.tumbuh.measurement.growth.HeadForAge;
import id.tumbuh.measurement.growth.HeightForAge;
import id.tumbuh.measurement.growth.WeightForAge;
import id.tumbuh.measurement.growth.WeightForHeight;
import org.jspecify.annotations.Nullable;

/** How a measurement stands to the limits of its chart: each is a shape and a colour of its own. */
enum Standing {
    NORMAL,
    LOW,
    VERY_LOW,
    HIGH,
    /** Flagged: the child can hardly be so. */
    DOUBTFUL,
    /** Before birth, after five years, or beyond the lengths of the table: the standard says nothing. */
    OUTSIDE;

    static Standing of(@Nullable Category category) {
        return switch (category) {
            case null -> OUTSIDE;
            case HeightForAge height -> of(height);
            case WeightForAge weight -> of(weight);
            case WeightForHeight weight -> of(weight);
            case HeadForAge head -> of(head);
        };
    }

    private static Standing of(HeightForAge height) {
        return switch (height) {
            case SEVERELY_STUNTED -> VERY_LOW;
            case STUNTED -> LOW;
            case NORMAL -> NORMAL;
            case TALL -> HIGH;
        };
    }

    private static Standing of(WeightForAge weight) {
        return switch (weight) {
            case SEVERELY_UNDERWEIGHT -> VERY_LOW;
            case UNDERWEIGHT -> LOW;
            case NORMAL -> NORMAL;
            case RISK_OF_OVERWEIGHT -> HIGH;
        };
    }

    private static Standing of(WeightForHeight weight) {
        return switch (weight) {
            case SEVERELY_WASTED -> VERY_LOW;
            case WASTED -> LOW;
            case NORMAL -> NORMAL;
            case RISK_OF_OVERWEIGHT, OVERWEIGHT, OBESE -> HIGH;
        };
    }

    private static Standing of(HeadForAge head) {
        return switch (head) {
            case MICROCEPHALY -> LOW;
            case NORMAL -> NORMAL;
            case MACROCEPHALY -> HIGH;
        };
    }
}
