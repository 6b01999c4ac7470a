package id.tumbuh.registry.erasure;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.erasure.ErasureNotice;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.registry.batch.Actor;
import id.tumbuh.registry.screening.Screener;
import id.tumbuh.registry.screening.ScreeningRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Hears its own erasures: a database that came back from a backup knows those again who were erased since, and is told so by
 * replaying the topic. In the ordinary course of things there is nothing left to erase.
 */
@ApplicationScoped
class ErasureConsumer implements EventConsumer {
    private static final Actor ITSELF = new Actor("registry-erasures", null, Scope.everywhere());

    private final ErasePersons erase;
    private final ScreeningRules screening;

    ErasureConsumer(ErasePersons erase, ScreeningRules screening) {
        this.erase = erase;
        this.screening = screening;
    }

    @Override
    public String group() {
        return "registry.erasures";
    }

    @Override
    public Set<String> topics() {
        return Set.of(ErasureNotice.TOPIC);
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        Screener today = screening.today();
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) {
                erase.again(tx, ITSELF, today, ErasureNotice.of(event));
            }
        }
    }
}
