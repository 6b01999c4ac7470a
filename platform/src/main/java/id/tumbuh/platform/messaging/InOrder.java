package id.tumbuh.platform.messaging;

import id.tumbuh.platform.database.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * For the rare consumer that needs every step of an aggregate: applies version n + 1 only after n and parks what comes after a
 * gap until it closes. Events that carry the whole state need no such thing; their consumers apply the newest.
 *
 * <p>A parked event is counted with its age ({@code tumbuh_parked_events}): a gap that stays is for an operator.
 */
public final class InOrder implements EventConsumer {
    private final EventConsumer steps;

    public InOrder(EventConsumer steps) {
        this.steps = steps;
    }

    @Override
    public String group() {
        return steps.group();
    }

    @Override
    public Set<String> topics() {
        return steps.topics();
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        for (ReceivedEvent event : events) {
            long last = lastApplied(tx, event);
            if (event.sequence() <= last) {
                continue; // a duplicate
            }
            if (event.sequence() > last + 1) {
                park(tx, event);
                continue;
            }
            applyWithParked(tx, event);
        }
    }

    private void applyWithParked(Transaction tx, ReceivedEvent event) {
        List<ReceivedEvent> run = new ArrayList<>(List.of(event));
        for (ReceivedEvent parked : parkedAfter(tx, event)) {
            if (parked.sequence() == run.getLast().sequence() + 1) {
                run.add(parked);
            }
        }
        steps.apply(tx, run);
        ReceivedEvent newest = run.getLast();
        tx.sql()
                .createUpdate("""
                        insert into stepped_aggregate (consumer, topic, key, sequence)
                        values (:consumer, :topic, :key, :sequence)
                        on conflict on constraint stepped_aggregate_pk do update set sequence = excluded.sequence""")
                .bind("consumer", group())
                .bind("topic", newest.topic())
                .bind("key", newest.key())
                .bind("sequence", newest.sequence())
                .execute();
        tx.sql()
                .createUpdate("""
                        delete from parked_event
                        where consumer = :consumer and topic = :topic and key = :key and sequence <= :sequence""")
                .bind("consumer", group())
                .bind("topic", newest.topic())
                .bind("key", newest.key())
                .bind("sequence", newest.sequence())
                .execute();
    }

    private long lastApplied(Transaction tx, ReceivedEvent event) {
        return tx.sql()
                .createQuery("""
                        select sequence from stepped_aggregate
                        where consumer = :consumer and topic = :topic and key = :key for update""")
                .bind("consumer", group())
                .bind("topic", event.topic())
                .bind("key", event.key())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private void park(Transaction tx, ReceivedEvent event) {
        tx.sql().createUpdate("""
                        insert into parked_event (consumer, topic, key, sequence, event_id, type, partition,
                            record_offset, occurred_at, traceparent, body)
                        values (:consumer, :topic, :key, :sequence, :id, :type, :partition, :offset, :time,
                            :traceparent, :body)
                        on conflict on constraint parked_event_pk do nothing""").bind("consumer", group()).bindMethods(event).execute();
    }

    private List<ReceivedEvent> parkedAfter(Transaction tx, ReceivedEvent event) {
        return tx.sql()
                .createQuery("""
                        select * from parked_event
                        where consumer = :consumer and topic = :topic and key = :key and sequence > :sequence
                        order by sequence""")
                .bind("consumer", group())
                .bind("topic", event.topic())
                .bind("key", event.key())
                .bind("sequence", event.sequence())
                .map((row, _) -> parked(row))
                .list();
    }

    private static ReceivedEvent parked(ResultSet row) throws SQLException {
        return new ReceivedEvent(
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("key"),
                row.getLong("sequence"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("traceparent"),
                row.getBytes("body"));
    }
}
