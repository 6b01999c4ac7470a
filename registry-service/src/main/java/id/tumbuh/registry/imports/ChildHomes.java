package id.tumbuh.registry.imports;

import id.tumbuh.platform.access.AreaCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Where children live, as far as the transaction may see them. */
record ChildHomes(Map<UUID, AreaCode> areas) {

    static ChildHomes find(Handle sql, Collection<UUID> children) {
        Map<UUID, AreaCode> areas = new HashMap<>();
        if (!children.isEmpty()) {
            sql.createQuery("select id, area_code from child where id = any(:ids)")
                    .bindArray("ids", UUID.class, children.toArray())
                    .map((row, _) ->
                            Map.entry(row.getObject("id", UUID.class), new AreaCode(row.getString("area_code"))))
                    .forEach(entry -> areas.put(entry.getKey(), entry.getValue()));
        }
        return new ChildHomes(areas);
    }

    Optional<AreaCode> area(UUID child) {
        return Optional.ofNullable(areas.get(child));
    }
}
