package id.tumbuh.registry.area;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which areas of one day have become which of another: successions composed over the days between them. An area it does not
 * name is itself on both days.
 *
 * <p>Shares of decrees are left out on purpose: they are of land or people on one day, and a figure restated by them would be
 * an estimate that looks like a count. What came together again is whole again, whatever happened on the way.
 */
public record AreaMapping(SortedMap<String, SortedSet<String>> successors) {

    /**
     * A row of the mapping.
     *
     * @param share 1 when all of the old area is in the new one; absent when it was split and nobody can say how much
     * @param shareBack 1 when all of the new area came from the old one; absent when it has come from several
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AreaMappingRow")
    public record Row(String oldCode, String newCode, Part share, Part shareBack) {}

    /** Whether a figure can be carried over: all of it, or nobody can say how much. */
    public enum Part {
        WHOLE,
        NOT_SEPARABLE
    }

    /**
     * Composes successions day by day.
     *
     * @param living codes that were areas on the first day; those of successions only
     * @param changes of the days after the first until the last
     */
    public static AreaMapping of(Collection<String> living, List<Succession> changes) {
        SortedMap<LocalDate, Map<String, Set<String>>> byDay = new TreeMap<>();
        changes.stream()
                .filter(change -> change.kind() != Succession.Kind.RENAMED)
                .forEach(change -> byDay.computeIfAbsent(change.effectiveOn(), _ -> new HashMap<>())
                        .computeIfAbsent(change.predecessor(), _ -> new TreeSet<>())
                        .add(change.successor()));
        SortedMap<String, SortedSet<String>> images = new TreeMap<>();
        living.forEach(code -> images.put(code, new TreeSet<>(Set.of(code))));
        byDay.values()
                .forEach(day -> images.replaceAll((_, image) -> {
                    SortedSet<String> next = new TreeSet<>();
                    image.forEach(code -> next.addAll(day.getOrDefault(code, Set.of(code))));
                    return next;
                }));
        return new AreaMapping(images);
    }

    /** Without the areas that nothing has happened to. */
    public List<Row> rows() {
        Map<String, Set<String>> origins = origins();
        List<Row> rows = new ArrayList<>();
        successors.forEach((old, image) -> image.forEach(now -> {
            boolean whole = image.size() == 1;
            boolean wholeBack = origins.getOrDefault(now, Set.of()).size() == 1;
            if (!(old.equals(now) && whole && wholeBack)) {
                rows.add(new Row(old, now, part(whole), part(wholeBack)));
            }
        }));
        return rows;
    }

    /** Figures of the old areas in the new ones. */
    public Restated forward(Map<String, Long> figures) {
        return restated(figures, successors);
    }

    /** Figures of the new areas in the old ones: parts of a split are summed, what was merged can't be taken apart. */
    public Restated backward(Map<String, Long> figures) {
        return restated(figures, origins());
    }

    /**
     * Figures in other boundaries.
     *
     * @param notSeparable figures that belong to several areas together
     */
    public record Restated(Map<String, Long> figures, Map<Set<String>, Long> notSeparable) {
        public Restated {
            figures = Map.copyOf(figures);
            notSeparable = Map.copyOf(notSeparable);
        }

        public long total() {
            return sum(figures.values()) + sum(notSeparable.values());
        }

        private static long sum(Collection<Long> numbers) {
            return numbers.stream().mapToLong(Long::longValue).sum();
        }
    }

    private static Restated restated(Map<String, Long> figures, Map<String, ? extends Set<String>> images) {
        Map<String, Long> whole = new HashMap<>();
        Map<Set<String>, Long> together = new HashMap<>();
        figures.forEach((code, figure) -> {
            Set<String> image = images.containsKey(code) ? images.get(code) : Set.of(code);
            if (image.size() == 1) {
                whole.merge(image.iterator().next(), figure, Long::sum);
            } else {
                together.merge(Set.copyOf(image), figure, Long::sum);
            }
        });
        return new Restated(whole, together);
    }

    private Map<String, Set<String>> origins() {
        Map<String, Set<String>> origins = new HashMap<>();
        successors.forEach((old, image) -> image.forEach(
                now -> origins.computeIfAbsent(now, _ -> new HashSet<>()).add(old)));
        return origins;
    }

    private static Part part(boolean whole) {
        return whole ? Part.WHOLE : Part.NOT_SEPARABLE;
    }
}
