package id.tumbuh.load.duplicates;

import id.tumbuh.registry.identity.Sex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Invents names in the frequencies of a country: few words that many bear, and many that few do. */
final class Words {
    private static final Map<String, List<String>> LISTS = read();
    private static final List<String> SYLLABLES = List.of(
            "ra", "di", "su", "mar", "ni", "ta", "ka", "wi", "lu", "sar", "na", "ti", "ko", "mi", "ro", "han", "le",
            "fa", "zu", "bar", "nur", "dan", "ri", "yo", "pan", "san", "do", "em", "is", "hel");

    /** How many in a hundred words are in no list. */
    private static final double RARE = 0.2;

    private Words() {}

    static String adult(Sex sex, Draw draw) {
        String first = word(sex == Sex.L ? "men" : "women", draw);
        if (draw.happens(0.3)) {
            return written(first);
        }
        return written(first + " " + word(sex == Sex.L ? "menlast" : "womenlast", draw));
    }

    static String child(Sex sex, Draw draw) {
        String first = word(sex == Sex.L ? "boys" : "girls", draw);
        String last = word(sex == Sex.L ? "boyslast" : "girlslast", draw);
        StringBuilder name = new StringBuilder();
        if (sex == Sex.L && draw.happens(0.25)) {
            name.append("muhammad ");
        } else if (sex == Sex.P && draw.happens(0.06)) {
            name.append("siti ");
        }
        name.append(first);
        if (draw.happens(0.92)) {
            name.append(' ').append(last);
        }
        if (draw.happens(0.3)) {
            name.append(' ').append(word(sex == Sex.L ? "boyslast" : "girlslast", draw));
        }
        return written(name.toString());
    }

    static String word(String list, Draw draw) {
        if (draw.happens(RARE)) {
            int syllables = 2 + draw.below(2);
            StringBuilder word = new StringBuilder();
            for (int each = 0; each < syllables; each++) {
                word.append(draw.of(SYLLABLES));
            }
            return word.toString();
        }
        List<String> words = Objects.requireNonNull(LISTS.get(list));
        return words.get(draw.rank(words.size()));
    }

    static String written(String lower) {
        return Arrays.stream(lower.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, List<String>> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("/duplicates/words.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ", -1)))
                    .collect(Collectors.toUnmodifiableMap(List::getFirst, words -> words.subList(1, words.size())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
