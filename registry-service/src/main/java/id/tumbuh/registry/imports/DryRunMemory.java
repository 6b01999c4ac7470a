package id.tumbuh.registry.imports;

import id.tumbuh.registry.child.BirthKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private int size;

    List<RegisteredChild> bornAs(BirthKey birth) {
        return children.getOrDefault(birth, List.of());
    }

    byte @Nullable [] content(UUID record) {
        return records.get(record);
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
