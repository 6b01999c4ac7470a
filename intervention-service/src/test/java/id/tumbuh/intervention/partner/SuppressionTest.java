package id.tumbuh.intervention.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final int LEAST = 5;

    @Test
    void largeOnesAreShownLargestFirst() {
        assertThat(of(5, 9)).isEqualTo(new Suppression(List.of(count(1, 9), count(0, 5)), 0));
    }

    @Test
    void aSmallOneTakesALargerOneAlong() {
        assertThat(of(20, 12, 4)).isEqualTo(new Suppression(List.of(count(0, 20)), 16));
    }

    @Test
    void theLargerOneMayNotGiveTheSmallOneAway() {
        // 1 and 5 make 6: whoever knows that the other is at least 5 would know the 1
        assertThat(of(20, 5, 1)).isEqualTo(new Suppression(List.of(), 26));
    }

    @Test
    void manySmallOnesHideEachOther() {
        assertThat(of(30, 4, 3, 3)).isEqualTo(new Suppression(List.of(count(0, 30)), 10));
    }

    /** Against somebody who knows how it is done: whatever is told, the smallest count of the rest can be more than one number. */
    @Test
    void noSmallCountCanBeComputed() {
        int hiding = 0;
        for (int total = LEAST; total <= 24; total++) {
            for (List<Integer> counts : partitions(total, total, new ArrayList<>())) {
                Suppression told = of(counts);
                assertThat(told.shown()).allMatch(shown -> shown.children() >= LEAST);
                assertThat(told.rest() + sum(told)).isEqualTo(total);
                if (told.rest() > 0 && told.rest() <= 16) {
                    hiding++;
                    assertThat(smallestPossible(told)).as("%s", counts).hasSizeGreaterThan(1);
                }
            }
        }
        assertThat(hiding).isGreaterThan(1_000);
    }

    private final Map<List<Integer>, Set<Integer>> known = new HashMap<>();

    private Set<Integer> smallestPossible(Suppression told) {
        List<Integer> shown =
                told.shown().stream().map(Suppression.Count::children).toList();
        List<Integer> key = new ArrayList<>(shown);
        key.add(told.rest());
        return known.computeIfAbsent(key, _ -> {
            Set<Integer> smallest = new HashSet<>();
            for (List<Integer> rest : partitions(told.rest(), told.rest(), new ArrayList<>())) {
                List<Integer> all = new ArrayList<>(shown);
                all.addAll(rest);
                Suppression would = of(all);
                if (would.rest() == told.rest()
                        && would.shown().stream()
                                .map(Suppression.Count::children)
                                .toList()
                                .equals(shown)) {
                    smallest.add(rest.getLast());
                }
            }
            return smallest;
        });
    }

    /** Every way to write the number as a sum, the largest first. */
    private static List<List<Integer>> partitions(int sum, int most, List<Integer> begun) {
        if (sum == 0) {
            return List.of(List.copyOf(begun));
        }
        List<List<Integer>> all = new ArrayList<>();
        for (int next = Math.min(sum, most); next >= 1; next--) {
            begun.add(next);
            all.addAll(partitions(sum - next, next, begun));
            begun.removeLast();
        }
        return all;
    }

    private static int sum(Suppression told) {
        return told.shown().stream().mapToInt(Suppression.Count::children).sum();
    }

    private static Suppression of(List<Integer> children) {
        return of(children.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Suppression of(int... children) {
        List<Suppression.Count> counts = new ArrayList<>();
        for (int number = 0; number < children.length; number++) {
            counts.add(count(number, children[number]));
        }
        return Suppression.of(counts, LEAST);
    }

    private static Suppression.Count count(int number, int children) {
        return new Suppression.Count("97.10.0" + number, children);
    }
}
