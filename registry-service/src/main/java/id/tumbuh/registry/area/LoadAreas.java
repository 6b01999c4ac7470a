package id.tumbuh.registry.area;

import id.tumbuh.platform.access.Scope;
import id.tumbuh.platform.database.Columns;
import id.tumbuh.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Brings the list of areas that comes with the service into the database, when it isn't there, and announces every
 * kabupaten. One transaction under a lock: of several replicas one loads, and a crash leaves nothing half done.
 */
@ApplicationScoped
class LoadAreas {
    /** Any number, the same for every replica. */
    private static final long LOCK = 0x7475_6d62_7568_0001L;

    /** The registry decides by the calendar of its users. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private static final String MERGE = """
            insert into area (code, name, search)
            select code, name, search from unnest(?, ?, ?) as row (code, name, search)
            on conflict (code) do update set name = excluded.name, search = excluded.search, active = true
            where area.changed_by is null
                and (area.name, area.search, area.active) is distinct from (excluded.name, excluded.search, true)""";

    /** What is gone from the list keeps its name for those who still live under it. */
    private static final String RETIRE = """
            update area set active = false
            where active and changed_by is null
                and not exists (select from unnest(?) as listed (code) where listed.code = area.code)""";

    private final Database database;
    private final PublishAreas publish;
    private final Clock clock;

    LoadAreas(Database database, PublishAreas publish, Clock clock) {
        this.database = database;
        this.publish = publish;
        this.clock = clock;
    }

    /** Returns whether there was something to load. */
    boolean load() {
        return load(new AreaList(), LocalDate.now(clock.withZone(ZONE)));
    }

    boolean load(AreaList list, LocalDate today) {
        String version = list.version();
        if (database.read(Scope.everywhere(), sql -> isLoaded(sql, version))) {
            return false;
        }
        return database.write(Scope.everywhere(), tx -> {
            tx.sql().select("select pg_advisory_xact_lock(?)", LOCK).mapToMap().list();
            if (isLoaded(tx.sql(), version)) {
                return false;
            }
            publish.all(tx, store(tx.sql(), list, today));
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

    private static long store(Handle sql, AreaList list, LocalDate today) {
        List<AreaList.Entry> entries = list.entries();
        named(entries).update(sql, MERGE);
        Columns.of(entries).text(AreaList.Entry::code).update(sql, RETIRE);
        sql.execute("select index_area_names()");
        List<AreaList.Entry> aliases = list.aliases();
        sql.execute("delete from area_alias where not is_local");
        named(aliases).update(sql, """
                        insert into area_alias (area_code, name, search)
                        select code, name, search from unnest(?, ?, ?) as row (code, name, search)
                        on conflict do nothing""");
        long generation = sql.createQuery("""
                        insert into area_list (generation, name)
                        select coalesce(max(generation), 0) + 1, :name from area_list returning generation""")
                .bind("name", list.version())
                .mapTo(Long.class)
                .one();
        new ListedChanges(sql, generation, list.version(), today).record(entries);
        return generation;
    }

    private static Columns<AreaList.Entry> named(List<AreaList.Entry> entries) {
        return Columns.of(entries)
                .text(AreaList.Entry::code)
                .text(AreaList.Entry::name)
                .text(entry -> new AreaName(entry.name()).normalised());
    }
}
