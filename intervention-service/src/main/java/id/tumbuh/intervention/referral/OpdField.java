package id.tumbuh.intervention.referral;

import java.util.regex.Pattern;

/** The field of work of an OPD (organisasi perangkat daerah), as {@code PUPR}. Which there are is a rule, so no enum. */
public record OpdField(String code) {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,30}");

    public OpdField {
        if (!isValid(code)) {
            throw new IllegalArgumentException("not the code of a field");
        }
    }

    static boolean isValid(String code) {
        return FORM.matcher(code).matches();
    }

    @Override
    public String toString() {
        return code;
    }
}
