package id.tumbuh.registry.imports.mapping;

import java.text.Normalizer;
import java.util.Locale;

/** Titles and answers are compared without case, punctuation and repeated blanks. */
final class Words {
    private Words() {}

    static String key(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
