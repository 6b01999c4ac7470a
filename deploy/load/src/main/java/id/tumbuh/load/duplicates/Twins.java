package id.tumbuh.load.duplicates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Names as parents of twins like them: Hasan and Husen, Rina and Rini, Dina and Diana, or one word in common. */
final class Twins {
    private static final String VOWELS = "aiueo";
    private static final String CONSONANTS = "bdfhjklmnrstwyz";
    private static final Set<String> EVERYBODYS = Set.of("Muhammad", "Siti");

    private Twins() {}

    static String nameLike(String name, Draw draw) {
        List<String> words = new ArrayList<>(Arrays.asList(name.split(" ", -1)));
        int first = words.size() > 1 && EVERYBODYS.contains(words.getFirst()) ? 1 : 0;
        boolean hasMore = words.size() > first + 1;
        if (hasMore && draw.happens(0.4)) {
            words.set(words.size() - 1, Words.written(Words.word("girlslast", draw)));
        } else {
            words.set(first, wordLike(words.get(first), draw));
        }
        return String.join(" ", words);
    }

    private static String wordLike(String word, Draw draw) {
        if (word.length() < 3) {
            return word + "i";
        }
        int at = 1 + draw.below(word.length() - 1);
        if (draw.happens(0.12)) {
            return word.substring(0, at) + VOWELS.charAt(draw.below(5)) + word.substring(at);
        }
        boolean isVowel = VOWELS.indexOf(word.charAt(at)) >= 0;
        String letters = isVowel ? VOWELS : CONSONANTS;
        char letter = letters.charAt(draw.below(letters.length()));
        String twin = word.substring(0, at) + letter + word.substring(at + 1);
        return twin.equals(word) ? wordLike(word, draw) : twin;
    }
}
