package id.tumbuh.registry.imports;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.registry.identity.IdentityKeys;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What sources call the records of the registry. An id of another system may be a NIK: only its keyed hash is stored, which
 * finds it again and tells nobody anything.
 */
final class SourceRecords {
    private SourceRecords() {}

    /** What a record is. */
    enum Kind {
        FAMILY,
        CHILD,
        MEMBER,
        PREGNANCY;

        private String column() {
            return name().toLowerCase(Locale.ROOT) + "_id";
        }
    }

    /**
     * A record that a source has sent before.
     *
     * @param ownId whether the source named it; otherwise it is known by what the row says
     */
    @SuppressWarnings("ArrayRecordComponent") // read by Said only
    record Known(UUID key, boolean ownId, UUID object, byte[] said) {}

    /** The key of an id under every index key that is accepted; the first is the one that is stored. */
    static List<UUID> keys(IdentityKeys identities, Kind kind, String form, String id) {
        return identities.fingerprints(String.join("\u001f", "external-id", kind.name(), form, id)).stream()
                .map(ByteBuffer::wrap)
                .map(bytes -> new UUID(bytes.getLong(), bytes.getLong()))
                .toList();
    }

    static Map<UUID, Known> find(Handle sql, UUID source, Kind kind, Collection<UUID> keys) {
        Map<UUID, Known> found = new HashMap<>();
        if (!keys.isEmpty()) {
            sql.createQuery("""
                            select key, own_id, coalesce(family_id, child_id, member_id, pregnancy_id) as object, said from external_id
                            where source_id = :source and kind = :kind and key = any(:keys)""")
                    .bind("source", source)
                    .bind("kind", kind.name())
                    .bindArray("keys", UUID.class, keys.toArray())
                    .map((row, _) -> read(row))
                    .forEach(known -> found.put(known.key(), known));
        }
        return found;
    }

    /** Children that the source calls something: a row under another id is about somebody else. */
    static Set<UUID> named(Handle sql, UUID source, Collection<UUID> children) {
        return new HashSet<>(sql.createQuery("""
                        select distinct child_id from external_id
                        where source_id = :source and own_id and child_id = any(:children)""")
                .bind("source", source)
                .bindArray("children", UUID.class, children.toArray())
                .mapTo(UUID.class)
                .list());
    }

    static void save(Handle sql, UUID source, Kind kind, List<Known> records) {
        if (records.isEmpty()) {
            return;
        }
        Columns.of(records)
                .uuid(_ -> source)
                .text(_ -> kind)
                .uuid(Known::key)
                .as("bool", Known::ownId)
                .uuid(Known::object)
                .bytes(Known::said)
                .update(sql, """
                        insert into external_id (source_id, kind, key, own_id, %1$s, said)
                        select source_id, kind, key, own_id, object, said
                        from unnest(?, ?, ?, ?, ?, ?) as row (source_id, kind, key, own_id, object, said)
                        order by key
                        on conflict (source_id, kind, key)
                        do update set %1$s = excluded.%1$s, said = excluded.said, said_at = clock_timestamp()""".formatted(kind.column()));
    }

    private static Known read(ResultSet row) throws SQLException {
        return new Known(
                row.getObject("key", UUID.class),
                row.getBoolean("own_id"),
                row.getObject("object", UUID.class),
                row.getBytes("said"));
    }
}
