package id.tumbuh.platform.erasure;

import id.tumbuh.platform.access.AuditEntry;
import id.tumbuh.platform.access.Caller;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.platform.messaging.WholeTopic;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Applies every erasure there ever was once more: a database that came back from a backup knows those again who were erased
 * since. The topic remembers them for good, outside of every backup.
 */
@ApplicationScoped
class ReplayErasures {
    private final List<EventConsumer> consumers;
    private final WholeTopic topics;
    private final Database database;

    ReplayErasures(@All List<EventConsumer> consumers, WholeTopic topics, Database database) {
        this.consumers = consumers;
        this.topics = topics;
        this.database = database;
    }

    /** How many erasures were applied again. */
    long replay(Caller caller) {
        EventConsumer erasing = consumers.stream()
                .filter(consumer -> consumer.topics().contains(ErasureNotice.TOPIC))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody here erases"));
        long[] applied = new long[1];
        topics.read(ErasureNotice.TOPIC, events -> {
            apply(erasing, events);
            applied[0] += events.stream().filter(event -> !event.isTombstone()).count();
        });
        database.write(caller.scope(), tx -> {
            tx.audit(AuditEntry.of(caller, "REPLAY", "erasures", applied[0], null));
            return applied[0];
        });
        return applied[0];
    }

    private void apply(EventConsumer erasing, List<ReceivedEvent> events) {
        database.write(Scope.everywhere(), tx -> {
            erasing.apply(tx, events);
            return events;
        });
    }
}
