package id.tumbuh.platform.messaging;

import id.tumbuh.platform.database.Transaction;
import java.util.List;

/** What a service does in each transaction in which a consumer applies events, before it does. It may be called twice with the same events. */
@FunctionalInterface
public interface BeforeEvents {
    void enter(Transaction tx, List<ReceivedEvent> events);
}
