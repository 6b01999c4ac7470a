package id.tumbuh.registry.family;

import id.tumbuh.platform.access.AreaCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Finds the homes of those who belong to a family. */
@ApplicationScoped
public class FamilyHomes {

    /** Families that the transaction may not see are left out, like those that don't exist. */
    public Map<UUID, FamilyHome> find(Handle sql, Collection<UUID> ids) {
        Map<UUID, FamilyHome> homes = new HashMap<>();
        sql.createQuery("select id, area_code, data_key, youngest_child from family where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> new FamilyHome(
                        row.getObject("id", UUID.class),
                        new AreaCode(row.getString("area_code")),
                        row.getBytes("data_key"),
                        row.getObject("youngest_child", LocalDate.class)))
                .forEach(home -> homes.put(home.id(), home));
        return homes;
    }
}
