package id.tumbuh.reporting.progress;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Notes, in the transaction that applied them, which events the figures include. */
@ApplicationScoped
public class Progress {
    /** The next offset not yet included, per partition of a topic. */
    public record Included(String topic, int partition, long nextOffset) {}

    private record Partition(String topic, int number) implements Comparable<Partition> {
        @Override
        public int compareTo(Partition other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic != 0 ? byTopic : Integer.compare(number, other.number);
        }
    }

    private record Seen(long nextOffset, Instant time) {
        Seen and(Seen other) {
            return new Seen(Math.max(nextOffset, other.nextOffset), time.isAfter(other.time) ? time : other.time);
        }
    }

    public void include(Transaction tx, String consumer, List<ReceivedEvent> events) {
        bound(tx.sql().createUpdate("""
                        insert into progress as held (consumer, topic, partition, next_offset, event_time)
                        select :consumer, topic, partition, next_offset, event_time
                        from unnest(:topics, :partitions, :offsets, :times)
                            as seen (topic, partition, next_offset, event_time)
                        on conflict on constraint progress_pk do update
                        set next_offset = excluded.next_offset,
                            event_time = greatest(held.event_time, excluded.event_time)
                        where held.next_offset < excluded.next_offset"""), consumer, latest(events)).execute();
    }

    /** The newest event is not always the last: the greatest time is the same in whatever portions they come. */
    private static Map<Partition, Seen> latest(List<ReceivedEvent> events) {
        Map<Partition, Seen> latest = new TreeMap<>();
        for (ReceivedEvent event : events) {
            latest.merge(
                    new Partition(event.topic(), event.partition()),
                    new Seen(event.offset() + 1, event.time()),
                    Seen::and);
        }
        return latest;
    }

    private static <S extends SqlStatement<S>> S bound(S statement, String consumer, Map<Partition, Seen> last) {
        return statement
                .bind("consumer", consumer)
                .bindArray(
                        "topics",
                        String.class,
                        last.keySet().stream().map(Partition::topic).toArray())
                .bindArray(
                        "partitions",
                        Integer.class,
                        last.keySet().stream().map(Partition::number).toArray())
                .bindArray(
                        "offsets",
                        Long.class,
                        last.values().stream().map(Seen::nextOffset).toArray())
                .bindArray(
                        "times",
                        OffsetDateTime.class,
                        last.values().stream()
                                .map(seen -> seen.time().atOffset(ZoneOffset.UTC))
                                .toArray());
    }

    /** Includes the events and returns those that were not included before, for what can not tell by its own rows. */
    public List<ReceivedEvent> includeNew(Transaction tx, String consumer, List<ReceivedEvent> events) {
        Map<Partition, Seen> latest = latest(events);
        Map<Partition, Long> before = new HashMap<>();
        bound(tx.sql().createQuery("""
                        insert into progress as held (consumer, topic, partition, next_offset, event_time)
                        select :consumer, topic, partition, next_offset, event_time
                        from unnest(:topics, :partitions, :offsets, :times)
                            as seen (topic, partition, next_offset, event_time)
                        on conflict on constraint progress_pk do update
                        set next_offset = greatest(held.next_offset, excluded.next_offset),
                            event_time = greatest(held.event_time, excluded.event_time)
                        returning new.topic, new.partition, coalesce(old.next_offset, 0) as before"""), consumer, latest)
                .map((row, _) -> Map.entry(
                        new Partition(row.getString("topic"), row.getInt("partition")), row.getLong("before")))
                .forEach(entry -> before.put(entry.getKey(), entry.getValue()));
        return events.stream()
                .filter(event ->
                        event.offset() >= before.getOrDefault(new Partition(event.topic(), event.partition()), 0L))
                .toList();
    }

    /** When the latest included event happened; empty before the first. */
    public Optional<Instant> asOf(Handle sql, Collection<String> consumers) {
        return sql.createQuery("select max(event_time) from progress where consumer = any(:consumers)")
                .bindArray("consumers", String.class, consumers.toArray())
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant);
    }

    public List<Included> included(Handle sql, Collection<String> consumers) {
        return sql.createQuery("""
                        select topic, partition, next_offset from progress
                        where consumer = any(:consumers) order by topic, partition""")
                .bindArray("consumers", String.class, consumers.toArray())
                .map((row, _) -> new Included(row.getString(1), row.getInt(2), row.getLong(3)))
                .list();
    }
}
