package id.tumbuh.registry.imports;

import id.tumbuh.registry.imports.cells.Finding;
import id.tumbuh.registry.imports.mapping.MappedReading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A row as a word of its source on one record.
 *
 * @param keys what the source calls the record, the stored key first
 * @param ownId whether the source gave it an id
 * @param facts what is said of it, in fields of the registry
 */
record Sent(MappedReading.Row row, List<UUID> keys, boolean ownId, Map<String, String> facts) {
    Sent {
        keys = List.copyOf(keys);
        facts = Map.copyOf(facts);
    }

    int number() {
        return row.number();
    }

    UUID key() {
        return keys.getFirst();
    }

    List<String> warnings() {
        return row.warnings().stream().map(Finding::code).toList();
    }

    Sent with(Map<String, String> otherFacts) {
        return new Sent(row, keys, ownId, otherFacts);
    }

    /**
     * The rows in stretches in which no record comes twice, so that a later word on one meets what the earlier made of it.
     *
     * @param names what tells records apart
     */
    static <T> List<List<T>> stretches(List<T> rows, Function<T, Collection<?>> names) {
        List<List<T>> stretches = new ArrayList<>();
        List<T> stretch = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (T row : rows) {
            Collection<?> own = names.apply(row);
            if (own.stream().anyMatch(seen::contains)) {
                stretches.add(stretch);
                stretch = new ArrayList<>();
                seen.clear();
            }
            seen.addAll(own);
            stretch.add(row);
        }
        if (!stretch.isEmpty()) {
            stretches.add(stretch);
        }
        return stretches;
    }

    @Override
    public String toString() {
        return "Sent[" + number() + "]";
    }
}
