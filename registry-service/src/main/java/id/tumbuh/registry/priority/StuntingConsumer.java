package id.tumbuh.registry.priority;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.registry.batch.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A stunted child puts its family first. */
@ApplicationScoped
class StuntingConsumer implements EventConsumer {
    private static final String REMEMBER = """
            update child set stunting = told.stunting, stunting_version = told.version
            from unnest(?, ?, ?) as told (id, stunting, version)
            where child.id = told.id and coalesce(child.stunting_version, 0) < told.version
            returning child.family_id""";

    private static final String PRIORITISE = """
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

    /** The part of the events about a child's stunting that an order of work needs. */
    enum Stunting {
        NORMAL,
        STUNTED,
        SEVERELY_STUNTED
    }

    record ChildStunting(UUID childId, long version, Stunting stunting) {}

    @Override
    public String group() {
        return "registry.priority";
    }

    @Override
    public Set<String> topics() {
        return Set.of("measurement.children");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        List<ChildStunting> latest = latest(events);
        if (latest.isEmpty()) {
            return;
        }
        List<UUID> families = Columns.of(latest)
                .uuid(ChildStunting::childId)
                .text(ChildStunting::stunting)
                .int8(ChildStunting::version)
                .query(tx.sql(), REMEMBER, row -> row.getObject(1, UUID.class));
        if (!families.isEmpty()) {
            Columns.of(families.stream().distinct().sorted().toList())
                    .uuid(family -> family)
                    .update(tx.sql(), PRIORITISE);
        }
    }

    private static List<ChildStunting> latest(List<ReceivedEvent> events) {
        Map<UUID, ChildStunting> latest = new HashMap<>();
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) {
                ChildStunting told = event.read(ChildStunting.class);
                latest.merge(told.childId(), told, (one, other) -> one.version() > other.version() ? one : other);
            }
        }
        return List.copyOf(latest.values());
    }
}
