package id.tumbuh.registry.posyandu;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name on the board; two boards name the same posyandu when their {@link #normalised} names are equal. */
public record PosyanduName(String text) {
    private static final Pattern SEPARATING = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PREFIX = Pattern.compile("^POSYANDU\\b");

    public PosyanduName {
        if (!isValid(text)) {
            throw new IllegalArgumentException("a posyandu's name has 1 to 100 characters");
        }
        text = text.strip();
    }

    /** Something must be left of it after the word Posyandu. */
    public static boolean isValid(String text) {
        return text.length() <= 100 && !normalised(text).isEmpty();
    }

    /** Upper case, without punctuation and the word Posyandu before it: {@code Posyandu  Melati-1} is {@code MELATI 1}. */
    public String normalised() {
        return normalised(text);
    }

    private static String normalised(String text) {
        String upper = SEPARATING
                .matcher(text.toUpperCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return PREFIX.matcher(upper).replaceFirst("").strip();
    }
}
