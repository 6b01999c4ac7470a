package id.tumbuh.registry.area;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name as it is compared: without case, accents and punctuation, so that <em>Soka'an</em> is found as <em>sokaan</em>. */
public record AreaName(String text) {
    private static final Pattern JOINED = Pattern.compile("[\\p{M}'’`\"]+");
    private static final Pattern SEPARATING = Pattern.compile("[^a-z0-9]+");

    public String normalised() {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return SEPARATING
                .matcher(JOINED.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }
}
