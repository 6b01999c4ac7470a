package id.tumbuh.registry.imports;

import id.tumbuh.registry.child.BirthKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run would have stored, so that later rows of the file meet it. Of a file larger than the limit the rest is
 * compared with the registry alone: the report may then call a repeated child new.
 */
final class DryRunMemory {
    private static final int MOST = 150_000;

    private final Map<BirthKey, List<RegisteredChild>> children = new HashMap<>();
    private final Map<UUID, byte[]> records = new HashMap<>();
    private final Map<SourceRecords.Kind, Map<UUID, SourceRecords.Known>> sent =
            new EnumMap<>(SourceRecords.Kind.class);
    private final Set<UUID> objects = new HashSet<>();
    private int size;

    List<RegisteredChild> bornAs(BirthKey birth) {
        return children.getOrDefault(birth, List.of());
    }

    byte @Nullable [] content(UUID record) {
        return records.get(record);
    }

    Optional<SourceRecords.Known> known(SourceRecords.Kind kind, UUID key) {
        return Optional.ofNullable(sent.getOrDefault(kind, Map.of()).get(key));
    }

    /** A record that this dry run would have made, of which nothing can be read. */
    Optional<Map<String, String>> imagined(UUID object, Collection<SourceRecords.Known> justNow) {
        boolean made = objects.contains(object)
                || justNow.stream().anyMatch(known -> known.object().equals(object));
        return made ? Optional.of(Map.of()) : Optional.empty();
    }

    void remember(SourceRecords.Kind kind, Collection<SourceRecords.Known> records) {
        Map<UUID, SourceRecords.Known> known = sent.computeIfAbsent(kind, _ -> new HashMap<>());
        records.forEach(record -> {
            if (known.size() < MOST || known.containsKey(record.key())) {
                known.put(record.key(), record);
                objects.add(record.object());
            }
        });
    }

    void remember(List<RegisteredChild> made, Map<UUID, byte[]> measured) {
        if (size < MOST) {
            made.forEach(child -> children.computeIfAbsent(child.birth(), _ -> new ArrayList<>())
                    .add(child));
            records.putAll(measured);
            size += made.size();
        }
    }
}
