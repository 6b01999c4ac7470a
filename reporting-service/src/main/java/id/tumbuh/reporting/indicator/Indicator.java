package id.tumbuh.reporting.indicator;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A figure by area and month, defined by what it counts over what: a row of table {@code indicator}.
 *
 * @param numerator the measure that is counted
 * @param denominator the measure it is a share of
 * @param topics whose events it follows
 * @param source the law or document that defines it
 */
public record Indicator(
        String code,
        Kind kind,
        Words indonesian,
        Words english,
        String numerator,
        String denominator,
        boolean lowerIsBetter,
        List<String> topics,
        String source) {
    /** Code of the figure that a TPPS looks at first. */
    public static final String STUNTING_PREVALENCE = "stunting-prevalence";

    /** Measure of the children who should have come (S). */
    public static final String EXPECTED = Sums.CHILDREN;

    /** Code of D/S of the SKDN. */
    public static final String WEIGHING_COVERAGE = "weighing-coverage";

    /** Code of N/D of the SKDN. */
    public static final String WEIGHT_GAIN = "weight-gain";

    /** Code of the families at risk (KRS). */
    public static final String FAMILIES_AT_RISK = "krs-share";

    public Indicator {
        topics = List.copyOf(topics);
    }

    /** What its measures are counted of. */
    public enum Kind {
        /** Children weighed in the month, also by sex and age. */
        GROWTH,
        /** What there is at the end of the month. */
        STOCK,
        /** What happened in the month. */
        FLOW,
        /** What offices planned and promised for a year, by now. It stands at the level it is planned at, so areas below do not add up to it. */
        PLAN
    }

    /** What it is called, and what is counted of what, in one language. */
    public record Words(String name, String numerator, String denominator) {}

    /** Whether it counts people or what they get, in areas that add up: what is published, small counts hidden. */
    public boolean isPublished() {
        return kind != Kind.PLAN;
    }

    public Words in(Locale locale) {
        return locale.getLanguage().equals("en") ? english : indonesian;
    }

    /** The measure that coverage compares with the children who should have come. */
    public String measured() {
        // D/S is the coverage: the children it stands for are those who came.
        return isOfVisits() ? numerator : denominator;
    }

    /** Whether it counts who came, of whom should have come: its months can be added. */
    boolean isOfVisits() {
        return denominator.equals(EXPECTED);
    }

    /** Whether the figure of several months is the sum of theirs. */
    boolean addsUp() {
        return isOfVisits() || kind == Kind.FLOW;
    }

    public Figure of(Sums sums) {
        long counted = sums.of(denominator);
        long measured = sums.of(measured());
        boolean covers = kind == Kind.GROWTH && sums.children() > 0;
        return new Figure(
                sums.of(numerator),
                counted,
                covers ? OptionalDouble.of((double) measured / sums.children()) : OptionalDouble.empty());
    }
}
