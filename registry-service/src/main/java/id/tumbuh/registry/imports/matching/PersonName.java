package id.tumbuh.registry.imports.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

/**
 * A name as it is compared: lower case, no punctuation, no titles. "Muhammad" and its many abbreviations are left out where
 * another name follows; so much of the country bears it that it tells nobody apart.
 */
public final class PersonName {
    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

    /** Below 1: only the same words are the same name. */
    private static final double ALMOST_SAME = 0.999;

    private static final Set<String> TITLES = Set.of(
            "h", "hj", "hajah", "haji", "ust", "ustad", "ustadz", "kh", "ny", "nyonya", "tn", "tuan", "nn", "nona",
            "bpk", "bapak", "ibu", "sdr", "sdri", "alm", "almh", "dr", "drs", "dra", "ir");

    private static final Set<String> MUHAMMAD = Set.of(
            "m",
            "md",
            "mh",
            "mhd",
            "muh",
            "moh",
            "moch",
            "mohd",
            "much",
            "muhd",
            "muhamad",
            "muhammad",
            "mohamad",
            "mohammad",
            "mochamad",
            "mochammad",
            "muchamad",
            "muchammad",
            "mohamed",
            "muhammed");

    private static final Set<String> SITI = Set.of("st", "sti", "siti", "sitti");

    /** How a newborn is entered until it has a name: by its mother's. */
    private static final Set<String> NEWBORN = Set.of("by", "bayi", "bayinya");

    private final List<String> words;
    private final String inOrder;
    private final String sorted;

    private PersonName(List<String> words) {
        this.words = words;
        this.inOrder = String.join(" ", words);
        this.sorted = words.size() < 2
                ? inOrder
                : String.join(" ", words.stream().sorted().toList());
    }

    /** Empty for nothing, and for what only says that there is a newborn ({@code By Ny Siti}). */
    public static Optional<PersonName> ofChild(@Nullable String written) {
        List<String> words = words(written);
        return words.isEmpty() || NEWBORN.contains(words.getFirst()) ? Optional.empty() : named(words);
    }

    public static Optional<PersonName> ofAdult(@Nullable String written) {
        return named(words(written));
    }

    /**
     * From 0 to 1, 1 for the same name; the order of the words matters little. A whole name is never more alike than its least
     * alike word allows: {@code Yani Badriah} and {@code Yuli Badriah} share most letters and are two people.
     *
     * @param word likeness from which two words may be the same
     */
    double likeness(PersonName other, double word) {
        if (sorted.equals(other.sorted)) {
            return 1;
        }
        if (squashed().equals(other.squashed())) {
            return ALMOST_SAME;
        }
        PersonName longer = words.size() >= other.words.size() ? this : other;
        PersonName shorter = longer == this ? other : this;
        if (!longer.hasAllWordsOf(shorter, word)) {
            return 0;
        }
        double straight = LIKENESS.apply(inOrder, other.inOrder);
        return Math.min(ALMOST_SAME, Math.max(straight, LIKENESS.apply(sorted, other.sorted)));
    }

    private boolean hasAllWordsOf(PersonName shorter, double likeness) {
        return shorter.words.stream()
                .allMatch(sought -> words.stream()
                        .anyMatch(each -> each.equals(sought) || LIKENESS.apply(each, sought) >= likeness));
    }

    private String squashed() {
        return inOrder.replace(" ", "");
    }

    /** What two ways of writing the same name have in common; for keys, never for display. */
    public String normalised() {
        return sorted;
    }

    @Override
    public String toString() {
        return "PersonName[…]";
    }

    private static Optional<PersonName> named(List<String> words) {
        List<String> telling = new ArrayList<>(words.size());
        for (String word : words) {
            if (SITI.contains(word)) {
                telling.add("siti");
            } else if (!TITLES.contains(word) && !MUHAMMAD.contains(word)) {
                telling.add(word);
            }
        }
        if (!telling.isEmpty()) {
            return Optional.of(new PersonName(List.copyOf(telling)));
        }
        return words.stream().anyMatch(MUHAMMAD::contains)
                ? Optional.of(new PersonName(List.of("muhammad")))
                : Optional.empty();
    }

    private static List<String> words(@Nullable String written) {
        if (written == null) {
            return List.of();
        }
        String plain = isAscii(written) ? written : Normalizer.normalize(written, Normalizer.Form.NFKD);
        StringBuilder letters = new StringBuilder(plain.length());
        for (char letter : plain.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(letter)) {
                letters.append(letter);
            } else if (letter != '\'' && letter != '`' && letter != '\u2019' && !isAccent(letter)) {
                letters.append(' ');
            }
        }
        return Arrays.stream(letters.toString().split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean isAccent(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 128);
    }
}
