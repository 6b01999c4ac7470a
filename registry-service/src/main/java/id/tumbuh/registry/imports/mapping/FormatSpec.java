package id.tumbuh.registry.imports.mapping;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of file: its fields in a fixed order, and what a row must say.
 *
 * @param needs each of them is met by one of its alternatives, which is met when all of its fields are there
 */
public record FormatSpec(String name, List<Field> fields, List<Need> needs) {
    public FormatSpec {
        fields = List.copyOf(fields);
        needs = List.copyOf(needs);
    }

    /** A field of ours, the titles it has in files of nobody in particular, and how it is read. */
    public record Field(String name, FieldType type, List<String> titles) {
        public Field {
            titles = List.copyOf(titles);
        }

        public static Field of(String name, FieldType type, String... titles) {
            return new Field(name, type, List.of(titles));
        }
    }

    /** Alternatives, the usual one first. */
    public record Need(List<List<String>> alternatives) {
        public Need {
            alternatives = alternatives.stream().map(List::copyOf).toList();
        }

        /** Alternatives of a single field each. */
        public static Need oneOf(String... fields) {
            return new Need(Arrays.stream(fields).map(List::of).toList());
        }

        public static Need of(String field) {
            return new Need(List.of(List.of(field)));
        }

        boolean isMetBy(Collection<String> present) {
            return alternatives.stream().anyMatch(present::containsAll);
        }

        /** What to ask for: of the first alternative that was begun, else of the usual one. */
        List<String> missing(Collection<String> present) {
            List<String> wanted = alternatives.stream()
                    .filter(fields -> fields.stream().anyMatch(present::contains))
                    .findFirst()
                    .orElseGet(alternatives::getFirst);
            return wanted.stream().filter(field -> !present.contains(field)).toList();
        }
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Fields that would have to be there as well; empty when nothing is missing. */
    public List<String> missing(Collection<String> present) {
        return needs.stream()
                .filter(need -> !need.isMetBy(present))
                .flatMap(need -> need.missing(present).stream())
                .distinct()
                .toList();
    }

    /** The profile of a source that stored none: the usual Indonesian titles, and our own names. */
    public Profile builtIn() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (Field field : fields) {
            field.titles().forEach(title -> columns.putIfAbsent(Words.key(title), field.name()));
            columns.putIfAbsent(Words.key(field.name()), field.name());
        }
        return new Profile(this, columns, new HashMap<>(), null);
    }
}
