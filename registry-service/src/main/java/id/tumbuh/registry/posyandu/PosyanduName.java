package id.tumbuh.registry.posyandu;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name on the board; two boards name the same posyandu when their {@link #normalised} names are equal. */
public record PosyanduName(String text) {
    private static final Pattern SEPARATING = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String PREFIX = "POSYANDU ";

    public PosyanduName {
        text = text.strip().replaceAll("\\s+", " ");
        if (text.isEmpty() || text.length() > 100) {
            throw new IllegalArgumentException("a posyandu's name has 1 to 100 characters");
        }
    }

    /** Upper case, without punctuation and the word Posyandu before it: {@code Posyandu  Melati-1} is {@code MELATI 1}. */
    public String normalised() {
        String upper = SEPARATING
                .matcher(text.toUpperCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper;
    }
}
