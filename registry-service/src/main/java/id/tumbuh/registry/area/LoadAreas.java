package id.tumbuh.registry.area;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Database;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.Announcement;
import id.tumbuh.registry.batch.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Brings the list of areas that comes with the service into the database, when it isn't there, and announces every
 * kabupaten. One transaction under a lock: of several replicas one loads, and a crash leaves nothing half done.
 */
@ApplicationScoped
class LoadAreas {
    /** Any number, the same for every replica. */
    private static final long LOCK = 0x7475_6d62_7568_0001L;

    private static final String MERGE = """
            insert into area (code, name, search)
            select code, name, search from unnest(?, ?, ?) as row (code, name, search)
            on conflict (code) do update set name = excluded.name, search = excluded.search, active = true
            where (area.name, area.search, area.active) is distinct from (excluded.name, excluded.search, true)""";

    /** What is gone from the list keeps its name for those who still live under it. */
    private static final String RETIRE = """
            update area set active = false
            where active and not exists (select from unnest(?) as listed (code) where listed.code = area.code)""";

    private final Database database;
    private final ObjectMapper json;
    private final AreaList list = new AreaList();

    LoadAreas(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Returns whether there was something to load. */
    boolean load() {
        String version = list.version();
        if (database.read(Scope.everywhere(), sql -> isLoaded(sql, version))) {
            return false;
        }
        return database.write(Scope.everywhere(), tx -> {
            tx.sql().select("select pg_advisory_xact_lock(?)", LOCK).mapToMap().list();
            if (isLoaded(tx.sql(), version)) {
                return false;
            }
            publish(tx, store(tx.sql(), version));
            return true;
        });
    }

    static boolean isLoaded(Handle sql, String version) {
        return sql.select("select name from area_list order by generation desc limit 1")
                .mapTo(String.class)
                .findOne()
                .filter(version::equals)
                .isPresent();
    }

    private long store(Handle sql, String version) {
        List<AreaList.Entry> entries = list.entries();
        named(entries).update(sql, MERGE);
        Columns.of(entries).text(AreaList.Entry::code).update(sql, RETIRE);
        sql.execute("select index_area_names()");
        List<AreaList.Entry> aliases = list.aliases();
        sql.execute("delete from area_alias");
        named(aliases).update(sql, """
                        insert into area_alias (area_code, name, search)
                        select code, name, search from unnest(?, ?, ?) as row (code, name, search)""");
        return sql.createQuery("""
                        insert into area_list (generation, name)
                        select coalesce(max(generation), 0) + 1, :name from area_list returning generation""").bind("name", version).mapTo(Long.class).one();
    }

    private static Columns<AreaList.Entry> named(List<AreaList.Entry> entries) {
        return Columns.of(entries)
                .text(AreaList.Entry::code)
                .text(AreaList.Entry::name)
                .text(entry -> new AreaName(entry.name()).normalised());
    }

    private void publish(Transaction tx, long generation) {
        Map<String, String> names = new HashMap<>();
        Map<String, List<AreaList.Entry>> byKabupaten = new LinkedHashMap<>();
        list.entries().forEach(entry -> {
            int length = entry.code().length();
            if (length <= AreaLevel.KABUPATEN_KOTA.codeLength()) {
                names.put(entry.code(), entry.name());
            } else {
                byKabupaten
                        .computeIfAbsent(
                                entry.code().substring(0, AreaLevel.KABUPATEN_KOTA.codeLength()),
                                _ -> new ArrayList<>())
                        .add(entry);
            }
        });
        byKabupaten.forEach((code, areas) -> {
            String parent = code.substring(0, AreaLevel.PROVINSI.codeLength());
            tx.announce(Announcement.of(
                    new AreasPublished(
                            code,
                            nameOf(code, names),
                            AreaLevel.KABUPATEN_KOTA,
                            parent,
                            nameOf(parent, names),
                            generation,
                            areas),
                    json));
        });
    }

    private static String nameOf(String code, Map<String, String> names) {
        String name = names.get(code);
        if (name == null) {
            throw new IllegalStateException("the list of areas has no " + code);
        }
        return name;
    }
}
