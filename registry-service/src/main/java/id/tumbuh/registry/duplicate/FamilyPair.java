package id.tumbuh.registry.duplicate;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.batch.Pages;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** A family, and an older registration with the same card. */
@Schema(name = "FamilyPair")
record FamilyPair(UUID family, AreaCode area, UUID sameCardAs, AreaCode itsArea) {

    /** Of several with one card each is told with the oldest, so that none is told twice. */
    static List<FamilyPair> page(Handle sql, AreaCode area, Pages.Position after, int limit) {
        return sql.createQuery("""
                        select f.id, f.area_code, older.id as older_id, older.area_code as older_area
                        from family f
                        cross join lateral (
                            select o.id, o.area_code from family o
                            where o.card_index = f.card_index and o.merged_into is null
                                and (o.registered_at, o.id) < (f.registered_at, f.id)
                            order by o.registered_at, o.id limit 1) older
                        where f.card_index is not null and f.merged_into is null
                            and f.area_code >= :from and f.area_code < :to and (f.area_code, f.id) > (:lastArea, :lastId)
                        order by f.area_code, f.id limit :limit""")
                .bind("from", area.value())
                .bind("to", area.value() + "/")
                .bind("lastArea", after.area())
                .bind("lastId", after.id())
                .bind("limit", limit)
                .map((row, _) -> new FamilyPair(
                        row.getObject("id", UUID.class),
                        new AreaCode(row.getString("area_code")),
                        row.getObject("older_id", UUID.class),
                        new AreaCode(row.getString("older_area"))))
                .list();
    }

    Pages.Position position() {
        return new Pages.Position(area.value(), family);
    }
}
