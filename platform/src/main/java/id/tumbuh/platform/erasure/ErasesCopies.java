package id.tumbuh.platform.erasure;

import id.tumbuh.platform.database.Transaction;
import java.util.Map;

/** What a service does with its copies of erased persons. Called again for an erasure that was applied before. */
public interface ErasesCopies {
    /**
     * Erases rows, and the service's own topics by {@link id.tumbuh.platform.messaging.Announcement#erasing}.
     *
     * @return how many rows went, by the name of their table
     */
    Map<String, Long> erase(Transaction tx, ErasureNotice notice);
}
