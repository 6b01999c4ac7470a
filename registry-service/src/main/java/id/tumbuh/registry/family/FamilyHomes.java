package id.tumbuh.registry.family;

import id.tumbuh.platform.access.AreaCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Finds the homes of those who belong to a family. */
@ApplicationScoped
public class FamilyHomes {
    /** A merged family is answered by the one it was found to be, which may be merged itself. */
    private static final String FIND = """
            with recursive home (asked, id, area_code, data_key, merged_into) as (
                select id, id, area_code, data_key, merged_into from family where id = any(:ids)
                union all
                select home.asked, f.id, f.area_code, f.data_key, f.merged_into
                from home join family f on f.id = home.merged_into
            )
            select asked, id, area_code, data_key from home where merged_into is null""";

    /** By the id that was asked for. Families that the transaction may not see are left out, like those that don't exist. */
    public Map<UUID, FamilyHome> find(Handle sql, Collection<UUID> ids) {
        Map<UUID, FamilyHome> homes = new HashMap<>();
        sql.createQuery(FIND)
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, _) -> Map.entry(
                        row.getObject("asked", UUID.class),
                        new FamilyHome(
                                row.getObject("id", UUID.class),
                                new AreaCode(row.getString("area_code")),
                                row.getBytes("data_key"))))
                .forEach(home -> homes.put(home.getKey(), home.getValue()));
        return homes;
    }
}
