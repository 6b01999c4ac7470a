package id.tumbuh.intervention.partner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which kecamatan a report may name. Too small ones go into the rest; larger ones follow them, the smallest first, until no small count
 * follows from the sum, from those that are named and from how this is done. How many are in the rest isn't told.
 *
 * @param shown largest first
 * @param rest children of kecamatan that are not named; 0 when all are
 */
record Suppression(List<Count> shown, int rest) {
    Suppression {
        shown = List.copyOf(shown);
    }

    /** Children of one kecamatan. */
    record Count(String kecamatan, int children) {}

    static Suppression of(List<Count> counts, int least) {
        List<Count> shown = new ArrayList<>();
        List<Count> rest = new ArrayList<>();
        counts.stream()
                .sorted(Comparator.comparingInt(Count::children).reversed().thenComparing(Count::kecamatan))
                .forEach(count -> (count.children() < least ? rest : shown).add(count));
        while (!shown.isEmpty() && !isSafe(rest, least)) {
            rest.add(shown.removeLast());
        }
        return new Suppression(shown, sum(rest));
    }

    /** Twice the least number leaves every small count possible beside one that is just large enough. */
    private static boolean isSafe(List<Count> rest, int least) {
        return rest.isEmpty() || (rest.size() > 1 && sum(rest) >= 2 * least);
    }

    private static int sum(List<Count> counts) {
        return counts.stream().mapToInt(Count::children).sum();
    }
}
