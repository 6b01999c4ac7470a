package id.tumbuh.intervention.circumstance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A risk factor of a family by its code, as {@code UNSAFE_WATER}. Not an enum: which factors there are is the registry's to
 * say and who answers one is a rule, so a new factor needs no change here.
 */
public record RiskFactor(@JsonValue String code) implements Comparable<RiskFactor> {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,60}");

    @JsonCreator
    public RiskFactor {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("not the code of a risk factor");
        }
    }

    @Override
    public int compareTo(RiskFactor other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
