package id.tumbuh.platform.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Erases in one service what registry says is erased, and confirms it. Safe to repeat: an erasure applied before is applied
 * again (a restored backup may hold the rows once more) and confirmed once.
 */
public final class ApplyErasures implements EventConsumer {
    private final String service;
    private final ErasesCopies copies;
    private final ObjectMapper json;

    public ApplyErasures(String service, ErasesCopies copies, ObjectMapper json) {
        this.service = service;
        this.copies = copies;
        this.json = json;
    }

    @Override
    public String group() {
        return service + ".erasures";
    }

    @Override
    public Set<String> topics() {
        return Set.of(ErasureNotice.TOPIC);
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        for (ReceivedEvent event : events) {
            if (!event.isTombstone()) {
                apply(tx, ErasureNotice.of(event));
            }
        }
    }

    private void apply(Transaction tx, ErasureNotice notice) {
        ErasedPersons.keepOthersOut(tx.sql());
        ErasedPersons.remember(tx.sql(), notice.erasureId(), notice.erased());
        Map<String, Long> counts = new TreeMap<>(copies.erase(tx, notice));
        int first = tx.sql()
                .createUpdate("""
                        insert into applied_erasure (erasure_id, counts) values (:id, cast(:counts as jsonb))
                        on conflict on constraint applied_erasure_pk do nothing""")
                .bind("id", notice.erasureId())
                .bind("counts", written(counts))
                .execute();
        if (first == 1) {
            tx.announce(Announcement.of(new ErasureConfirmed(notice.erasureId(), 1, service, counts), json));
        }
    }

    private String written(Map<String, Long> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
