package id.tumbuh.local.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Invents people from word lists. */
final class Names {

    private static final Map<String, List<String>> LISTS = Resource.lines("names.txt").stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" "))
            .collect(Collectors.toUnmodifiableMap(
                    words -> words[0], words -> List.of(Arrays.copyOfRange(words, 1, words.length))));

    private Names() {}

    static List<String> list(String name) {
        List<String> words = LISTS.get(name);
        if (words == null) {
            throw new IllegalArgumentException("No list of names is called " + name);
        }
        return words;
    }

    static String one(String list, Random random) {
        List<String> words = list(list);
        return words.get(random.nextInt(words.size()));
    }

    static String child(Sex sex, Random random) {
        String first = sex == Sex.L ? "boys" : "girls";
        String last = sex == Sex.L ? "boylast" : "girllast";
        String name = one(first, random) + " " + one(last, random);
        return switch (random.nextInt(20)) {
            case 0 -> one(first, random);
            case 1, 2, 3 -> one(first, random) + " " + name;
            case 4, 5 -> sex == Sex.L ? "Muhammad " + name : name;
            case 6 -> sex == Sex.L ? "Moh. " + name : "Siti " + name;
            case 7 -> sex == Sex.L ? "M. " + name : name;
            default -> name;
        };
    }

    static String father(Random random) {
        return one("fathers", random) + " " + one("fatherlast", random);
    }

    static String mother(Random random) {
        return one("mothers", random) + " " + one("motherlast", random);
    }

    /** What the midwife writes before the family has decided. */
    static String unnamed(String mother, Random random) {
        return (random.nextBoolean() ? "By Ny " : "Bayi Ny. ") + mother;
    }
}
