package id.tumbuh.reporting.growth;

import java.util.List;

/**
 * What a measurement adds to the counters, one bit each, in the order of the counter's columns.
 *
 * <p>"Plausible" is the denominator: an index that could be computed and is within WHO's limits. Oedema counts as severely
 * wasted and severely underweight although no index by weight exists (WHO anthro, prevalence).
 */
enum Finding {
    WEIGHED(0, "weighed"),
    HEIGHT_PLAUSIBLE(1, "height_plausible"),
    STUNTED(2, "stunted"),
    SEVERELY_STUNTED(3, "severely_stunted"),
    WASTING_PLAUSIBLE(4, "wasting_plausible"),
    WASTED(5, "wasted"),
    SEVERELY_WASTED(6, "severely_wasted"),
    WEIGHT_PLAUSIBLE(7, "weight_plausible"),
    UNDERWEIGHT(8, "underweight"),
    SEVERELY_UNDERWEIGHT(9, "severely_underweight"),
    GAINED(10, "gained"),
    /** Weighed with a mark on the growth card, whichever. */
    MARKED(11, "marked"),
    /** Above +2 SD by weight for height, obese children included; of those whose weight for height is plausible, as the wasted. */
    OVERWEIGHT(12, "overweight");

    static final List<Finding> ALL = List.of(values());

    /** Number of the bit in stored rows: never to be given to another finding. */
    private final int position;

    private final String column;

    Finding(int position, String column) {
        this.position = position;
        this.column = column;
    }

    String column() {
        return column;
    }

    int position() {
        return position;
    }

    int bit() {
        return 1 << position;
    }
}
