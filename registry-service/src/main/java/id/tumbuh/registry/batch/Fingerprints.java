package id.tumbuh.registry.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Recognises rows that were sent before; a row that isn't visible under the transaction's scope is not there. */
public final class Fingerprints {
    private Fingerprints() {}

    /** By id; the table has the columns {@code id} and {@code fingerprint}, and its name never comes from outside. */
    public static Map<UUID, byte[]> of(Handle sql, String table, Collection<UUID> ids) {
        Map<UUID, byte[]> found = new HashMap<>();
        sql.createQuery("select id, fingerprint from " + table + " where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getBytes("fingerprint")))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }
}
