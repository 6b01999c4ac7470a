package id.tumbuh.registry.sameperson;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Cuts a written name into words: lower case, no accents, no apostrophes, no academic degrees. */
final class NameWords {
    private NameWords() {}

    /**
     * @param degree whether letters without their points are a degree ({@code spd}); only asked of what is written with points
     *     inside ({@code S.Pd.}) or after a comma, since {@code St.} before a name is Siti
     */
    static List<String> of(@Nullable String written, Predicate<String> degree) {
        if (written == null) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        String[] parts = plain(written).split(",", -1);
        for (int part = 0; part < parts.length; part++) {
            for (String piece : parts[part].split(" ", -1)) {
                String bare = piece.replace(".", "");
                boolean mayBeDegree = part > 0 || piece.indexOf('.') < piece.lastIndexOf('.');
                if (!bare.isEmpty() && !((mayBeDegree || isPointInside(piece)) && degree.test(bare))) {
                    addWords(piece, words);
                }
            }
        }
        return List.copyOf(words);
    }

    private static boolean isPointInside(String piece) {
        int point = piece.indexOf('.');
        return point > 0 && point < piece.length() - 1;
    }

    private static void addWords(String piece, List<String> words) {
        for (String word : piece.split("\\.", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
    }

    /** Letters, digits, points and commas; everything else parts words. */
    private static String plain(String written) {
        StringBuilder plain = new StringBuilder(written.length());
        for (char letter : Normalizer.normalize(written, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .toCharArray()) {
            if (Character.isLetterOrDigit(letter) || letter == '.' || letter == ',') {
                plain.append(letter);
            } else if (letter != '\'' && letter != '`' && letter != '\u2019' && !isAccent(letter)) {
                plain.append(' ');
            }
        }
        return plain.toString();
    }

    private static boolean isAccent(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }
}
