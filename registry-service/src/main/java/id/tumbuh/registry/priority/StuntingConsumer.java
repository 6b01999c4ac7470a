package id.tumbuh.registry.priority;

import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.registry.child.FamilyPriorities;
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
        FamilyPriorities.refresh(tx.sql(), families);
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
