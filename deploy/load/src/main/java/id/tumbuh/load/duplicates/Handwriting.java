package id.tumbuh.load.duplicates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How somebody else writes a name that was heard, read aloud or copied. The rates are assumed, each stands beside its mistake;
 * they are not taken from what the matching can mend: a third of the mistakes below leave another sound.
 */
final class Handwriting {
    /** One of a pair is heard or spelt as the other. The last ones sound otherwise to the matching. */
    private static final List<List<String>> HEARD = List.of(
            List.of("u", "oe"),
            List.of("j", "dj"),
            List.of("c", "tj"),
            List.of("y", "j"),
            List.of("sy", "s"),
            List.of("kh", "h"),
            List.of("th", "t"),
            List.of("dz", "z"),
            List.of("z", "s"),
            List.of("f", "p"),
            List.of("v", "f"),
            List.of("q", "k"),
            List.of("i", "y"),
            List.of("ai", "ae"),
            List.of("l", "ll"),
            List.of("n", "nn"),
            List.of("s", "sh"),
            List.of("a", "ah"),
            List.of("h", ""),
            List.of("au", "o"),
            List.of("e", "i"),
            List.of("r", "l"));

    private static final List<String> MUHAMMAD =
            List.of("M.", "Moh.", "Muh.", "Mohamad", "Muhamad", "Mochamad", "Mhd", "Moch.");
    private static final List<String> TITLES_OF_MEN = List.of("H. ", "Ust. ", "Bpk ", "Drs. ", "Alm. ");
    private static final List<String> TITLES_OF_WOMEN = List.of("Hj. ", "Ny. ", "Ibu ", "Ustadzah ");
    private static final List<String> DEGREES = List.of(", S.Pd.", ", SE", ", S.Pd.I", " A.Md.Keb", ", S.Kom");

    private final Draw draw;

    Handwriting(Draw draw) {
        this.draw = draw;
    }

    String child(String name) {
        return name(name);
    }

    String adult(String name, boolean man) {
        String written = name(name);
        if (draw.happens(0.06)) {
            written = draw.of(man ? TITLES_OF_MEN : TITLES_OF_WOMEN) + written;
        }
        return draw.happens(0.02) ? written + draw.of(DEGREES) : written;
    }

    private String name(String name) {
        List<String> words = new ArrayList<>(Arrays.asList(name.split(" ", -1)));
        abbreviate(words);
        if (words.size() > 1 && draw.happens(0.07)) {
            words.remove(draw.happens(0.8) ? words.size() - 1 : 0); // the rest was not written
        }
        if (words.size() > 1 && draw.happens(0.03)) {
            int at = 1 + draw.below(words.size() - 1);
            words.set(at, words.get(at).charAt(0) + "."); // an initial
        }
        if (words.size() > 1 && draw.happens(0.02)) {
            Collections.reverse(words);
        }
        if (words.size() > 1 && draw.happens(0.02)) {
            words.set(0, words.get(0) + words.remove(1).toLowerCase(Locale.ROOT)); // written together
        }
        if (draw.happens(0.22)) {
            respell(words);
        }
        if (draw.happens(0.05)) {
            int at = draw.below(words.size());
            words.set(at, mistyped(words.get(at)));
        }
        String written = String.join(" ", words);
        return draw.happens(0.3) ? written.toUpperCase(Locale.ROOT) : written;
    }

    private void abbreviate(List<String> words) {
        if (words.getFirst().equals("Muhammad") && words.size() > 1 && draw.happens(0.5)) {
            words.set(0, draw.of(MUHAMMAD));
        }
        if (words.getFirst().equals("Siti") && words.size() > 1 && draw.happens(0.3)) {
            words.set(0, "St.");
        }
    }

    private void respell(List<String> words) {
        int at = draw.below(words.size());
        String word = words.get(at).toLowerCase(Locale.ROOT);
        List<List<String>> possible = HEARD.stream()
                .map(pair -> draw.happens(0.5) || pair.getLast().isEmpty() ? pair : pair.reversed())
                .filter(pair -> word.contains(pair.getFirst()))
                .toList();
        if (!possible.isEmpty()) {
            List<String> pair = draw.of(possible);
            int where = word.lastIndexOf(pair.getFirst());
            words.set(
                    at,
                    Words.written(word.substring(0, where)
                            + pair.getLast()
                            + word.substring(where + pair.getFirst().length())));
        }
    }

    private String mistyped(String word) {
        if (word.length() < 3) {
            return word;
        }
        int at = 1 + draw.below(word.length() - 2);
        char letter = (char) ('a' + draw.below(26));
        return switch (draw.below(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            case 2 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            default -> word.substring(0, at) + letter + word.substring(at + 1);
        };
    }
}
