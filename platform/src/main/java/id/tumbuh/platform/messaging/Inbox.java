package id.tumbuh.platform.messaging;

import id.tumbuh.platform.database.Transaction;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Remembers which events were applied, for consumers that hold no version of the aggregate to compare. */
public final class Inbox {
    private final String consumer;

    public Inbox(String consumer) {
        this.consumer = consumer;
    }

    /**
     * Claims the events that were not applied before. The others were, by a transaction that committed.
     *
     * <p>{@code on conflict do nothing} rather than a caught violation, which would abort the transaction.
     */
    public Set<UUID> claim(Transaction tx, Collection<UUID> eventIds) {
        return Set.copyOf(tx.sql()
                .createQuery("""
                        insert into inbox (consumer, event_id)
                        select :consumer, id from unnest(:ids) as id order by id
                        on conflict do nothing returning event_id""")
                .bind("consumer", consumer)
                .bindArray("ids", UUID.class, eventIds.stream().distinct().toArray())
                .mapTo(UUID.class)
                .list());
    }
}
