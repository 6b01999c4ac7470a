package id.tumbuh.load.duplicates;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How often people bear the words of names: the value of the rule {@code sameperson.common-words}. */
final class CommonWords {
    /** Rarer ones are covered by {@code sameperson.usual-word}. */
    private static final double COMMON_FROM = 0.002;

    private CommonWords() {}

    static void print(People.Truth truth) {
        Map<String, Integer> bearers = new HashMap<>();
        truth.persons().stream()
                .filter(person -> !truth.sameAs().containsKey(person.id()))
                .flatMap(person -> Stream.of(
                        person.names().own(),
                        person.names().mother(),
                        person.names().father()))
                .filter(Objects::nonNull)
                .forEach(name -> Arrays.stream(name.toLowerCase(Locale.ROOT).split(" ", -1))
                        .distinct()
                        .forEach(word -> bearers.merge(word, 1, Integer::sum)));
        double names = truth.persons().size() * 2.5;
        System.out.println(bearers.entrySet().stream()
                .filter(entry -> entry.getValue() / names >= COMMON_FROM)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry -> "\"%s\": %.4f".formatted(entry.getKey(), entry.getValue() / names))
                .collect(Collectors.joining(", ", "{", "}")));
    }
}
