package id.tumbuh.load.duplicates;

import id.tumbuh.registry.sameperson.Person;
import id.tumbuh.registry.sameperson.Resemblance;
import id.tumbuh.registry.sameperson.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows invented people the matching was wrong about, to learn from. */
final class Mistakes {
    private Mistakes() {}

    static void print(People.Truth truth, int most) {
        Evaluation evaluation = Evaluation.run(truth, Migrated.model());
        show(
                "joined wrongly",
                evaluation,
                truth,
                most,
                (pair, answer) -> answer.verdict() == Verdict.AUTOMATIC && !evaluation.isOnePerson(pair));
        show(
                "one person, to decide",
                evaluation,
                truth,
                most,
                (pair, answer) -> answer.verdict() == Verdict.TO_DECIDE && evaluation.isOnePerson(pair));
        show(
                "two people, to decide",
                evaluation,
                truth,
                most,
                (pair, answer) -> answer.verdict() == Verdict.TO_DECIDE && !evaluation.isOnePerson(pair));
        Set<UUID> found = new HashSet<>();
        evaluation.answers().keySet().stream().filter(evaluation::isOnePerson).forEach(pair -> {
            found.add(truth.persons().get(pair.one()).id());
            found.add(truth.persons().get(pair.other()).id());
        });
        Map<UUID, Person> byId = truth.persons().stream().collect(Collectors.toMap(Person::id, person -> person));
        System.out.println("not found:");
        truth.sameAs().entrySet().stream()
                .filter(entry -> !found.contains(entry.getKey()))
                .limit(most)
                .forEach(entry -> System.out.println(
                        "  " + text(byId.get(entry.getKey())) + "\n  " + text(byId.get(entry.getValue())) + "\n"));
    }

    /** Which pairs to show. */
    private interface Which {
        boolean test(Evaluation.Pair pair, Resemblance answer);
    }

    private static void show(String title, Evaluation evaluation, People.Truth truth, int most, Which which) {
        Map<String, Integer> reasons = new HashMap<>();
        Predicate<Map.Entry<Evaluation.Pair, Resemblance>> shown =
                entry -> which.test(entry.getKey(), entry.getValue());
        List<Map.Entry<Evaluation.Pair, Resemblance>> found =
                evaluation.answers().entrySet().stream().filter(shown).toList();
        found.forEach(entry -> reasons.merge(entry.getValue().cautions().toString(), 1, Integer::sum));
        System.out.println(title + ": " + found.size() + " " + reasons);
        found.stream().limit(most).forEach(entry -> {
            System.out.println("  " + text(truth.persons().get(entry.getKey().one())));
            System.out.println("  " + text(truth.persons().get(entry.getKey().other())));
            System.out.printf(
                    Locale.ROOT,
                    "    %.1f %s %s%n",
                    entry.getValue().score(),
                    entry.getValue().cautions(),
                    entry.getValue().evidence().stream()
                            .map(one -> "%s=%s(%.1f)".formatted(one.field(), one.likeness(), one.weight()))
                            .collect(Collectors.joining(" ")));
        });
    }

    private static String text(@Nullable Person person) {
        if (person == null) {
            return "nobody";
        }
        Person.Names names = person.names();
        return String.join(
                " | ",
                String.valueOf(names.own()),
                String.valueOf(names.mother()),
                String.valueOf(names.father()),
                String.valueOf(names.spouse()),
                String.valueOf(person.birthDate()),
                person.sex().name(),
                person.desa().value(),
                String.valueOf(person.nikIndex()),
                String.valueOf(person.birthOrder()));
    }
}
