package id.tumbuh.registry;

import id.tumbuh.platform.access.AreaCode;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.registry.batch.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/** Looks into the tables behind the service. */
@ApplicationScoped
public class TestDatabase {
    public static final AreaCode BOJONG_MENTENG = new AreaCode("36.04.20.2006");
    public static final AreaCode KABUPATEN_SERANG = new AreaCode("36.04");
    public static final AreaCode KOTA_SERANG = new AreaCode("36.73");
    public static final AreaCode KOTA_SERANG_DESA = new AreaCode("36.73.01.1001");
    public static final Actor EVERYWHERE = new Actor("tester", "test-client", Scope.everywhere());

    private final Database database;

    TestDatabase(Database database) {
        this.database = database;
    }

    public static Actor of(AreaCode area) {
        return new Actor("tester", "test-client", Scope.of(List.of(area)));
    }

    public void awaitAreas() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> Assertions.assertThat(count("select count(*) from area_list"))
                        .isPositive());
    }

    public List<Map<String, Object>> rows(String sql, Object... arguments) {
        return database.read(
                Scope.everywhere(),
                handle -> handle.select(sql, arguments).mapToMap().list());
    }

    public Map<String, Object> row(String sql, Object... arguments) {
        return rows(sql, arguments).getFirst();
    }

    public long count(String sql, Object... arguments) {
        return ((Number) row(sql, arguments).values().iterator().next()).longValue();
    }

    /** Types of the events of an aggregate that are announced and, because the relay is off in tests, still in the outbox. */
    public List<String> announced(Object key) {
        return rows("select type from outbox where key = ? order by id", key.toString()).stream()
                .map(row -> String.valueOf(row.get("type")).replaceAll("id\\.tumbuh\\.registry\\.(.*)\\.v1", "$1"))
                .toList();
    }

    public String lastBody(Object key) {
        return new String(
                (byte[]) row("select body from outbox where key = ? order by id desc limit 1", key.toString())
                        .get("body"),
                StandardCharsets.UTF_8);
    }
}
