package id.tumbuh.registry.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How the words of a name are written into {@code name_pair}, and looked for there. */
final class NamePairs {
    /** Of a longer name the first words are paired; the others are found one by one. */
    static final int MOST_WORDS = 4;

    private static final int SHORTEST_HALF = 2;

    private NamePairs() {}

    /** A pair of words, the second also from its end. */
    record Pair(String first, String second) {
        String forwards() {
            return first + " " + second;
        }

        String backwards() {
            return first + " " + reversed(second);
        }
    }

    /** The words of a beginning, from one up to but without the other. */
    record Range(String from, String to) {
        static Range beginningWith(String beginning) {
            int last = beginning.length() - 1;
            return new Range(beginning, beginning.substring(0, last) + (char) (beginning.charAt(last) + 1));
        }

        /** The same after a word that is known. */
        Range after(String word) {
            return new Range(word + " " + from, word + " " + to);
        }
    }

    /** Every pair in both orders; initials are in none, for they would make most of the pairs and find nobody. */
    static List<Pair> of(List<String> words) {
        List<String> paired = paired(words);
        List<Pair> pairs = new ArrayList<>();
        for (String first : paired) {
            for (String second : paired) {
                if (!first.equals(second)) {
                    pairs.add(new Pair(first, second));
                }
            }
        }
        return pairs;
    }

    private static List<String> paired(List<String> words) {
        return words.stream()
                .filter(word -> word.length() >= SHORTEST_HALF)
                .limit(MOST_WORDS)
                .toList();
    }

    /** The two that are likely to be rarest: long words are. Empty when there are no two. */
    static Optional<Pair> rarest(List<String> words) {
        List<String> longest = paired(words).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return longest.size() < 2 ? Optional.empty() : Optional.of(new Pair(longest.get(0), longest.get(1)));
    }

    /** Words whose first half is the word's: a slip in the second leaves it as it is. */
    static Range frontHalf(String word) {
        return Range.beginningWith(word.substring(0, half(word)));
    }

    /** The same of words read from their end. */
    static Range backHalf(String word) {
        return Range.beginningWith(reversed(word).substring(0, half(word)));
    }

    static String reversed(String word) {
        return new StringBuilder(word).reverse().toString();
    }

    private static int half(String word) {
        return Math.min(word.length(), Math.max(SHORTEST_HALF, (word.length() + 1) / 2));
    }
}
