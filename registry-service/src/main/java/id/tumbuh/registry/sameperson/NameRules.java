package id.tumbuh.registry.sameperson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How Indonesian names are written, from the rule table: titles, degrees, abbreviations, spellings, and which are common. */
final class NameRules {
    private static final int SHORTEST_WHOLE_WORD = 6;
    private static final int SHORTEST_REST = 3;

    private final Set<String> titles;
    private final Set<String> degrees;
    private final Set<String> muhammad;
    private final Set<String> siti;
    private final Set<String> newborn;
    private final Set<String> childOf;
    private final List<Spelling> spellings = new ArrayList<>();
    private final Map<String, Double> common = new HashMap<>();
    private final double usual;

    private record Spelling(String written, String sound, boolean onlyLast) {
        String in(String word) {
            if (!onlyLast) {
                return word.replace(written, sound);
            }
            return word.length() > written.length() + 1 && word.endsWith(written)
                    ? word.substring(0, word.length() - written.length()) + sound
                    : word;
        }
    }

    NameRules(Function<String, JsonNode> rules) {
        this.titles = words(rules.apply("sameperson.titles"));
        this.degrees = words(rules.apply("sameperson.degrees"));
        this.muhammad = words(rules.apply("sameperson.muhammad"));
        this.siti = words(rules.apply("sameperson.siti"));
        this.newborn = words(rules.apply("sameperson.newborn"));
        this.childOf = words(rules.apply("sameperson.child-of"));
        for (JsonNode pair : rules.apply("sameperson.spelling")) {
            String written = pair.get(0).asText();
            boolean onlyLast = written.endsWith("$");
            spellings.add(new Spelling(
                    onlyLast ? written.substring(0, written.length() - 1) : written,
                    pair.get(1).asText(),
                    onlyLast));
        }
        JsonNode frequencies = rules.apply("sameperson.common-words");
        frequencies
                .properties()
                .forEach(entry ->
                        common.merge(sound(entry.getKey()), entry.getValue().asDouble(), Double::sum));
        this.usual = rules.apply("sameperson.usual-word").asDouble();
    }

    /** Null for nothing, and for what only says that there is a newborn ({@code By Ny Siti}). */
    @Nullable
    WrittenName ofChild(@Nullable String written) {
        List<String> words = NameWords.of(written, degrees::contains);
        return words.isEmpty() || newborn.contains(words.getFirst()) ? null : named(words);
    }

    @Nullable
    WrittenName ofAdult(@Nullable String written) {
        return named(NameWords.of(written, degrees::contains));
    }

    /** How often a person bears this word among its names. */
    double frequency(WrittenName.Word word) {
        return common.getOrDefault(word.sound(), usual);
    }

    private @Nullable WrittenName named(List<String> words) {
        List<WrittenName.Word> telling = new ArrayList<>(words.size());
        boolean isMuhammad = false;
        for (String word : words) {
            if (childOf.contains(word) && !telling.isEmpty()) {
                break; // what follows is the father's name
            }
            if (muhammad.contains(word)) {
                isMuhammad = true; // so much of the country bears it that it tells nobody apart
            } else if (siti.contains(word)) {
                telling.add(word("siti"));
            } else if (!titles.contains(word)) {
                telling.add(word(withoutMuhammad(word)));
            }
        }
        if (telling.isEmpty()) {
            return isMuhammad ? new WrittenName(List.of(word("muhammad"))) : null;
        }
        return new WrittenName(telling);
    }

    /** Written together ({@code Muhammadrizki}), it still tells nothing. */
    private String withoutMuhammad(String word) {
        for (String variant : muhammad) {
            boolean isWhole = variant.length() >= SHORTEST_WHOLE_WORD;
            if (isWhole && word.startsWith(variant) && word.length() >= variant.length() + SHORTEST_REST) {
                return word.substring(variant.length());
            }
        }
        return word;
    }

    private WrittenName.Word word(String text) {
        return new WrittenName.Word(text, sound(text));
    }

    private String sound(String word) {
        String sound = word;
        for (Spelling spelling : spellings) {
            sound = spelling.in(sound);
        }
        StringBuilder once = new StringBuilder(sound.length());
        for (int at = 0; at < sound.length(); at++) {
            if (at == 0 || sound.charAt(at) != sound.charAt(at - 1)) {
                once.append(sound.charAt(at));
            }
        }
        return once.toString();
    }

    private static Set<String> words(JsonNode list) {
        Set<String> words = new HashSet<>();
        list.forEach(word -> words.add(word.asText()));
        return Set.copyOf(words);
    }
}
