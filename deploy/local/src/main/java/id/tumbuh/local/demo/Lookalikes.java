package id.tumbuh.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Keeps two different children of one birth date and sex from looking like one: a person could not tell them apart
 * either, and the truth about the file would depend on who reads it.
 */
final class Lookalikes {

    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();
    private static final double ALIKE = 0.82;

    private final Map<Birth, List<Child>> known = new HashMap<>();

    boolean admits(Child child) {
        return known.getOrDefault(Birth.of(child), List.of()).stream().noneMatch(other -> confusable(child, other));
    }

    void add(Child child) {
        known.computeIfAbsent(Birth.of(child), _ -> new ArrayList<>()).add(child);
    }

    private static boolean confusable(Child child, Child other) {
        if (child.isUnnamed() || other.isUnnamed()) {
            return parentsAlike(child.household(), other.household());
        }
        boolean neighbours = child.posyandu().desa().equals(other.posyandu().desa());
        return neighbours
                ? namesAlike(child.name(), other.name())
                : parentsAlike(child.household(), other.household()) && namesAlike(child.name(), other.name());
    }

    private static boolean parentsAlike(Child.Household one, Child.Household other) {
        return alike(one.mother(), other.mother()) || (!one.father().isEmpty() && alike(one.father(), other.father()));
    }

    private static boolean namesAlike(String one, String other) {
        String plain = plain(one);
        String otherPlain = plain(other);
        return alike(plain, otherPlain) || alike(sorted(plain), sorted(otherPlain));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("^(muhammad|moh\\.|m\\.|siti) ", "");
    }

    private static String sorted(String name) {
        String[] words = name.split(" ");
        Arrays.sort(words);
        return String.join(" ", words);
    }

    private static boolean alike(String one, String other) {
        return LIKENESS.apply(one, other) >= ALIKE;
    }

    private record Birth(LocalDate day, Sex sex) {
        static Birth of(Child child) {
            return new Birth(child.born(), child.sex());
        }
    }
}
