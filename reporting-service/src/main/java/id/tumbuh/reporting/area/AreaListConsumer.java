package id.tumbuh.reporting.area;

import id.tumbuh.platform.database.Transaction;
import id.tumbuh.platform.messaging.EventConsumer;
import id.tumbuh.platform.messaging.ReceivedEvent;
import id.tumbuh.reporting.Country;
import id.tumbuh.reporting.progress.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Keeps the names of areas in step with registry's published lists, one list a kabupaten. */
@ApplicationScoped
class AreaListConsumer implements EventConsumer {
    private static final int PROVINCE_LENGTH = 2;
    /** The topic also tells how areas change; names follow in a list of their own. */
    private static final String LIST = "id.tumbuh.registry.areas-published.v1";

    /** Earlier ones kept no progress under another name: under this one the topic is read from its beginning and noted. */
    private static final String GROUP = "reporting.area-names";

    private final Progress progress;

    AreaListConsumer(Progress progress) {
        this.progress = progress;
    }

    /** The part of areas-published.v1 that names need. */
    record AreaList(String code, String name, String parentCode, String parentName, List<Area> areas) {
        record Area(String code, String name) {}
    }

    @Override
    public String group() {
        return GROUP;
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
        progress.include(tx, GROUP, events);
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
        List<String> codes = new ArrayList<>(List.of(list.parentCode(), list.code()));
        List<String> names = new ArrayList<>(List.of(list.parentName(), list.name()));
        list.areas().forEach(area -> {
            codes.add(area.code());
            names.add(area.name());
        });
        List<String> parents = codes.stream().map(AreaListConsumer::parent).toList();
        // A province stands in the list of each of its kabupaten: in code order, so that two lists never wait for each
        // other.
        tx.sql()
                .createUpdate("""
                        insert into area as held (code, name, parent)
                        select * from unnest(:codes, :names, :parents) as a (code, name, parent) order by code
                        on conflict on constraint area_pk do update set name = excluded.name
                        where held.name <> excluded.name""")
                .bindArray("codes", String.class, codes)
                .bindArray("names", String.class, names)
                .bindArray("parents", String.class, parents)
                .execute();
    }

    private static String parent(String code) {
        return code.length() == PROVINCE_LENGTH ? Country.CODE : code.substring(0, code.lastIndexOf('.'));
    }
}
