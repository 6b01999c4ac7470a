package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Columns;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What was announced of each record last. */
final class GrowthRecords {
    private GrowthRecords() {}

    /** Content and version announced last. */
    @SuppressWarnings("ArrayRecordComponent") // compared with Arrays.equals
    record Announced(UUID id, UUID child, byte[] content, long version) {}

    static Map<UUID, Announced> find(Handle sql, Collection<UUID> ids) {
        Map<UUID, Announced> found = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.createQuery(
                            "select measurement_id, child_id, content, version from growth_record where measurement_id = any(:ids)")
                    .bindArray("ids", UUID.class, ids.toArray())
                    .map((row, _) -> new Announced(
                            row.getObject("measurement_id", UUID.class),
                            row.getObject("child_id", UUID.class),
                            row.getBytes("content"),
                            row.getLong("version")))
                    .forEach(announced -> found.put(announced.id(), announced));
        }
        return found;
    }

    static void save(Handle sql, List<Announced> records) {
        if (!records.isEmpty()) {
            Columns.of(records)
                    .uuid(Announced::id)
                    .uuid(Announced::child)
                    .bytes(Announced::content)
                    .int8(Announced::version)
                    .update(sql, """
                            insert into growth_record (measurement_id, child_id, content, version)
                            select * from unnest(?, ?, ?, ?) as new (id, child, content, version) order by id
                            on conflict (measurement_id)
                            do update set content = excluded.content, version = excluded.version""");
        }
    }
}
