package id.tumbuh.registry.imports.mapping;

import id.tumbuh.registry.imports.cells.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a row of a mapped file turned out to be. */
public sealed interface MappedReading {
    int number();

    /** The fields it has, in the form of the registry, and what was left out of it. */
    record Row(int number, Map<String, String> values, List<Finding> warnings) implements MappedReading {
        public Row {
            values = Map.copyOf(values);
            warnings = List.copyOf(warnings);
        }

        public Optional<String> value(String field) {
            return Optional.ofNullable(values.get(field));
        }

        @Override
        public String toString() {
            return "Row[" + number + "]";
        }
    }

    /** Something it needs is missing or can't be read; all of it is named at once. */
    record Rejected(int number, List<Finding> findings) implements MappedReading {
        public Rejected {
            findings = List.copyOf(findings);
        }
    }
}
