package id.tumbuh.load.duplicates;

import com.fasterxml.jackson.databind.JsonNode;
import id.tumbuh.registry.sameperson.MatchingModel;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints how many of the people registered twice are found, and how many are joined wrongly, with NIKs and without. Thresholds
 * are set with {@code --seed 1}; what is measured, another seed.
 */
public final class DuplicatesBenchmark {
    private DuplicatesBenchmark() {}

    public static void main(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int each = 0; each + 1 < arguments.length; each += 2) {
            given.put(arguments[each], arguments[each + 1]);
        }
        int persons = Integer.parseInt(given.getOrDefault("--persons", "100000"));
        double share = Double.parseDouble(given.getOrDefault("--duplicates", "0.05"));
        long seed = Long.parseLong(given.getOrDefault("--seed", "2026"));
        People.Truth truth = People.invent(persons, share, seed);
        System.out.printf(
                Locale.ROOT,
                "%,d records, %,d of them a second one of somebody, %,d pairs of twins, seed %d%n",
                truth.persons().size(),
                truth.sameAs().size(),
                truth.twins(),
                seed);
        print("with NIK", Evaluation.of(truth, Migrated.model()));
        print("without NIK", Evaluation.of(WithoutNik.of(truth), Migrated.model()));
        if (given.containsKey("--sweep")) {
            for (int automatic : List.of(18, 20, 22, 24, 26, 28, 30)) {
                print("automatic from " + automatic, Evaluation.of(truth, from(automatic)));
            }
        }
        if (given.containsKey("--words")) {
            CommonWords.print(truth);
        }
        if (given.containsKey("--mistakes")) {
            Mistakes.print(truth, Integer.parseInt(given.getOrDefault("--mistakes", "20")));
        }
    }

    private static MatchingModel from(int automatic) {
        JsonNode thresholds = Migrated.json("""
                {"automatic": %d, "decide": 15, "wordLikeness": 0.88, "likeWord": 0.004, "largestBlock": 300}""".formatted(automatic));
        return Migrated.model(Map.of("sameperson.thresholds", thresholds));
    }

    private static void print(String what, Evaluation.Result result) {
        System.out.printf(
                Locale.ROOT,
                "%-20s precision %.4f, recall %.4f (%,d joined, %,d wrongly); to decide %,d, %,d of them one person; "
                        + "%,d pairs compared in %.1f s%n",
                what,
                result.precision(),
                result.recall(),
                result.joined(),
                result.joined() - result.rightly(),
                result.listed(),
                result.listedRightly(),
                result.compared(),
                result.seconds());
    }
}
