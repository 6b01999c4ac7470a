package id.tumbuh.platform.messaging;

import id.tumbuh.platform.database.Transaction;

/** What a service does in each transaction in which a consumer applies events, before it does. */
@FunctionalInterface
public interface BeforeEvents {
    void enter(Transaction tx);
}
