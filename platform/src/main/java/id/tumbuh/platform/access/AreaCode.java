package id.tumbuh.platform.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dotted Kemendagri code of an administrative area ({@code 36}, {@code 36.04}, {@code 36.04.20}, {@code 36.04.20.2006}).
 *
 * <p>An area's code starts with its parent's, so being inside an area is a prefix test.
 */
public record AreaCode(@JsonValue String value) implements Comparable<AreaCode> {
    private static final Pattern FORM = Pattern.compile("\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?");

    @JsonCreator
    public AreaCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a dotted area code");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    public AreaLevel level() {
        for (AreaLevel level : AreaLevel.values()) {
            if (level.codeLength() == value.length()) {
                return level;
            }
        }
        throw new IllegalStateException("no level has " + value.length() + " characters");
    }

    public Optional<AreaCode> parent() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(new AreaCode(value.substring(0, dot)));
    }

    /** The areas that contain this one, widest first, without itself. */
    public List<AreaCode> ancestors() {
        List<AreaCode> ancestors = new ArrayList<>(3);
        parent().ifPresent(parent -> {
            ancestors.addAll(parent.ancestors());
            ancestors.add(parent);
        });
        return List.copyOf(ancestors);
    }

    /** Whether the other area is this one or lies in it. */
    public boolean contains(AreaCode other) {
        return other.value.startsWith(value)
                && (other.value.length() == value.length() || other.value.charAt(value.length()) == '.');
    }

    @Override
    public int compareTo(AreaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
