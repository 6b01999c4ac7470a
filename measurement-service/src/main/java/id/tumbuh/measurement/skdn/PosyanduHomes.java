package id.tumbuh.measurement.skdn;

import id.tumbuh.platform.access.AreaCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A posyandu belongs to the desa where most of its children live; of two with as many, to the one with the lower code. */
final class PosyanduHomes {

    private PosyanduHomes() {}

    /** None when nobody is registered there. */
    static Optional<AreaCode> of(Handle sql, UUID posyandu) {
        return Optional.ofNullable(homes(sql, "cast(:posyandu as uuid)", Map.of("posyandu", posyandu))
                        .get(posyandu))
                .map(AreaCode::new);
    }

    /** Of the posyandu to which a child of the area goes, and of those listed: also the ones that belong elsewhere. */
    static Map<UUID, String> around(Handle sql, AreaCode area, Collection<UUID> listed) {
        String which = """
                select near.posyandu_id from child near
                where near.active and near.posyandu_id is not null and near.area_code >= :area and near.area_code < :beyond
                union select unnest(cast(:listed as uuid[]))""";
        Map<String, Object> bindings = Map.of(
                "area",
                area.value(),
                "beyond",
                area.value() + "/",
                "listed",
                Set.copyOf(listed).toArray(UUID[]::new));
        return homes(sql, which, bindings);
    }

    private static Map<UUID, String> homes(Handle sql, String which, Map<String, Object> bindings) {
        Map<UUID, String> homes = new HashMap<>();
        sql.createQuery("""
                        select distinct on (c.posyandu_id) c.posyandu_id, c.area_code from child c
                        where c.active and c.posyandu_id in (%s)
                        group by c.posyandu_id, c.area_code
                        order by c.posyandu_id, count(*) desc, c.area_code""".formatted(which))
                .bindMap(bindings)
                .map((row, _) -> homes.put(row.getObject("posyandu_id", UUID.class), row.getString("area_code")))
                .list();
        return homes;
    }
}
