package id.tumbuh.reporting.area;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.progress.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps what became of areas. A change is told once and never taken back; told again it changes nothing. */
@ApplicationScoped
class AreaChangeConsumer implements EventConsumer {
    private static final String CHANGE = "id.tumbuh.registry.area-changed.v1";

    /** Not that of the names: what was told before anybody kept it is read from the beginning of the topic. */
    private static final String GROUP = "reporting.area-changes";

    private final Progress progress;

    AreaChangeConsumer(Progress progress) {
        this.progress = progress;
    }

    /** The part of area-changed.v1 that is kept. */
    record Change(UUID changeId, String kind, LocalDate effectiveOn, String source, List<Pair> successions) {
        record Pair(String predecessor, String successor) {}
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Set<String> topics() {
        return Set.of("registry.areas");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        events.stream()
                .filter(event -> event.type().equals(CHANGE) && !event.isTombstone())
                .forEach(event -> store(tx, event.read(Change.class)));
        progress.include(tx, GROUP, events);
    }

    private static void store(Transaction tx, Change change) {
        List<Change.Pair> pairs = change.successions();
        tx.sql()
                .createUpdate("""
                        insert into area_succession (change_id, predecessor, successor, effective_on, kind, source)
                        select :id, predecessor, successor, :on, :kind, :source
                        from unnest(:predecessors, :successors) as told (predecessor, successor)
                        order by predecessor, successor
                        on conflict on constraint area_succession_pk do nothing""")
                .bind("id", change.changeId())
                .bind("on", change.effectiveOn())
                .bind("kind", change.kind())
                .bind("source", change.source())
                .bindArray(
                        "predecessors",
                        String.class,
                        pairs.stream().map(Change.Pair::predecessor).toArray())
                .bindArray(
                        "successors",
                        String.class,
                        pairs.stream().map(Change.Pair::successor).toArray())
                .execute();
    }
}
