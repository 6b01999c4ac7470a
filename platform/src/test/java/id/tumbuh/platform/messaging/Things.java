package id.tumbuh.platform.messaging;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A consumer that keeps the newest version of each thing and notes every version it applied. */
record Things(String group, String topic) implements EventConsumer {
    /** A thing's whole state. */
    record Thing(int value) {}

    static Announcement announcement(String topic, String id, long version, int value) {
        return new Announcement(
                topic,
                "id.tumbuh.registry.thing-changed.v1",
                id,
                id,
                version,
                ("{\"value\":" + value + "}").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Set<String> topics() {
        return Set.of(topic);
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        for (ReceivedEvent event : events) {
            int newer = tx.sql()
                    .createUpdate("""
                            insert into thing (id, version, value) values (:id, :version, :value)
                            on conflict on constraint thing_pk do update
                                set version = excluded.version, value = excluded.value
                                where thing.version < excluded.version""")
                    .bind("id", event.key())
                    .bind("version", event.sequence())
                    .bind("value", event.read(Thing.class).value())
                    .execute();
            if (newer == 1) {
                tx.sql().execute("insert into applied (id, version) values (?, ?)", event.key(), event.sequence());
            }
        }
    }

    /** The versions of one thing in the order they were applied. */
    static List<Long> versionsApplied(Database database, String id) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery("select version from applied where id = :id order by n")
                        .bind("id", id)
                        .mapTo(Long.class)
                        .list());
    }
}
