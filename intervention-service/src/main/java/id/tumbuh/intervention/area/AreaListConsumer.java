package id.tumbuh.intervention.area;

import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keeps the names of areas in step with registry's published lists, one list a kabupaten. */
@ApplicationScoped
class AreaListConsumer implements EventConsumer {
    /** The topic also tells how areas change; names follow in a list of their own. */
    private static final String LIST = "id.tumbuh.registry.areas-published.v1";

    /** The part of areas-published.v1 that names need. */
    record AreaList(String code, String name, String parentCode, String parentName, List<Area> areas) {
        AreaList {
            areas = List.copyOf(areas);
        }

        record Area(String code, String name) {}
    }

    @Override
    public String group() {
        return "intervention.area-names";
    }

    @Override
    public Set<String> topics() {
        return Set.of("registry.areas");
    }

    @Override
    public void apply(Transaction tx, List<ReceivedEvent> events) {
        for (ReceivedEvent event : events) {
            if (event.type().equals(LIST) && !event.isTombstone() && isNewer(tx, event)) {
                write(tx, event.read(AreaList.class));
            }
        }
    }

    private static boolean isNewer(Transaction tx, ReceivedEvent event) {
        return tx.sql()
                        .createUpdate("""
                                insert into area_list as held (kabupaten, version) values (:key, :version)
                                on conflict on constraint area_list_pk do update set version = excluded.version
                                where held.version < excluded.version""")
                        .bind("key", event.key())
                        .bind("version", event.sequence())
                        .execute()
                == 1;
    }

    private static void write(Transaction tx, AreaList list) {
        // A province stands in the list of each of its kabupaten: in code order, so that two lists never wait for each
        // other.
        Map<String, String> names =
                new TreeMap<>(Map.of(list.parentCode(), list.parentName(), list.code(), list.name()));
        list.areas().stream()
                .filter(area -> area.code().length() <= AreaLevel.KECAMATAN.codeLength())
                .forEach(area -> names.put(area.code(), area.name()));
        tx.sql()
                .createUpdate("""
                        insert into area_name as held (code, name)
                        select * from unnest(:codes, :names) as a (code, name) order by code
                        on conflict on constraint area_name_pk do update set name = excluded.name
                        where held.name <> excluded.name""")
                .bindArray("codes", String.class, names.keySet().toArray())
                .bindArray("names", String.class, names.values().toArray())
                .execute();
    }
}
