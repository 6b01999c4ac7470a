package id.tumbuh.registry.area;

import static id.tumbuh.registry.area.AreaMapping.Part.NOT_SEPARABLE;
import static id.tumbuh.registry.area.AreaMapping.Part.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AreaMappingTest {
    private static final SortedSet<String> NONE = new TreeSet<>();
    private static final LocalDate IN_2021 = LocalDate.of(2021, 7, 1);
    private static final LocalDate IN_2023 = LocalDate.of(2023, 7, 1);

    @Test
    void twoRecodingsAreOne() {
        AreaMapping mapping =
                AreaMapping.of(Set.of("A"), List.of(recoded("A", "B", IN_2021), recoded("B", "C", IN_2023)));

        assertThat(mapping.rows()).containsExactly(new AreaMapping.Row("A", "C", WHOLE, WHOLE));
    }

    @Test
    void aSplitIsReadExactlyInOldBoundariesAndIsNotSeparableInNewOnes() {
        AreaMapping mapping = AreaMapping.of(Set.of("A"), split("A", IN_2021, "A", "B"));

        assertThat(mapping.rows())
                .containsExactly(
                        new AreaMapping.Row("A", "A", NOT_SEPARABLE, WHOLE),
                        new AreaMapping.Row("A", "B", NOT_SEPARABLE, WHOLE));
        assertThat(mapping.backward(Map.of("A", 30L, "B", 12L)).figures()).isEqualTo(Map.of("A", 42L));
        AreaMapping.Restated forward = mapping.forward(Map.of("A", 40L, "Z", 5L));
        assertThat(forward.figures()).isEqualTo(Map.of("Z", 5L));
        assertThat(forward.notSeparable()).isEqualTo(Map.of(Set.of("A", "B"), 40L));
    }

    @Test
    void aMergerIsReadExactlyInNewBoundariesAndIsNotSeparableInOldOnes() {
        AreaMapping mapping = AreaMapping.of(Set.of("A", "B"), merged(IN_2021, "C", "A", "B"));

        assertThat(mapping.forward(Map.of("A", 1L, "B", 2L)).figures()).isEqualTo(Map.of("C", 3L));
        assertThat(mapping.backward(Map.of("C", 3L)).notSeparable()).isEqualTo(Map.of(Set.of("A", "B"), 3L));
    }

    @Test
    void whatTakesAnotherOneInIsNotItselfAsItWas() {
        AreaMapping mapping = AreaMapping.of(Set.of("A", "C"), merged(IN_2021, "C", "A", "C"));

        assertThat(mapping.rows())
                .containsExactly(
                        new AreaMapping.Row("A", "C", WHOLE, NOT_SEPARABLE),
                        new AreaMapping.Row("C", "C", WHOLE, NOT_SEPARABLE));
    }

    @Test
    void whatWasSplitAndJoinedAgainIsWhole() {
        List<Succession> changes = new ArrayList<>(split("A", IN_2021, "A", "B"));
        changes.addAll(merged(IN_2023, "C", "A", "B"));

        assertThat(AreaMapping.of(Set.of("A"), changes).rows())
                .containsExactly(new AreaMapping.Row("A", "C", WHOLE, WHOLE));
    }

    @Test
    void anotherNameChangesNoBoundary() {
        assertThat(AreaMapping.of(
                                Set.of("A"),
                                List.of(new Succession("A", "A", IN_2021, Succession.Kind.RENAMED, null, "a decree")))
                        .rows())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void anyHistoryKeepsTheTotalBothWaysAndComposesFromItsParts(long seed) {
        Random random = new Random(seed);
        Set<String> old = new TreeSet<>();
        for (int area = 0; area < 30; area++) {
            old.add("O" + area);
        }
        List<Succession> changes = new ArrayList<>();
        Set<String> now = new TreeSet<>(old);
        Set<String> halfway = now;
        for (int change = 0; change < 40; change++) {
            if (change == 20) {
                halfway = new TreeSet<>(now);
            }
            happen(random, change, now, changes);
        }
        AreaMapping whole = AreaMapping.of(old, changes);
        LocalDate half = day(20);
        AreaMapping first = AreaMapping.of(
                old,
                changes.stream().filter(it -> it.effectiveOn().isBefore(half)).toList());
        AreaMapping second = AreaMapping.of(
                halfway,
                changes.stream().filter(it -> !it.effectiveOn().isBefore(half)).toList());

        assertThat(whole.forward(figures(random, old)).total()).isEqualTo(3_000);
        Map<String, Long> later = figures(random, now);
        assertThat(whole.backward(later).total())
                .isEqualTo(later.values().stream().mapToLong(Long::longValue).sum());
        for (String area : old) {
            Set<String> composed = new TreeSet<>();
            first.successors()
                    .getOrDefault(area, NONE)
                    .forEach(middle -> composed.addAll(second.successors().getOrDefault(middle, NONE)));
            assertThat(whole.successors().get(area)).isEqualTo(composed);
        }
        Set<String> reached = new HashSet<>();
        whole.successors().values().forEach(reached::addAll);
        assertThat(reached).isEqualTo(now);
    }

    private static void happen(Random random, int change, Set<String> now, List<Succession> changes) {
        List<String> areas = new ArrayList<>(now);
        String one = areas.get(random.nextInt(areas.size()));
        String other = areas.get(random.nextInt(areas.size()));
        List<Succession> it = switch (random.nextInt(4)) {
            case 0 -> List.of(recoded(one, "N" + change, day(change)));
            case 1 -> split(one, day(change), one, "N" + change);
            case 2 -> split(one, day(change), "N" + change, "M" + change);
            default ->
                one.equals(other)
                        ? List.of(recoded(one, "N" + change, day(change)))
                        : merged(day(change), "N" + change, one, other);
        };
        it.forEach(succession -> now.remove(succession.predecessor()));
        it.forEach(succession -> now.add(succession.successor()));
        changes.addAll(it);
    }

    private static Map<String, Long> figures(Random random, Set<String> areas) {
        Map<String, Long> figures = new HashMap<>();
        areas.forEach(area -> figures.put(area, 0L));
        List<String> all = List.copyOf(areas);
        for (int child = 0; child < 3_000; child++) {
            figures.merge(all.get(random.nextInt(all.size())), 1L, Long::sum);
        }
        return figures;
    }

    private static LocalDate day(int change) {
        return LocalDate.of(2020, 1, 1).plusMonths(change);
    }

    private static Succession recoded(String from, String to, LocalDate on) {
        return new Succession(from, to, on, Succession.Kind.RECODED, null, "a decree");
    }

    private static List<Succession> split(String from, LocalDate on, String... parts) {
        return List.of(parts).stream()
                .map(part -> new Succession(from, part, on, Succession.Kind.SPLIT, null, "a decree"))
                .toList();
    }

    private static List<Succession> merged(LocalDate on, String to, String... from) {
        return List.of(from).stream()
                .map(part -> new Succession(part, to, on, Succession.Kind.MERGED, null, "a decree"))
                .toList();
    }
}
