package id.tumbuh.intervention;

import static java.util.Objects.requireNonNull;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looks into the tables behind the service. */
@ApplicationScoped
public class TestDatabase {
    private final Database database;

    TestDatabase(Database database) {
        this.database = database;
    }

    public List<Map<String, Object>> rows(String sql, Object... arguments) {
        return database.read(
                Scope.everywhere(),
                handle -> handle.select(sql, arguments).mapToMap().list());
    }

    public Map<String, Object> row(String sql, Object... arguments) {
        List<Map<String, Object>> rows = rows(sql, arguments);
        if (rows.size() != 1) {
            throw new AssertionError("expected one row, found " + rows.size());
        }
        return rows.getFirst();
    }

    /** Writes what only time or a crash would have written. */
    public void write(String sql, Object... arguments) {
        database.write(Scope.everywhere(), tx -> tx.sql().execute(sql, arguments));
    }

    public static String text(Map<String, Object> row, String column) {
        return requireNonNull(row.get(column), column).toString();
    }

    public static UUID id(Map<String, Object> row, String column) {
        return (UUID) requireNonNull(row.get(column), column);
    }

    /** Events of a family, in order; the relay is off in tests, so they are still in the outbox: type and version. */
    public List<String> announced(Object familyId) {
        return rows("select type, sequence from outbox where partition_key = ? order by id", familyId.toString())
                .stream()
                .map(row -> text(row, "type").replaceAll("id\\.tumbuh\\.intervention\\.(.*)\\.v[12]", "$1") + " "
                        + row.get("sequence"))
                .toList();
    }

    public String lastBody(Object key) {
        return new String(
                (byte[]) rows("select body from outbox where key = ? order by id desc limit 1", key.toString())
                        .getFirst()
                        .get("body"),
                StandardCharsets.UTF_8);
    }
}
