package id.tumbuh.platform.messaging;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Events that could not be applied: where they stand in their topic and why, in words of the program. The event itself stays
 * where it is, so whatever a faulty producer put into it is copied nowhere.
 */
@ApplicationScoped
public class Quarantine {
    private final Database database;

    Quarantine(Database database) {
        this.database = database;
    }

    /** Coordinates of an event and the reason it was set aside. */
    public record Entry(
            String consumer,
            String topic,
            int partition,
            long offset,
            @Nullable String eventType,
            @Nullable String eventKey,
            String reason) {
        /** PostgreSQL keeps no NUL in a text: an event with one could not even be set aside, and would stop its partition. */
        public Entry {
            eventType = eventType == null ? null : eventType.replace("\0", "");
            eventKey = eventKey == null ? null : eventKey.replace("\0", "");
        }

        static Entry of(String consumer, ReceivedEvent event, String reason) {
            return new Entry(
                    consumer, event.topic(), event.partition(), event.offset(), event.type(), event.key(), reason);
        }

        /** For a record whose envelope can't be read: its key may be anything and is not kept. */
        static Entry of(String consumer, ConsumerRecord<?, ?> record, String reason) {
            return new Entry(consumer, record.topic(), record.partition(), record.offset(), null, null, reason);
        }
    }

    /** A row as an operator sees it. */
    public record Held(
            long id,
            String consumer,
            String topic,
            int partition,
            long recordOffset,
            @Nullable String eventType,
            @Nullable String eventKey,
            String reason,
            OffsetDateTime setAsideAt,
            @Nullable OffsetDateTime replayedAt) {}

    void setAside(Entry entry) {
        database.write(
                Scope.everywhere(),
                tx -> tx.sql().createUpdate("""
                        insert into quarantine (consumer, topic, partition, record_offset, event_type, event_key, reason)
                        values (:consumer, :topic, :partition, :offset, :eventType, :eventKey, :reason)
                        on conflict on constraint quarantine_once
                            do update set reason = excluded.reason, set_aside_at = clock_timestamp(), replayed_at = null""").bindMethods(entry).execute());
    }

    /** What waits for an operator, oldest first. */
    public List<Held> waiting(int limit) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select * from quarantine where replayed_at is null order by id limit :limit")
                        .bind("limit", limit)
                        .map(ConstructorMapper.of(Held.class))
                        .list());
    }

    Optional<Held> find(long id) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select * from quarantine where id = :id")
                        .bind("id", id)
                        .map(ConstructorMapper.of(Held.class))
                        .findOne());
    }

    void markReplayed(long id) {
        database.write(
                Scope.everywhere(),
                tx -> tx.sql()
                        .createUpdate("update quarantine set replayed_at = clock_timestamp() where id = :id")
                        .bind("id", id)
                        .execute());
    }
}
