package id.tumbuh.measurement.weighing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What lies in the outbox. */
@ApplicationScoped
public class Announced {

    private final Database database;
    private final ObjectMapper json;

    Announced(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    public record Event(String type, String topic, String partitionKey, long sequence, JsonNode body) {
        public String name() {
            return type.replace("id.tumbuh.measurement.", "").replace(".v1", "");
        }
    }

    /** In the order of their announcement. */
    public List<Event> about(Object key) {
        return database.read(
                Scope.everywhere(),
                sql -> sql.createQuery(
                                "select type, topic, partition_key, sequence, body from outbox where key = :key order by id")
                        .bind("key", key.toString())
                        .map((row, _) -> new Event(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                body(row.getBytes(5))))
                        .list());
    }

    private JsonNode body(byte[] body) {
        try {
            return body == null ? json.nullNode() : json.readTree(body);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
