package id.tumbuh.registry.family;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.registry.batch.Pages;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One page of the families of an area, in the order of desa and id. */
record FamilyList(
        AreaCode area, @Nullable Boolean atRisk, Priority.@Nullable Level priority, Pages.Position after, int limit) {

    List<ListedFamily> read(Handle sql) {
        return sql.createQuery("""
                        select id, version, area_code, rw, rt, targeted, target_categories, at_risk, risk_factors, welfare_rank, priority,
                            priority_reason
                        from family
                        where area_code >= :from and area_code < :to and merged_into is null
                            and (area_code, id) > (greatest(:lastArea, :from), :lastId)
                            and (cast(:atRisk as boolean) is null or at_risk = :atRisk)
                            and (cast(:priority as text) is null or priority = :priority)
                        order by area_code, id limit :limit""")
                .bind("from", area.value())
                .bind("to", area.value() + "/")
                .bind("lastArea", after.area())
                .bind("lastId", after.id())
                .bind("atRisk", atRisk)
                .bind("priority", priority == null ? null : priority.name())
                .bind("limit", limit)
                .map((row, _) -> ListedFamily.read(row))
                .list();
    }
}
