package id.tumbuh.platform.messaging;

import id.tumbuh.platform.database.Transaction;
import java.util.List;
import java.util.Set;

/**
 * A use case that runs when events arrive. Every bean of this type is served by a thread and a consumer group of its own.
 *
 * <p>It is called with everything one poll brought, in one transaction, and <strong>may be called twice</strong> with the same
 * events: it compares the aggregate's version, or claims the event ids from the {@link Inbox}. It throws {@link
 * UnreadableEvent} for an event that can never be applied; any other failure that isn't the data's own is retried for ever.
 */
public interface EventConsumer {
    /** Name of the consumer group, as {@code measurement.roster}. Renaming it reads every topic again from the start. */
    String group();

    Set<String> topics();

    /** The events of one partition are in order; those of different partitions are not. */
    void apply(Transaction tx, List<ReceivedEvent> events);
}
