package id.tumbuh.registry.child;

import id.tumbuh.platform.database.Columns;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Puts families with a stunted child first: by the worst of the children it still follows. */
public final class FamilyPriorities {
    private static final String REFRESH = """
            update family set priority = worst.priority, priority_reason = worst.reason
            from (
                select touched.id,
                    case when bool_or(c.stunting = 'SEVERELY_STUNTED') then 'HIGHEST'
                         when bool_or(c.stunting = 'STUNTED') then 'HIGH' end as priority,
                    case when bool_or(c.stunting = 'SEVERELY_STUNTED') then 'CHILD_SEVERELY_STUNTED'
                         when bool_or(c.stunting = 'STUNTED') then 'CHILD_STUNTED' end as reason
                from unnest(?) as touched (id) left join child c on c.family_id = touched.id and c.active
                group by touched.id) as worst
            where family.id = worst.id and family.priority is distinct from worst.priority""";

    private FamilyPriorities() {}

    public static void refresh(Handle sql, Collection<UUID> families) {
        if (!families.isEmpty()) {
            Columns.of(families.stream().distinct().sorted().toList())
                    .uuid(family -> family)
                    .update(sql, REFRESH);
        }
    }
}
