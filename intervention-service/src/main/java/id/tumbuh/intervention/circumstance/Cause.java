package id.tumbuh.intervention.circumstance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Something that calls for help, or for more of it, by its code: a sign of a child or a pregnant woman, as {@code WASTED}, or
 * something of the family, as {@code UNSAFE_WATER}. Not an enum: what a cause means is the rule {@code need.answers}, so a new
 * one needs a row and no code.
 */
public record Cause(@JsonValue String code) implements Comparable<Cause> {
    // before the constants, which it judges
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,60}");

    public static final Cause WASTED = new Cause("WASTED");
    public static final Cause SEVERELY_WASTED = new Cause("SEVERELY_WASTED");
    public static final Cause UNDERWEIGHT = new Cause("UNDERWEIGHT");
    /** 2T: two weighings in a row without the gain of the KMS. */
    public static final Cause NOT_GAINED_TWICE = new Cause("NOT_GAINED_TWICE");
    /** BGM of the KMS. */
    public static final Cause BELOW_RED_LINE = new Cause("BELOW_RED_LINE");
    /** KEK. */
    public static final Cause CHRONIC_ENERGY_DEFICIENCY_RISK = new Cause("CHRONIC_ENERGY_DEFICIENCY_RISK");

    public static final Cause ANAEMIA = new Cause("ANAEMIA");
    /** The welfare rank is one that the rule {@code need.rank} calls poor. */
    public static final Cause POOR = new Cause("POOR");

    @JsonCreator
    public Cause {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("not the code of a cause");
        }
    }

    public static Cause of(RiskFactor factor) {
        return new Cause(factor.code());
    }

    @Override
    public int compareTo(Cause other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
