package id.tumbuh.registry.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * What a row changes of a record that is known. A field replaces only what is unknown, or what the same source said last; what
 * staff, or another source, has put there since then stays. A row that repeats itself says nothing new, and a blank takes
 * nothing back.
 *
 * @param changes the new value of each field
 * @param kept fields that stay although the row says otherwise
 */
record Difference(Map<String, String> changes, List<String> kept) {
    Difference {
        changes = Map.copyOf(changes);
        kept = List.copyOf(kept);
    }

    /** {@code said} answers whether a value was the source's last word on a field. */
    static Difference between(Map<String, String> row, Map<String, String> current, BiPredicate<String, String> said) {
        Map<String, String> changes = new TreeMap<>();
        List<String> kept = new ArrayList<>();
        row.forEach((field, value) -> {
            String now = current.get(field);
            if (value.equals(now) || said.test(field, value)) {
                return;
            }
            if (now == null || said.test(field, now)) {
                changes.put(field, value);
            } else {
                kept.add(field);
            }
        });
        return new Difference(changes, kept);
    }

    boolean isNone() {
        return changes.isEmpty();
    }

    @Override
    public String toString() {
        return "Difference[" + changes.keySet() + ", kept " + kept + "]";
    }
}
