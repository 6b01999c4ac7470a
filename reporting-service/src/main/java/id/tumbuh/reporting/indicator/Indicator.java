package id.tumbuh.reporting.indicator;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** A figure by area and month, defined by what it counts over what. */
public enum Indicator {
    STUNTING_PREVALENCE(
            "stunting-prevalence", "Anak pendek dan sangat pendek (TB/U)", "Anak dengan TB/U yang masuk akal"),
    SEVERE_STUNTING("severe-stunting", "Anak sangat pendek (TB/U)", "Anak dengan TB/U yang masuk akal"),
    WASTING("wasting", "Anak gizi kurang dan gizi buruk (BB/TB)", "Anak dengan BB/TB yang masuk akal"),
    UNDERWEIGHT("underweight", "Anak berat badan kurang dan sangat kurang (BB/U)", "Anak dengan BB/U yang masuk akal"),
    /** D/S of the SKDN. */
    WEIGHING_COVERAGE("weighing-coverage", "Balita ditimbang (D)", "Sasaran balita (S)");

    private final String code;
    private final String numeratorText;
    private final String denominatorText;

    Indicator(String code, String numeratorText, String denominatorText) {
        this.code = code;
        this.numeratorText = numeratorText;
        this.denominatorText = denominatorText;
    }

    public static Optional<Indicator> byCode(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    /** What is counted, in words. */
    public String numeratorText() {
        return numeratorText;
    }

    /** Of what it is a share, in words. */
    public String denominatorText() {
        return denominatorText;
    }

    public Figure of(Sums sums) {
        return switch (this) {
            case STUNTING_PREVALENCE -> figure(sums.stunted(), sums.heightPlausible(), sums);
            case SEVERE_STUNTING -> figure(sums.severelyStunted(), sums.heightPlausible(), sums);
            case WASTING -> figure(sums.wasted(), sums.wastingPlausible(), sums);
            case UNDERWEIGHT -> figure(sums.underweight(), sums.weightPlausible(), sums);
            case WEIGHING_COVERAGE -> figure(sums.weighed(), sums.children(), sums);
        };
    }

    private Figure figure(long numerator, long denominator, Sums sums) {
        // D/S is the coverage: the children it stands for are those who came.
        long measured = this == WEIGHING_COVERAGE ? sums.weighed() : denominator;
        OptionalDouble coverage =
                sums.children() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) measured / sums.children());
        return new Figure(numerator, denominator, coverage);
    }
}
